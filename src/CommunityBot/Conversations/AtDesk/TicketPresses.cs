using CommunityBot.Messages;
using CommunityBot.Tickets;

namespace CommunityBot.Conversations.AtDesk;

/// <summary>What a button or typed command on a ticket does, for an officer whose right is checked there.</summary>
internal sealed class TicketPresses(
    AcceptTicket accept,
    StartWork start,
    DecideReopening decide,
    SeeReporter seeReporter,
    SeeCulprit seeCulprit,
    ResolveTalk resolve,
    ForwardTalk forward,
    CategoryTalk category,
    TicketCards cards,
    ShowArrivedFiles arrivals)
{
    /// <summary>Messengers show at most 200 characters on a pressed button.</summary>
    private const int LongestNotice = 120;

    public async Task RunAsync(DeskTurn turn, TicketPress press, CancellationToken cancellationToken)
    {
        var refusal = await PressAsync(turn, press, cancellationToken);

        if (refusal is { } why)
        {
            turn.Answer(await DeskRefusals.SayAsync(turn.Phrases, turn.Work, why, press.Ticket, cancellationToken));
        }
    }

    private Task<TicketRefusal?> PressAsync(DeskTurn turn, TicketPress press, CancellationToken cancellationToken) => press switch
    {
        { Action: TicketKeys.Accept } => AcceptAsync(turn, press.Ticket, cancellationToken),
        { Action: TicketKeys.Start } => StartAsync(turn, press.Ticket, cancellationToken),
        { Action: TicketKeys.Ask } => WriteTalk.BeginQuestionAsync(turn, press.Ticket, cancellationToken),
        { Action: TicketKeys.Decline } => WriteTalk.BeginDeclineAsync(turn, press.Ticket, cancellationToken),
        { Action: TicketKeys.Resolve } => resolve.BeginAsync(turn, press.Ticket, cancellationToken),
        { Action: TicketKeys.Outcome, More: { } outcome } => resolve.ChooseAsync(turn, press.Ticket, outcome, cancellationToken),
        { Action: TicketKeys.Forward } => forward.BeginAsync(turn, press.Ticket, cancellationToken),
        { Action: TicketKeys.ForwardTo, More: { } target } => forward.ChooseAsync(turn, press.Ticket, target, cancellationToken),
        { Action: TicketKeys.Category } => category.HearAsync(turn, press.Ticket, press.More, cancellationToken),
        { Action: TicketKeys.Reporter } => SeeReporterAsync(turn, press.Ticket, cancellationToken),
        { Action: TicketKeys.Culprit } when turn.What.IsPress => SeeCulpritAsync(turn, press.Ticket, cancellationToken),
        { Action: TicketKeys.Open } => OpenAsync(turn, press.Ticket, cancellationToken),
        { Action: TicketKeys.AgreeReopen } => DecideAsync(turn, press.Ticket, isAgreed: true, cancellationToken),
        { Action: TicketKeys.RefuseReopen } => DecideAsync(turn, press.Ticket, isAgreed: false, cancellationToken),
        _ => Task.FromResult<TicketRefusal?>(TicketRefusal.UnknownChoice),
    };

    private async Task<TicketRefusal?> AcceptAsync(DeskTurn turn, TicketId id, CancellationToken cancellationToken)
    {
        var refusal = await accept.RunAsync(turn.Work, id, turn.Desk, cancellationToken);

        if (refusal is null)
        {
            turn.Answer(turn.Phrases.Say("desk.accepted", ("ma", id.ToString()), ("ten", turn.Officer.Name)));
        }

        return refusal;
    }

    private async Task<TicketRefusal?> StartAsync(DeskTurn turn, TicketId id, CancellationToken cancellationToken)
    {
        var refusal = await start.RunAsync(turn.Work, id, turn.Desk, cancellationToken);

        if (refusal is null)
        {
            turn.Answer(turn.Phrases.Say("desk.started", ("ma", id.ToString())));
        }

        return refusal;
    }

    private async Task<TicketRefusal?> DecideAsync(DeskTurn turn, TicketId id, bool isAgreed, CancellationToken cancellationToken)
    {
        var refusal = await decide.RunAsync(turn.Work, id, turn.Desk, isAgreed, cancellationToken);

        if (refusal is null)
        {
            turn.Answer(turn.Phrases.Say(isAgreed ? "desk.reopened" : "desk.not_reopened", ("ma", id.ToString())));
        }

        return refusal;
    }

    /// <summary>Only for the eyes of whoever pressed: the short text on the button, never a bubble in the group.</summary>
    private async Task<TicketRefusal?> SeeReporterAsync(DeskTurn turn, TicketId id, CancellationToken cancellationToken)
    {
        if (turn.What is { IsGroup: true, IsPress: false })
        {
            turn.Answer(turn.Phrases.Say("desk.reporter_press", ("ma", id.ToString())));
            return null;
        }

        var sight = await seeReporter.RunAsync(turn.Work, id, turn.Desk, cancellationToken);

        if (sight.Refusal is null)
        {
            turn.Answer(turn.Phrases.Say(
                "desk.reporter",
                ("ten", sight.Name ?? turn.Phrases.Say("desk.no_name")),
                ("so", sight.Phone ?? turn.Phrases.Say("desk.no_phone"))));
        }

        return sight.Refusal;
    }

    private async Task<TicketRefusal?> SeeCulpritAsync(DeskTurn turn, TicketId id, CancellationToken cancellationToken)
    {
        if (await seeCulprit.RunAsync(turn.Work, id, turn.Desk, cancellationToken) is not { } culprit)
        {
            return TicketRefusal.NotFound;
        }

        turn.Answer(turn.Phrases.Say("desk.culprit", ("loi", culprit.Length <= LongestNotice ? culprit : culprit[..LongestNotice])));
        return null;
    }

    /// <summary>The card again at the end of the conversation, with its photos.</summary>
    private async Task<TicketRefusal?> OpenAsync(DeskTurn turn, TicketId id, CancellationToken cancellationToken)
    {
        if (await turn.Desk.FindTicketAsync(turn.Work, id, cancellationToken) is not { } ticket)
        {
            return TicketRefusal.NotFound;
        }

        var shown = cards.Reopen(turn.Work, ticket, turn.What.Where);
        turn.Work.Put(Ticket.Kind, shown);
        await arrivals.ShowAgainAsync(turn.Work, shown, turn.What.Where, cancellationToken);
        return null;
    }
}

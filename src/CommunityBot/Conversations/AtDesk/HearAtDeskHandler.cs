using CommunityBot.Desks;
using CommunityBot.Messages;
using CommunityBot.Storage;
using CommunityBot.Tickets;

namespace CommunityBot.Conversations.AtDesk;

/// <summary>What an officer types, photographs or says at the desk: a command, the answer to what the bot asked, or a reply to a card.</summary>
internal sealed class HearAtDeskHandler(
    TicketPresses presses,
    ResolveTalk resolve,
    WriteTalk write,
    ForwardTalk forward,
    TodayList today,
    DeskPeople people,
    HandoverTalk handovers,
    MarkDuplicate markDuplicate,
    TicketFiles files,
    Outbox outbox) : OrderHandler<HearAtDesk>
{
    protected override async Task<OrderOutcome> CarryOutAsync(Work work, Scene scene, HearAtDesk order, CancellationToken cancellationToken)
    {
        var what = order.What;

        if (what.Who.IsAnonymous)
        {
            return OrderOutcome.Say(new OutgoingMessage { Text = scene.Phrases.Say("desk.anonymous") });
        }

        if (await work.FindOfficerAsync(what.OfficerId, cancellationToken) is not { } officer)
        {
            return OrderOutcome.Say(new OutgoingMessage { Text = scene.Phrases.Say("desk.not_linked") });
        }

        var turn = new DeskTurn(work, scene, what, officer, outbox);
        var subject = what.ReplyTo is { } bubble ? await Outbox.FindAboutAsync(work, what.Where, bubble, cancellationToken) : null;
        var about = TicketId.TryParse(subject, out var answered) ? answered : (TicketId?)null;

        if (HandoverTalk.MeantBy(turn, subject) is { } question)
        {
            await handovers.HearAsync(turn, question, cancellationToken);
            return turn.Outcome;
        }

        if (DeskCommand.Read(what.Text) is { } command && what.Files.Count == 0 && await CommandAsync(turn, command, about, cancellationToken))
        {
            return turn.Outcome;
        }

        await HearWordsAsync(turn, about, cancellationToken);
        return turn.Outcome;
    }

    /// <summary>False when the words were no command here but an answer ("nhận" inside a sentence never comes this far).</summary>
    private async Task<bool> CommandAsync(DeskTurn turn, DeskCommand command, TicketId? about, CancellationToken cancellationToken)
    {
        var ticket = command.Ticket ?? about ?? turn.Step?.Ticket;

        switch (command.Verb)
        {
            case null when command.Ticket is { } only:
                await presses.RunAsync(turn, new TicketPress(TicketKeys.Open, only, null), cancellationToken);
                return true;
            case DeskVerb.Cancel:
                turn.End();
                turn.Answer(turn.Phrases.Say("desk.cancelled"));
                return true;
            case DeskVerb.Today or DeskVerb.Help:
                turn.End();
                await today.ShowAsync(turn, cancellationToken);
                return true;
            case DeskVerb.People:
                await people.ShowAsync(turn, cancellationToken);
                return true;
            case DeskVerb.Invite:
                people.Invite(turn);
                return true;
            case DeskVerb.Duplicate when command is { Ticket: { } copy, Other: { } main }:
                await JoinAsync(turn, copy, main, cancellationToken);
                return true;
            case { } verb when ActionOf(verb) is { } action && ticket is { } id && (command.Ticket is not null || turn.Step is null):
                await presses.RunAsync(turn, new TicketPress(action, id, null), cancellationToken);
                return true;
            default:
                return false;
        }
    }

    private async Task HearWordsAsync(DeskTurn turn, TicketId? about, CancellationToken cancellationToken)
    {
        var step = turn.Step is { Ticket: { } open } one && (about is null || about == open) ? one : null;
        var ticket = step?.Ticket ?? about;

        if (ticket is not { } id)
        {
            await WithoutTicketAsync(turn, cancellationToken);
            return;
        }

        var refusal = step switch
        {
            { Task: DeskTask.Ask } => await write.SendQuestionAsync(turn, id, cancellationToken),
            { Task: DeskTask.Decline } => await write.SendDeclineAsync(turn, id, cancellationToken),
            { Task: DeskTask.ForwardCommune } => await forward.HearNameAsync(turn, id, cancellationToken),
            { Task: DeskTask.Resolve } => await resolve.HearAsync(turn, step, id, cancellationToken),
            { Task: DeskTask.MoreProof } when turn.What.AlbumId == step.Album => await MoreProofAsync(turn, id, cancellationToken),
            _ when turn.What.Files.Count > 0 => await resolve.HearAsync(turn, new DeskStep { Task = DeskTask.Resolve, Ticket = id }, id, cancellationToken),
            _ => Hint(turn, id),
        };

        if (refusal is { } why)
        {
            turn.Answer(await DeskRefusals.SayAsync(turn.Phrases, turn.Work, why, id, cancellationToken));
        }
    }

    private async Task<TicketRefusal?> MoreProofAsync(DeskTurn turn, TicketId id, CancellationToken cancellationToken)
    {
        var proof = turn.What.Files.Select(file => files.Keep(turn.Work, turn.What.Where, file)).ToList();
        await ResolveTicket.AddProofAsync(turn.Work, id, turn.Desk, proof, cancellationToken);
        return null;
    }

    /// <summary>Plain words below a card: which of the buttons did they mean?</summary>
    private static TicketRefusal? Hint(DeskTurn turn, TicketId id)
    {
        turn.Ask(id, new OutgoingMessage
        {
            Text = turn.Phrases.Say("desk.reply_hint", ("ma", id.ToString())),
            Buttons =
            [
                [
                    new Button(turn.Phrases.Say("desk.button_ask"), TicketKeys.ForOfficer(TicketKeys.Ask, id)),
                    new Button(turn.Phrases.Say("desk.button_resolve"), TicketKeys.ForOfficer(TicketKeys.Resolve, id)),
                ],
            ],
        });
        return null;
    }

    private async Task WithoutTicketAsync(DeskTurn turn, CancellationToken cancellationToken)
    {
        if (turn.What.IsGroup)
        {
            turn.Answer(turn.Phrases.Say("desk.reply_to_card"));
            return;
        }

        await today.ShowAsync(turn, cancellationToken);
    }

    private async Task JoinAsync(DeskTurn turn, TicketId copy, TicketId main, CancellationToken cancellationToken)
    {
        var refusal = await markDuplicate.RunAsync(turn.Work, copy, main, turn.Desk, cancellationToken);
        turn.Answer(refusal is { } why
            ? await DeskRefusals.SayAsync(turn.Phrases, turn.Work, why, copy, cancellationToken)
            : turn.Phrases.Say("desk.joined", ("ma", copy.ToString()), ("phieu_chinh", main.ToString())));
    }

    private static string? ActionOf(DeskVerb verb) => verb switch
    {
        DeskVerb.Accept => TicketKeys.Accept,
        DeskVerb.Start => TicketKeys.Start,
        DeskVerb.Resolve => TicketKeys.Resolve,
        DeskVerb.Ask => TicketKeys.Ask,
        DeskVerb.Forward => TicketKeys.Forward,
        DeskVerb.Decline => TicketKeys.Decline,
        DeskVerb.Reporter => TicketKeys.Reporter,
        DeskVerb.Open => TicketKeys.Open,
        DeskVerb.Today or DeskVerb.Duplicate or DeskVerb.People or DeskVerb.Invite or DeskVerb.Cancel or DeskVerb.Help => null,
    };
}

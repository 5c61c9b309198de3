using CommunityBot.Handovers;
using CommunityBot.Messages;
using CommunityBot.Tickets;

namespace CommunityBot.Conversations.AtDesk;

/// <summary>An officer takes a villager's question and answers it: by replying to its card, or, in a chat of their own, by simply writing.</summary>
internal sealed class HandoverTalk(AnswerVillager answer, TicketFiles files)
{
    /// <summary>The hand-over this message belongs to; null when it is about something else.</summary>
    public static string? MeantBy(DeskTurn turn, string? about)
    {
        var command = DeskCommand.Read(turn.What.Text);
        var isElsewhere = command is { Ticket: not null } or { Verb: DeskVerb.Today or DeskVerb.People or DeskVerb.Invite or DeskVerb.Cancel or DeskVerb.Help };

        if (isElsewhere && turn.What.Files.Count == 0)
        {
            return null;
        }

        return HandoverKeys.IdIn(about)
            ?? (about is null && !turn.What.IsGroup && turn.Step is { Task: DeskTask.Talk, Choice: { } id } ? id : null);
    }

    public async Task PressAsync(DeskTurn turn, string action, string id, CancellationToken cancellationToken)
    {
        if (await AnswerVillager.FindAsync(turn.Work, id, turn.Officer, cancellationToken) is not { } handover)
        {
            turn.Answer(turn.Phrases.Say("handover.not_found"));
        }
        else if (action == HandoverKeys.Take)
        {
            await TakeAsync(turn, handover, cancellationToken);
        }
        else if (await answer.CloseAsync(turn.Work, handover, cancellationToken))
        {
            turn.End();
            turn.Answer(turn.Phrases.Say("handover.closed_at_desk"));
        }
        else
        {
            turn.Answer(turn.Phrases.Say("handover.over_at_desk"));
        }
    }

    public async Task HearAsync(DeskTurn turn, string id, CancellationToken cancellationToken)
    {
        if (await AnswerVillager.FindAsync(turn.Work, id, turn.Officer, cancellationToken) is not { } handover)
        {
            turn.Answer(turn.Phrases.Say("handover.not_found"));
            return;
        }

        if (DeskCommand.Read(turn.What.Text) is { Verb: DeskVerb.Accept } && turn.What.Files.Count == 0)
        {
            await TakeAsync(turn, handover, cancellationToken);
            return;
        }

        var kept = turn.What.Files.Select(file => files.Keep(turn.Work, turn.What.Where, file)).ToList();

        if (!await answer.SayAsync(turn.Work, handover, turn.Officer, turn.What.Text ?? "", kept, cancellationToken))
        {
            turn.End();
            turn.Answer(turn.Phrases.Say("handover.over_at_desk"));
            return;
        }

        turn.Begin(new DeskStep { Task = DeskTask.Talk, Choice = id });
        turn.Answer(turn.Phrases.Say("handover.sent_to_villager"));
    }

    private async Task TakeAsync(DeskTurn turn, Handover handover, CancellationToken cancellationToken)
    {
        if (!await answer.TakeAsync(turn.Work, handover, turn.Officer, cancellationToken))
        {
            turn.Answer(turn.Phrases.Say("handover.over_at_desk"));
            return;
        }

        turn.Begin(new DeskStep { Task = DeskTask.Talk, Choice = handover.Id });
        turn.Ask(HandoverKeys.About(handover.Id), new OutgoingMessage
        {
            Text = turn.Phrases.Say(turn.What.IsGroup ? "handover.please_reply" : "handover.please_write", ("ten", turn.Officer.Name)),
        });
    }
}

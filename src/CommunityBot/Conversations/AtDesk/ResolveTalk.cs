using CommunityBot.Messages;
using CommunityBot.Tickets;

namespace CommunityBot.Conversations.AtDesk;

/// <summary>"Đã xong": outcome, words and proof in any order; what is missing is asked for, one thing at a time.</summary>
internal sealed class ResolveTalk(ResolveTicket resolve, OutcomeCatalogue outcomes, TicketFiles files)
{
    public async Task<TicketRefusal?> BeginAsync(DeskTurn turn, TicketId id, CancellationToken cancellationToken)
    {
        if (await ResolveTicket.CanResolveAsync(turn.Work, id, turn.Desk, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        turn.Begin(new DeskStep { Task = DeskTask.Resolve, Ticket = id });
        AskOutcome(turn, id);
        return null;
    }

    /// <summary>The button of an outcome.</summary>
    public async Task<TicketRefusal?> ChooseAsync(DeskTurn turn, TicketId id, string outcome, CancellationToken cancellationToken)
    {
        if (await ResolveTicket.CanResolveAsync(turn.Work, id, turn.Desk, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        if (outcomes.Find(outcome) is null)
        {
            return TicketRefusal.UnknownChoice;
        }

        var begun = turn.Step is { Task: DeskTask.Resolve } open && open.Ticket == id ? open : new DeskStep { Task = DeskTask.Resolve, Ticket = id };
        return await GoOnAsync(turn, begun with { Choice = outcome }, id, cancellationToken);
    }

    /// <summary>A photo in reply to a card begins the answer by itself.</summary>
    public async Task<TicketRefusal?> HearAsync(DeskTurn turn, DeskStep step, TicketId id, CancellationToken cancellationToken)
    {
        if (step.Ticket == id && await ResolveTicket.CanResolveAsync(turn.Work, id, turn.Desk, cancellationToken) is { } refusal)
        {
            turn.End();
            return refusal;
        }

        var proof = turn.What.Files.Select(file => files.Keep(turn.Work, turn.What.Where, file));
        var heard = step with { Words = turn.What.Text ?? step.Words, Proof = [.. step.Proof, .. proof], Album = turn.What.AlbumId };
        var isSamePack = step.Album is not null && step.Album == turn.What.AlbumId && turn.What.Text is null;
        return await GoOnAsync(turn, heard, id, cancellationToken, isQuiet: isSamePack);
    }

    private async Task<TicketRefusal?> GoOnAsync(DeskTurn turn, DeskStep step, TicketId id, CancellationToken cancellationToken, bool isQuiet = false)
    {
        turn.Begin(step);

        if (step.Choice is null)
        {
            if (!isQuiet)
            {
                AskOutcome(turn, id);
            }

            return null;
        }

        var refusal = await resolve.RunAsync(turn.Work, id, turn.Desk, step.Choice, step.Words, step.Proof, step.Album is not null, cancellationToken);

        switch (refusal)
        {
            case null:
                Finish(turn, step, id);
                return null;
            case TicketRefusal.NeedsConcreteWords when isQuiet:
            case TicketRefusal.NeedsProof when isQuiet:
                return null;
            case TicketRefusal.NeedsConcreteWords:
                turn.Ask(id, new OutgoingMessage { Text = turn.Phrases.Say(step.Words is null ? "desk.ask_result" : "desk.needs_words", ("ma", id.ToString())), Buttons = CancelRow(turn) });
                return null;
            case TicketRefusal.NeedsProof:
                turn.Ask(id, new OutgoingMessage { Text = turn.Phrases.Say("desk.needs_proof", ("ma", id.ToString())), Buttons = CancelRow(turn) });
                return null;
            default:
                turn.End();
                return refusal;
        }
    }

    private static void Finish(DeskTurn turn, DeskStep step, TicketId id)
    {
        // The other photos of the same album are still on their way.
        if (step.Album is not null)
        {
            turn.Begin(new DeskStep { Task = DeskTask.MoreProof, Ticket = id, Album = step.Album });
        }
        else
        {
            turn.End();
        }

        turn.Say(new OutgoingMessage { Text = turn.Phrases.Say("desk.resolved", ("ma", id.ToString())) });
    }

    private void AskOutcome(DeskTurn turn, TicketId id) => turn.Ask(id, new OutgoingMessage
    {
        Text = turn.Phrases.Say("desk.ask_outcome", ("ma", id.ToString())),
        Buttons =
        [
            .. outcomes.All
                .Select(outcome => new Button(outcome.ButtonLabel, TicketKeys.ForOfficer(TicketKeys.Outcome, id, outcome.Key)))
                .Chunk(2),
            .. CancelRow(turn),
        ],
    });

    private static IReadOnlyList<IReadOnlyList<Button>> CancelRow(DeskTurn turn) => [[new Button(turn.Phrases.Say("desk.button_cancel"), DeskKeys.Cancel)]];
}

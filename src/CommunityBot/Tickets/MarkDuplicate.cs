using CommunityBot.Messages;
using CommunityBot.Storage;

namespace CommunityBot.Tickets;

/// <summary>Two tickets tell the same: one is worked on, and everybody who told it hears the result.</summary>
public sealed class MarkDuplicate(TakeStep step, TellTheVillager tell)
{
    public async Task<TicketRefusal?> RunAsync(Work work, TicketId id, TicketId of, OfficerAtDesk desk, CancellationToken cancellationToken)
    {
        var copy = await desk.FindTicketAsync(work, id, cancellationToken);
        var main = await desk.FindTicketAsync(work, of, cancellationToken);

        if (copy is null || main is null)
        {
            return TicketRefusal.NotFound;
        }

        if (copy.Id == main.Id || !TicketLifecycle.IsOpen(main.Status) || main.Status == TicketStatus.New || main.Commune != copy.Commune)
        {
            return TicketRefusal.WrongMoment;
        }

        var joined = await step.RunAsync(
            work,
            copy,
            copy with { Status = TicketStatus.Duplicate, DuplicateOf = main.Id, Question = null, Followers = [] },
            desk.Actor,
            "duplicate",
            main.Id.ToString(),
            cancellationToken);

        if (joined is null)
        {
            return TicketRefusal.WrongMoment;
        }

        await step.RunAsync(
            work,
            main,
            main with { Followers = [.. main.Followers, copy.Id, .. copy.Followers] },
            desk.Actor,
            "follower",
            copy.Id.ToString(),
            cancellationToken);
        await tell.SayAsync(
            work,
            joined,
            book => new OutgoingMessage { Text = book.Say("ticket.duplicate", ("ma", joined.Id.ToString())) },
            cancellationToken);
        return null;
    }
}

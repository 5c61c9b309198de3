using CommunityBot.Communes;
using CommunityBot.Messages;
using CommunityBot.Primitives;
using CommunityBot.Storage;
using CommunityBot.Tickets;

namespace CommunityBot.News;

/// <summary>"Báo khi có nước lại": ties a villager to what is known of the outage where they live.</summary>
public sealed class FollowOutage(TimeProvider clock)
{
    private static readonly string[] Outages = ["no_water", "broken_tap"];

    private static readonly TicketStatus[] Open =
        [TicketStatus.Routed, TicketStatus.Accepted, TicketStatus.InProgress, TicketStatus.NeedsInfo, TicketStatus.Forwarded];

    /// <returns>False when nobody has reported an outage there.</returns>
    public async Task<bool> RunAsync(Work work, ConversationKey villager, UnitKey commune, string? village, CancellationToken cancellationToken)
    {
        var known = await FindOpenAsync(work, commune, cancellationToken);

        if (known.Count == 0)
        {
            return false;
        }

        // Whoever reported it hears the answer anyway.
        if (known.Exists(ticket => ticket.Reporter.Conversation == villager))
        {
            return true;
        }

        var near = village is null ? [] : known.FindAll(ticket => IsNear(ticket, village));
        var follower = new OutageFollower
        {
            Villager = villager,
            Commune = commune,
            Tickets = [.. (near.Count > 0 ? near : known).Select(ticket => ticket.Id)],
            Since = clock.GetUtcNow(),
        };
        await work.FindAsync(OutageFollower.Kind, OutageFollower.Kind.IdOf(follower), cancellationToken);
        work.Put(OutageFollower.Kind, follower);
        return true;
    }

    private static async Task<List<Ticket>> FindOpenAsync(Work work, UnitKey commune, CancellationToken cancellationToken)
    {
        var found = new List<Ticket>();

        foreach (var status in Open)
        {
            var page = await work.Store.ListAsync(
                new IndexRange(Ticket.Kind.Definition.Name, Ticket.CommuneIndex, $"{commune}|{status}|", $"{commune}|{status}}}"), cancellationToken);
            found.AddRange(page.Select(Ticket.Kind.Read).Where(ticket => Outages.Contains(ticket.Category)));
        }

        return found;
    }

    private static bool IsNear(Ticket ticket, string village) =>
        ticket.Place.Village is { } there
        && VietnameseText.Fold(there) is var one
        && VietnameseText.Fold(village) is var other
        && (one.Contains(other, StringComparison.Ordinal) || other.Contains(one, StringComparison.Ordinal));
}

using static CommunityBot.Tickets.TicketStatus;

namespace CommunityBot.Tickets;

/// <summary>Which way a ticket may go from where it stands. The one table; everything that moves a ticket asks it.</summary>
public static class TicketLifecycle
{
    private static readonly Dictionary<TicketStatus, TicketStatus[]> Ways = new()
    {
        [New] = [Routed, Duplicate, Withdrawn],
        [Routed] = [Routed, Accepted, NeedsInfo, Forwarded, Declined, Duplicate, Withdrawn], // Routed again: another commune is responsible
        [Accepted] = [Routed, InProgress, NeedsInfo, Forwarded, Resolved, Declined, Duplicate, Withdrawn],
        [InProgress] = [Routed, NeedsInfo, Forwarded, Resolved, Declined, Duplicate, Withdrawn],
        [NeedsInfo] = [Routed, Accepted, InProgress, Forwarded, Resolved, Declined, Duplicate, Withdrawn], // back to where the question came from
        [Forwarded] = [Accepted, Forwarded, Resolved, Duplicate, Withdrawn], // the commune takes it back, forwards it elsewhere or proves that it is done
        [Resolved] = [Closed, Accepted], // "chưa ổn", and a second person agrees
        [Closed] = [Accepted], // the same within 30 days
        [Declined] = [],
        [Duplicate] = [],
        [Withdrawn] = [],
    };

    public static bool Allows(TicketStatus from, TicketStatus to) => Ways[from].Contains(to);

    /// <summary>True while somebody still has to do something about it.</summary>
    public static bool IsOpen(TicketStatus status) => status switch
    {
        New or Routed or Accepted or InProgress or NeedsInfo or Forwarded => true,
        Resolved or Closed or Declined or Duplicate or Withdrawn => false,
    };
}

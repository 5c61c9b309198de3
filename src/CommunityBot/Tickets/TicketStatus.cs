namespace CommunityBot.Tickets;

/// <summary>Where a ticket stands; the Vietnamese words are in src/README.md.</summary>
public enum TicketStatus
{
    New,
    Routed,
    Accepted,
    InProgress,
    NeedsInfo,
    Forwarded,
    Resolved,
    Closed,
    Declined,
    Duplicate,
    Withdrawn,
}

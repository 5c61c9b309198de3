namespace CommunityBot.Tickets;

/// <summary>When a job must look at a ticket again; what is due is a question to the store, never to a timer.</summary>
public static class TicketClock
{
    /// <summary>Silence so long after the answer closes the ticket.</summary>
    public static readonly TimeSpan SilenceCloses = TimeSpan.FromDays(7);

    /// <summary>The clock does not rest longer while the villager is asked.</summary>
    public static readonly TimeSpan LongestRest = TimeSpan.FromDays(7);

    /// <summary>So long the villager may say "chưa ổn".</summary>
    public static readonly TimeSpan StillBrokenWithin = TimeSpan.FromDays(30);

    /// <summary>The desk, the next linked person, the province: at these parts of the time to accept.</summary>
    private static readonly double[] ReminderAt = [0.8, 1.0, 1.5];

    /// <summary>Which job looks at it next and when; null when time changes nothing.</summary>
    public static TicketLook? NextLook(Ticket ticket) => ticket.Status switch
    {
        TicketStatus.Routed when ticket.Deadlines is { } deadlines && ticket.Reminded < ReminderAt.Length =>
            new TicketLook(RemindDesks.JobName, ReminderOf(ticket.AcceptFrom ?? ticket.ReceivedAt, deadlines.AcceptBy, ticket.Reminded)),
        TicketStatus.NeedsInfo when ticket.Question is { } question =>
            new TicketLook(StopWaiting.JobName, question.At + LongestRest),
        TicketStatus.Forwarded when ticket.Forwarding is { } forwarding =>
            new TicketLook(FollowUpForwarded.JobName, forwarding.FollowUpAt),
        TicketStatus.Resolved when ticket.Resolution is { } resolution && ticket.Reopening is null =>
            new TicketLook(CloseSilent.JobName, resolution.At + SilenceCloses),
        TicketStatus.New or TicketStatus.Routed or TicketStatus.Accepted or TicketStatus.InProgress or TicketStatus.NeedsInfo
            or TicketStatus.Forwarded or TicketStatus.Resolved or TicketStatus.Closed or TicketStatus.Declined
            or TicketStatus.Duplicate or TicketStatus.Withdrawn => null,
    };

    private static DateTimeOffset ReminderOf(DateTimeOffset from, DateTimeOffset acceptBy, int taken) =>
        from + ((acceptBy - from) * ReminderAt[taken]);
}

/// <summary>Which job looks at a ticket and when.</summary>
public sealed record TicketLook(string Job, DateTimeOffset At);

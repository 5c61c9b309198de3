using CommunityBot.Reports;
using CommunityBot.Scheduling;

namespace CommunityBot.Tickets;

/// <summary>By when somebody takes, visits and solves a report: minutes and hours run day and night, days are working days.</summary>
public static class Deadlines
{
    public static TicketDeadlines For(
        ReportCategory category,
        Severity severity,
        SeverityTargets targets,
        DateTimeOffset receivedAt,
        WorkingDays workingDays)
    {
        var isOfficeOpen = workingDays.NextWorkingMoment(receivedAt) == receivedAt.ToUniversalTime();
        var acceptBy = After(receivedAt, isOfficeOpen ? targets.Acknowledge : targets.AcknowledgeOffHours, workingDays);
        var visitBy = After(receivedAt, targets.OnSite, workingDays);
        var doneBy = After(receivedAt, severity < category.Severity ? targets.Done : category.DoneWithin, workingDays);
        return new TicketDeadlines(acceptBy, Later(visitBy, acceptBy), Later(doneBy, acceptBy));
    }

    /// <summary>The same times, moved by a rest of the clock.</summary>
    public static TicketDeadlines Moved(TicketDeadlines deadlines, TimeSpan rest) =>
        new(deadlines.AcceptBy + rest, deadlines.VisitBy + rest, deadlines.DoneBy + rest);

    private static DateTimeOffset After(DateTimeOffset start, Target target, WorkingDays workingDays) => target.Clock switch
    {
        TargetClock.Wall => start + target.Amount,
        TargetClock.Working => workingDays.AddWorkingDays(start, target.Days),
    };

    /// <summary>A long weekend may put a working target behind a wall target that follows it.</summary>
    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}

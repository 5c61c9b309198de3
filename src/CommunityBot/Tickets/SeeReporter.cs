using CommunityBot.Storage;

namespace CommunityBot.Tickets;

/// <summary>The officer who took a ticket looks at the reporter's name and phone; the timeline keeps that they did.</summary>
public sealed class SeeReporter(TakeStep step)
{
    public async Task<ReporterSight> RunAsync(Work work, TicketId id, OfficerAtDesk desk, CancellationToken cancellationToken)
    {
        var ticket = await desk.FindTicketAsync(work, id, cancellationToken);

        if (ticket is null)
        {
            return new ReporterSight(TicketRefusal.NotFound, null, null);
        }

        if (ticket.Assignee != desk.Officer.Id)
        {
            return new ReporterSight(TicketRefusal.OnlyAssignee, null, null);
        }

        if (!TicketLifecycle.IsOpen(ticket.Status))
        {
            return new ReporterSight(TicketRefusal.WrongMoment, null, null);
        }

        if (ticket.Reporter.Anonymity != Anonymity.Named || (ticket.Reporter.Name is null && ticket.Reporter.Phone is null))
        {
            return new ReporterSight(TicketRefusal.ReporterHidden, null, null);
        }

        await step.RunAsync(work, ticket, ticket, desk.Actor, "see-reporter", null, cancellationToken);
        return new ReporterSight(null, ticket.Reporter.Name, ticket.Reporter.Phone);
    }
}

/// <summary>What the officer may see.</summary>
public sealed record ReporterSight(TicketRefusal? Refusal, string? Name, string? Phone);

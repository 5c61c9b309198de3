using CommunityBot.Reports;
using CommunityBot.Scheduling;
using CommunityBot.Storage;

namespace CommunityBot.Tickets;

/// <summary>An officer sorts a ticket that had only a photo or a voice note; its times follow the new kind.</summary>
public sealed class SetCategory(TakeStep step, CategoryCatalogue categories, WorkingDays workingDays)
{
    public async Task<TicketRefusal?> RunAsync(Work work, TicketId id, OfficerAtDesk desk, string category, CancellationToken cancellationToken)
    {
        var ticket = await desk.FindTicketAsync(work, id, cancellationToken);

        if (ticket is null)
        {
            return TicketRefusal.NotFound;
        }

        if (categories.Find(category) is not { } kind)
        {
            return TicketRefusal.UnknownChoice;
        }

        if (!TicketLifecycle.IsOpen(ticket.Status))
        {
            return TicketRefusal.WrongMoment;
        }

        // Danger that was heard in the words stays danger.
        var severity = ticket.Severity == Severity.S1 ? Severity.S1 : kind.Severity;
        var sorted = ticket with
        {
            Category = kind.Key,
            Severity = severity,
            Deadlines = Deadlines.For(kind, severity, categories.TargetsOf(severity), ticket.ReceivedAt, workingDays),
        };
        await step.RunAsync(work, ticket, sorted, desk.Actor, "category", kind.Key, cancellationToken);
        return null;
    }
}

using CommunityBot.Primitives;
using CommunityBot.Reports;
using CommunityBot.Scheduling;
using CommunityBot.Storage;

namespace CommunityBot.Tickets;

/// <summary>A finished report becomes a ticket, in the commit of the villager's "gửi"; the routing job is rung when it holds.</summary>
public sealed class OpenTicket(CategoryCatalogue categories, WorkingDays workingDays, IJobBell bell, IChance chance)
{
    public Ticket Run(Work work, ReportFacts facts)
    {
        var category = categories.Find(facts.Category)
            ?? throw new InvalidOperationException($"The category {facts.Category} is not in content/categories.");
        var ticket = new Ticket
        {
            Id = TicketId.New(chance),
            ReceivedAt = facts.ReceivedAt,
            Status = TicketStatus.New,
            Category = facts.Category,
            Severity = facts.Severity,
            Words = facts.Words,
            Files = facts.Files,
            Place = facts.Place,
            Culprit = facts.Culprit,
            Reporter = facts.Reporter.Anonymity == Anonymity.NothingStored ? Nobody : facts.Reporter,
            Deadlines = Deadlines.For(category, facts.Severity, categories.TargetsOf(facts.Severity), facts.ReceivedAt, workingDays),
            Timeline = [new TimelineEntry(facts.ReceivedAt, Actor.VillagerName, facts.From, "open", TicketStatus.New, TicketStatus.New, null)],
        };

        work.Put(Ticket.Kind, ticket);
        work.AfterCommit(() => bell.Ring(RouteNewTickets.JobName));
        return ticket;
    }

    /// <summary>"Không lưu gì" means nothing, whatever the talk still knew.</summary>
    private static Reporter Nobody { get; } = new(null, null, null, Anonymity.NothingStored, null);
}

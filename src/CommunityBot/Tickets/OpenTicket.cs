using CommunityBot.Primitives;
using CommunityBot.Storage;

namespace CommunityBot.Tickets;

/// <summary>A finished report becomes a ticket, in the commit of the villager's "gửi".</summary>
public sealed class OpenTicket(IChance chance)
{
    public Ticket Run(Work work, ReportFacts facts)
    {
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
            Reporter = facts.Reporter,
        };
        work.Put(Ticket.Kind, ticket);
        return ticket;
    }
}

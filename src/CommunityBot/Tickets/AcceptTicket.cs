using CommunityBot.Messages;
using CommunityBot.Storage;

namespace CommunityBot.Tickets;

/// <summary>An officer takes a ticket into their own hands; of two at once one wins.</summary>
public sealed class AcceptTicket(TakeStep step, TellTheVillager tell, TicketWords words)
{
    public async Task<TicketRefusal?> RunAsync(Work work, TicketId id, OfficerAtDesk desk, CancellationToken cancellationToken)
    {
        var ticket = await desk.FindTicketAsync(work, id, cancellationToken);

        if (ticket is null)
        {
            return TicketRefusal.NotFound;
        }

        if (ticket.Status is TicketStatus.Accepted or TicketStatus.InProgress && ticket.Assignee != desk.Officer.Id)
        {
            return TicketRefusal.TakenByColleague;
        }

        if (ticket.Status is not (TicketStatus.Routed or TicketStatus.Forwarded))
        {
            return TicketRefusal.WrongMoment;
        }

        var mine = ticket with
        {
            Status = TicketStatus.Accepted,
            Assignee = desk.Officer.Id,
            AssigneeName = desk.Officer.Name,
            Forwarding = null,
        };

        if (await step.RunAsync(work, ticket, mine, desk.Actor, "accept", null, cancellationToken) is not { } taken)
        {
            return TicketRefusal.WrongMoment;
        }

        await tell.SayToAllAsync(
            work,
            taken,
            (one, book) => new OutgoingMessage { Text = book.Say("ticket.accepted", ("ma", one.Id.ToString()), ("xa", words.CommuneOf(taken.Commune))) },
            cancellationToken);
        return null;
    }
}

using CommunityBot.Messages;
using CommunityBot.Storage;

namespace CommunityBot.Tickets;

/// <summary>The officer who took a ticket is now at the place.</summary>
public sealed class StartWork(TakeStep step, TellTheVillager tell, TicketWords words)
{
    public async Task<TicketRefusal?> RunAsync(Work work, TicketId id, OfficerAtDesk desk, CancellationToken cancellationToken)
    {
        var ticket = await desk.FindTicketAsync(work, id, cancellationToken);

        if (ticket is null)
        {
            return TicketRefusal.NotFound;
        }

        if (ticket.Status == TicketStatus.Routed)
        {
            return TicketRefusal.NotTaken;
        }

        if (ticket.Status != TicketStatus.Accepted
            || await step.RunAsync(work, ticket, ticket with { Status = TicketStatus.InProgress }, desk.Actor, "start", null, cancellationToken) is not { } started)
        {
            return TicketRefusal.WrongMoment;
        }

        await tell.SayToAllAsync(
            work,
            started,
            (one, book) => new OutgoingMessage { Text = book.Say("ticket.in_progress", ("ma", one.Id.ToString()), ("xa", words.CommuneOf(started.Commune))) },
            cancellationToken);
        return null;
    }
}

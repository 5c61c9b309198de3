using CommunityBot.Messages;
using CommunityBot.Storage;

namespace CommunityBot.Tickets;

/// <summary>The villager says "Ổn": the ticket is closed.</summary>
public sealed class ConfirmFixed(TakeStep step)
{
    public async Task<TicketRefusal?> RunAsync(Work work, TicketId id, ConversationKey villager, CancellationToken cancellationToken)
    {
        if (await work.FindAsync(Ticket.Kind, id.Code, cancellationToken) is not { } ticket || ticket.Reporter.Conversation != villager)
        {
            return TicketRefusal.NotFound;
        }

        // One of several who told the same: the ticket itself stays open for the others.
        if (ticket.Status == TicketStatus.Duplicate)
        {
            return null;
        }

        var closed = await step.RunAsync(
            work, ticket, ticket with { Status = TicketStatus.Closed, Reopening = null }, Actor.Villager(villager), "fixed", null, cancellationToken);
        return closed is null ? TicketRefusal.WrongMoment : null;
    }
}

using CommunityBot.Messages;
using CommunityBot.Storage;

namespace CommunityBot.Tickets;

/// <summary>The villager takes the report back; the desk sees it on the card.</summary>
public sealed class WithdrawTicket(TakeStep step)
{
    public async Task<TicketRefusal?> RunAsync(Work work, TicketId id, ConversationKey villager, CancellationToken cancellationToken)
    {
        if (await work.FindAsync(Ticket.Kind, id.Code, cancellationToken) is not { } ticket || ticket.Reporter.Conversation != villager)
        {
            return TicketRefusal.NotFound;
        }

        // Others told the same: the work goes on, only this reporter leaves it.
        var left = ticket.Followers.Count > 0 && TicketLifecycle.IsOpen(ticket.Status)
            ? ticket with { Reporter = ticket.Reporter with { Conversation = null, Name = null, Phone = null } }
            : ticket with { Status = TicketStatus.Withdrawn, Question = null };
        var withdrawn = await step.RunAsync(
            work, ticket, left, Actor.Villager(villager), "withdraw", null, cancellationToken);
        return withdrawn is null ? TicketRefusal.WrongMoment : null;
    }
}

using CommunityBot.Messages;
using CommunityBot.Storage;

namespace CommunityBot.Tickets;

/// <summary>It is not the commune's business: the villager hears why not and where to go.</summary>
public sealed class DeclineTicket(TakeStep step, TellTheVillager tell)
{
    public static async Task<TicketRefusal?> CanDeclineAsync(Work work, TicketId id, OfficerAtDesk desk, CancellationToken cancellationToken) =>
        await desk.FindTicketAsync(work, id, cancellationToken) switch
        {
            null => TicketRefusal.NotFound,
            { } ticket when !TicketLifecycle.Allows(ticket.Status, TicketStatus.Declined) => TicketRefusal.WrongMoment,
            _ => null,
        };

    /// <param name="work">The turn.</param>
    /// <param name="id">Which.</param>
    /// <param name="desk">Who, where.</param>
    /// <param name="reason">Why not, and where to go, in one text.</param>
    /// <param name="cancellationToken">Nothing is changed when it fires.</param>
    public async Task<TicketRefusal?> RunAsync(Work work, TicketId id, OfficerAtDesk desk, string? reason, CancellationToken cancellationToken)
    {
        var ticket = await desk.FindTicketAsync(work, id, cancellationToken);

        if (ticket is null)
        {
            return TicketRefusal.NotFound;
        }

        if (!ConcreteWords.Say(reason))
        {
            return TicketRefusal.NeedsConcreteWords;
        }

        var declined = await step.RunAsync(
            work, ticket, ticket with { Status = TicketStatus.Declined, Question = null }, desk.Actor, "decline", reason, cancellationToken);

        if (declined is null)
        {
            return TicketRefusal.WrongMoment;
        }

        await tell.SayToAllAsync(
            work,
            declined,
            (one, book) => new OutgoingMessage { Text = book.Say("ticket.declined", ("ma", one.Id.ToString()), ("loi", reason!)) }, // missing words were refused above
            cancellationToken);
        return null;
    }
}

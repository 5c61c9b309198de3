using CommunityBot.Desks;
using CommunityBot.Messages;
using CommunityBot.Storage;

namespace CommunityBot.Tickets;

/// <summary>An officer acting in one conversation; every operation on a ticket begins by asking what this person may see.</summary>
/// <param name="Officer">Linked and confirmed.</param>
/// <param name="Where">The desk's conversation.</param>
public sealed record OfficerAtDesk(Officer Officer, ConversationKey Where)
{
    public Actor Actor => Actor.Of(Officer, Where);

    /// <summary>The ticket, when it exists and is this officer's business; a foreign one looks like none.</summary>
    public async ValueTask<Ticket?> FindTicketAsync(Work work, TicketId id, CancellationToken cancellationToken) =>
        await work.FindAsync(Ticket.Kind, id.Code, cancellationToken) is { } ticket && Officer.MayWorkFor(ticket.Commune) ? ticket : null;
}

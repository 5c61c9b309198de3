using CommunityBot.Messages;
using CommunityBot.Storage;

namespace CommunityBot.Tickets;

/// <summary>Tells the villager's conversation what its next words may mean, when somebody else spoke there.</summary>
public interface IVillagerTalk
{
    /// <summary>The next words may answer an officer's question.</summary>
    Task ExpectAnswerAsync(Work work, ConversationKey villager, TicketId ticket, CancellationToken cancellationToken);

    /// <summary>The typed words or numbers of these buttons mean what a press means.</summary>
    Task OfferAsync(Work work, ConversationKey villager, IReadOnlyList<IReadOnlyList<Button>> buttons, CancellationToken cancellationToken);
}

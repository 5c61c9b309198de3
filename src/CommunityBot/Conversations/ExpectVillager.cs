using CommunityBot.Messages;
using CommunityBot.Storage;
using CommunityBot.Tickets;

namespace CommunityBot.Conversations;

/// <summary>Writes into the villager's conversation what their next words may mean, in the commit of whoever spoke to them.</summary>
public sealed class ExpectVillager : IVillagerTalk
{
    public async Task ExpectAnswerAsync(Work work, ConversationKey villager, TicketId ticket, CancellationToken cancellationToken)
    {
        var conversation = await FindAsync(work, villager, cancellationToken);
        work.Put(Conversation.Kind, conversation with { Question = ticket });
    }

    /// <summary>A question that is being talked about keeps its own choices.</summary>
    public async Task OfferAsync(Work work, ConversationKey villager, IReadOnlyList<IReadOnlyList<Button>> buttons, CancellationToken cancellationToken)
    {
        var conversation = await FindAsync(work, villager, cancellationToken);

        if (conversation.State.Open is null)
        {
            work.Put(Conversation.Kind, conversation with { Offered = OfferedChoice.Of(buttons) });
        }
    }

    private static async ValueTask<Conversation> FindAsync(Work work, ConversationKey villager, CancellationToken cancellationToken) =>
        await work.FindAsync(Conversation.Kind, villager.ToString(), cancellationToken) ?? new Conversation { Key = villager };
}

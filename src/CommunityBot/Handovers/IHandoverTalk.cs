using CommunityBot.Messages;
using CommunityBot.Storage;

namespace CommunityBot.Handovers;

/// <summary>Tells the villager's conversation whether its next words go to a person.</summary>
public interface IHandoverTalk
{
    /// <summary>Words that belong to no other talk go to the officer until then.</summary>
    Task ListenAsync(Work work, ConversationKey villager, string handover, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>The bot hears them again.</summary>
    Task EndAsync(Work work, ConversationKey villager, string handover, CancellationToken cancellationToken);
}

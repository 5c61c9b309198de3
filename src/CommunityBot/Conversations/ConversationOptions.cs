using System.ComponentModel.DataAnnotations;

namespace CommunityBot.Conversations;

/// <summary>How much one conversation may ask of the bot. Section <c>Conversations</c>.</summary>
public sealed class ConversationOptions
{
    /// <summary>Messages and presses of one conversation within a minute; more are answered by one polite sentence. 0 to 10,000, normally 60; 0 = no limit.</summary>
    [Range(0, 10_000)]
    public int MessagesPerMinute { get; init; } = 60;
}

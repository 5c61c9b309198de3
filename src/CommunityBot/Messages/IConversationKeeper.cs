namespace CommunityBot.Messages;

/// <summary>A channel that itself remembers what was said (the web chat): it can sign a lost phone out and forget a person.</summary>
public interface IConversationKeeper
{
    /// <summary>The <see cref="IChannel.Name"/> whose conversations it keeps.</summary>
    string Channel { get; }

    /// <summary>Signs every browser out of the conversation for good: cookie and tokens are refused, nothing more is sent there.</summary>
    Task SignOutAsync(ConversationKey conversation, CancellationToken cancellationToken);

    /// <summary>Deletes what was said and sent in the conversation; the person may go on talking.</summary>
    Task ForgetAsync(ConversationKey conversation, CancellationToken cancellationToken);
}

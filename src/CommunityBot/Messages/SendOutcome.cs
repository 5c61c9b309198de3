namespace CommunityBot.Messages;

/// <summary>What became of one attempt to send, as the sender must act on it.</summary>
public abstract record SendOutcome
{
    private SendOutcome()
    {
    }

    /// <summary>The channel has it.</summary>
    public sealed record Delivered(string? ChannelMessageId) : SendOutcome;

    /// <summary>The whole bot must wait (429).</summary>
    public sealed record BotMustWait(TimeSpan Wait) : SendOutcome;

    /// <summary>The line or the channel is in trouble before the request took effect (5xx, connection refused): try again with backoff, or after a known wait.</summary>
    public sealed record TryLater(string Reason, TimeSpan? Wait = null) : SendOutcome;

    /// <summary>This messenger lets us write only so long after the villager's last word: the row waits for their next one.</summary>
    public sealed record WindowClosed(string Reason) : SendOutcome;

    /// <summary>The line broke after the request went out.</summary>
    public sealed record Unknown(string Reason) : SendOutcome;

    /// <summary>The villager blocked us, or the group removed us.</summary>
    public sealed record ReceiverLeft : SendOutcome;

    /// <summary>The group has a new address; send there.</summary>
    public sealed record Moved(string NewAddress) : SendOutcome;

    /// <summary>Refused for good; a bug or a hostile text.</summary>
    public sealed record Refused(string Reason) : SendOutcome;

    /// <summary>The channel is switched off (refused token): rows wait.</summary>
    public sealed record ChannelOff(string Reason) : SendOutcome;
}

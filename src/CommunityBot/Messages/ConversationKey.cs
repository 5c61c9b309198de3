using System.Diagnostics.CodeAnalysis;

namespace CommunityBot.Messages;

/// <summary>Where we talk with somebody: a private chat, a staff group, a web chat. Channel and the channel's own address.</summary>
public readonly record struct ConversationKey
{
    private readonly string? channel;
    private readonly string? address;

    public ConversationKey(string channel, string address)
    {
        ArgumentException.ThrowIfNullOrEmpty(channel);
        ArgumentException.ThrowIfNullOrEmpty(address);

        if (channel.Contains(':', StringComparison.Ordinal))
        {
            throw new ArgumentException("A channel's name holds no colon.", nameof(channel));
        }

        this.channel = channel;
        this.address = address;
    }

    /// <summary>"telegram", "webchat", "zalo".</summary>
    public string Channel => channel ?? throw Empty();

    /// <summary>The channel's own id of the conversation; a forum topic is part of it ("-1001#17").</summary>
    public string Address => address ?? throw Empty();

    public static bool TryParse([NotNullWhen(true)] string? text, out ConversationKey key)
    {
        key = default;
        var colon = text?.IndexOf(':', StringComparison.Ordinal) ?? -1;

        if (text is null || colon <= 0 || colon == text.Length - 1)
        {
            return false;
        }

        key = new ConversationKey(text[..colon], text[(colon + 1)..]);
        return true;
    }

    /// <summary>The id of the conversation in the store.</summary>
    public override string ToString() => $"{Channel}:{Address}";

    private static InvalidOperationException Empty() => new("A conversation without channel and address.");
}

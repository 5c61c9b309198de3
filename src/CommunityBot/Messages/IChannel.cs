namespace CommunityBot.Messages;

/// <summary>A messenger, seen from the heart: it sends what we say and fetches what villagers sent. Incoming things reach us through <see cref="IIncoming"/>.</summary>
public interface IChannel
{
    /// <summary>The first part of every <see cref="ConversationKey"/> of this channel.</summary>
    string Name { get; }

    ChannelPace Pace { get; }

    ChannelStatus Status { get; }

    /// <summary>What this messenger can show and do.</summary>
    ChannelTraits Traits => ChannelTraits.Everything;

    /// <summary>Sends one row once; no retries inside. <paramref name="replaced"/> is the channel's id of the bubble to edit, when there is one.</summary>
    Task<SendOutcome> SendAsync(OutboxRow row, string? replaced, CancellationToken cancellationToken);

    /// <summary>Fetches a file a villager sent; at most <paramref name="limitBytes"/>.</summary>
    Task<FetchedFile> FetchAsync(IncomingFile file, long limitBytes, CancellationToken cancellationToken);
}

/// <summary>How fast a channel may be fed; 0 switches a limit off.</summary>
/// <param name="PerSecond">Messages a second over all conversations.</param>
/// <param name="Burst">How many may go at once.</param>
/// <param name="PerChatPerSecond">Messages a second in one conversation.</param>
/// <param name="ChatBurst">How many may go at once in one conversation.</param>
/// <param name="PerGroupPerMinute">Messages a minute in one group.</param>
public sealed record ChannelPace(double PerSecond, int Burst, double PerChatPerSecond, int ChatBurst, double PerGroupPerMinute)
{
    public static ChannelPace Unlimited { get; } = new(0, 0, 0, 0, 0);
}

/// <summary>Whether a channel works, for health, doctor and the desk.</summary>
/// <param name="State">Off = switched off by a refused token or never configured.</param>
/// <param name="Sentence">What an operator should know or do; no secrets.</param>
public sealed record ChannelStatus(ChannelState State, string Sentence);

/// <summary>Whether a channel works.</summary>
public enum ChannelState
{
    Starting,
    Working,

    /// <summary>Works now and stops soon unless the operator does something.</summary>
    Troubled,
    Unreachable,
    Off,
}

/// <summary>What came of fetching a file.</summary>
public abstract record FetchedFile
{
    private FetchedFile()
    {
    }

    public sealed record Bytes(ReadOnlyMemory<byte> Content) : FetchedFile;

    public sealed record TooBig : FetchedFile;

    /// <summary>Gone for good: shown as missing.</summary>
    public sealed record Gone(string Reason) : FetchedFile;

    public sealed record TryLater(string Reason) : FetchedFile;
}

using CommunityBot.Primitives;

namespace CommunityBot.Messages;

/// <summary>One thing that happened in a conversation, in our own words; every channel translates into this and nothing else enters the heart.</summary>
public sealed record IncomingMessage
{
    public required ConversationKey Conversation { get; init; }

    /// <summary>The thing's own id inside the conversation ("m17", "m17e1732330000", "b9912"): repeated deliveries carry the same one. At most 100 characters.</summary>
    public required string EventId { get; init; }

    public required IncomingKind Kind { get; init; }

    public required Sender Sender { get; init; }

    /// <summary>When it was said, by the channel's clock (UTC).</summary>
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>True in a staff group, where the bot speaks only when spoken to.</summary>
    public bool IsGroup { get; init; }

    /// <summary>The channel's id of the message itself (for an edit: of the edited one).</summary>
    public string? MessageId { get; init; }

    /// <summary>Text or caption, as typed; hostile until folded or escaped.</summary>
    public string? Text { get; init; }

    /// <summary>What came behind /start or the web address; hostile.</summary>
    public string? StartPayload { get; init; }

    /// <summary>The key of the pressed button; can be forged or weeks old.</summary>
    public string? ButtonKey { get; init; }

    /// <summary>Photos, image documents, voice notes and other files, unread: they are fetched later by a job.</summary>
    public IReadOnlyList<IncomingFile> Files { get; init; } = [];

    /// <summary>Parts of one album share it; each part is a message of its own.</summary>
    public string? AlbumId { get; init; }

    /// <summary>How long after a part the next one may come; null where albums arrive at once.</summary>
    public TimeSpan? AlbumSettles { get; init; }

    public GeoPoint? Point { get; init; }

    /// <summary>The name of a shared venue.</summary>
    public string? PlaceName { get; init; }

    public SharedContact? Contact { get; init; }

    /// <summary>The channel's id of the message this one answers (an officer replying to a card).</summary>
    public string? ReplyToMessageId { get; init; }

    /// <summary>The new address when a group was upgraded.</summary>
    public string? MovedTo { get; init; }

    /// <summary>For <see cref="IncomingKind.Wake"/>: which wake row this is.</summary>
    public string? WakeId { get; init; }
}

/// <summary>What happened.</summary>
public enum IncomingKind
{
    /// <summary>Words, a photo, a place, a voice note.</summary>
    Message,

    /// <summary>The villager corrected an earlier message.</summary>
    Edit,

    /// <summary>A button was pressed.</summary>
    Press,

    /// <summary>The villager opened or unblocked the bot, without saying anything.</summary>
    Arrived,

    /// <summary>The villager blocked or left the bot.</summary>
    Left,

    /// <summary>The bot was added to a group.</summary>
    AddedToGroup,

    /// <summary>The bot was removed from a group.</summary>
    RemovedFromGroup,

    /// <summary>A group got a new address.</summary>
    GroupMoved,

    /// <summary>A sticker, a video or another thing that the bot cannot read: it says so kindly.</summary>
    Unreadable,

    /// <summary>An officer answered the villager in the messenger's own program, past the bot: noted on the ticket, never taken for the villager's words.</summary>
    ColleagueAnswered,

    /// <summary>Our own event that comes due: an album settled, a reminder.</summary>
    Wake,
}

/// <summary>Who speaks, as the channel knows them.</summary>
/// <param name="Id">The channel's id of the person.</param>
/// <param name="DisplayName">As the person calls themselves; hostile text, never logged.</param>
/// <param name="IsAnonymous">An anonymous group admin or a channel: cannot be mapped to a person, may do nothing.</param>
public sealed record Sender(string Id, string? DisplayName, bool IsAnonymous = false);

/// <summary>A phone number that was shared.</summary>
/// <param name="IsOwn">True when it is the sender's own.</param>
public sealed record SharedContact(string PhoneNumber, string? Name, bool IsOwn);

/// <summary>A file that lies at the channel and can be fetched with its id.</summary>
public sealed record IncomingFile
{
    public required FileKind Kind { get; init; }

    /// <summary>What the channel needs to fetch it; never shown, never logged.</summary>
    public required string FetchId { get; init; }

    /// <summary>Stable across deliveries where the channel has such an id, else null.</summary>
    public string? StableId { get; init; }

    /// <summary>As claimed by the sender; hostile.</summary>
    public string? Name { get; init; }

    /// <summary>As claimed; the bytes decide.</summary>
    public string? MimeType { get; init; }

    /// <summary>Bytes, as claimed.</summary>
    public long? Size { get; init; }

    /// <summary>Length of a voice note.</summary>
    public TimeSpan? Duration { get; init; }
}

/// <summary>What a file claims to be.</summary>
public enum FileKind
{
    Photo,

    /// <summary>A picture sent as a file: it may still carry the place where it was taken.</summary>
    ImageDocument,
    Voice,
    Document,
}

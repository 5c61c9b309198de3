using System.Text.Json.Serialization;

namespace CommunityBot.Messages;

/// <summary>A message on its way to somebody: a row first, sent after the commit.</summary>
public sealed record OutboxRow
{
    /// <summary>Sorts by time of creation; rows of one conversation are sent in this order.</summary>
    public required string Id { get; init; }

    [JsonConverter(typeof(ConversationKeyJson))]
    public required ConversationKey Conversation { get; init; }

    public required OutgoingMessage Message { get; init; }

    public required Lane Lane { get; init; }

    public required OutboxState State { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Not before this moment (quiet hours, backoff).</summary>
    public DateTimeOffset NotBefore { get; init; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; init; }

    /// <summary>Kept after sending because a later message edits it in place (the card of a ticket).</summary>
    public bool IsKept { get; init; }

    /// <summary>What an answer to this bubble is about: a ticket's code.</summary>
    public string? About { get; init; }

    /// <summary>The channel's id of the sent bubble.</summary>
    public string? ChannelMessageId { get; init; }

    /// <summary>Why it failed, for the operator: a status and the channel's words, never the message.</summary>
    public string? Failure { get; init; }
}

/// <summary>Which messages go first.</summary>
public enum Lane
{
    /// <summary>Replies and ticket news: somebody waits.</summary>
    Interactive,

    /// <summary>Campaigns.</summary>
    Bulk,
}

/// <summary>Where a message stands.</summary>
public enum OutboxState
{
    Queued,
    Sending,
    Sent,

    /// <summary>Waits for the villager's next word: the messenger lets us write only so long after the last one.</summary>
    Held,

    /// <summary>The channel refused it for good.</summary>
    Failed,

    /// <summary>The line broke after the request went out: nobody knows. A reply is sent again, a campaign message waits for a person.</summary>
    Unknown,
}

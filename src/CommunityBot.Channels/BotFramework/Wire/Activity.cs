using System.Text.Json;

namespace CommunityBot.Channels.BotFramework.Wire;

/// <summary>One thing said in a web chat, with the fields of the Bot Framework that web chat clients use; everything else a client sends is dropped.</summary>
internal sealed record Activity
{
    public string? Type { get; init; }

    public string? Id { get; init; }

    public string? Timestamp { get; init; }

    public string? ChannelId { get; init; }

    public ConversationAccount? Conversation { get; init; }

    public ChannelAccount? From { get; init; }

    public string? Locale { get; init; }

    public string? Text { get; init; }

    public string? TextFormat { get; init; }

    public string? InputHint { get; init; }

    public string? ReplyToId { get; init; }

    public string? Name { get; init; }

    /// <summary>How a conversation ended.</summary>
    public string? Code { get; init; }

    public JsonElement? Value { get; init; }

    public IReadOnlyList<Attachment>? Attachments { get; init; }

    public IReadOnlyList<JsonElement>? Entities { get; init; }

    /// <summary>Kept as it came: clients recognise their own activity by <c>clientActivityID</c>.</summary>
    public JsonElement? ChannelData { get; init; }
}

/// <summary>Which conversation.</summary>
internal sealed record ConversationAccount(string Id);

/// <summary>Who speaks; the role decides on which side the bubble stands.</summary>
internal sealed record ChannelAccount(string? Id, string? Name, string? Role);

/// <summary>A picture, a voice note, a file or a card with buttons.</summary>
internal sealed record Attachment
{
    public string? ContentType { get; init; }

    /// <summary>In the store "upload:HASH", "stored:HASH" or "content:NAME"; on the wire a private signed link.</summary>
    public string? ContentUrl { get; init; }

    public string? ThumbnailUrl { get; init; }

    public string? Name { get; init; }

    public JsonElement? Content { get; init; }
}

/// <summary>A card that carries the buttons of a bubble; unlike suggested actions it keeps them when newer bubbles follow.</summary>
internal sealed record HeroCard(IReadOnlyList<CardAction> Buttons)
{
    public const string ContentType = "application/vnd.microsoft.card.hero";
}

/// <summary>A button: "postBack" sends its value without showing it, "openUrl" opens it.</summary>
internal sealed record CardAction(string Type, string Title, string Value);

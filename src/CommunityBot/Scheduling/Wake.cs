using System.Text.Json.Serialization;
using CommunityBot.Messages;
using CommunityBot.Primitives;
using CommunityBot.Storage;

namespace CommunityBot.Scheduling;

/// <summary>A note to ourselves to look at a conversation again later: an album has settled, a draft needs a reminder. It enters the lane like a message.</summary>
public sealed record Wake
{
    /// <summary>Unique; putting the same id again pushes the moment back or forth.</summary>
    public required string Id { get; init; }

    [JsonConverter(typeof(ConversationKeyJson))]
    public required ConversationKey Conversation { get; init; }

    public required DateTimeOffset Due { get; init; }

    /// <summary>What it is about, for the dialog that wakes ("album", "reminder").</summary>
    public required string About { get; init; }

    /// <summary>What the dialog needs to know (an album's id, a ticket's code); may be null.</summary>
    public string? Payload { get; init; }

    /// <summary>The id of the one timer of a begun report.</summary>
    public static string ReportOf(ConversationKey conversation) => $"report|{conversation}";

    /// <summary>The id of the wait for the last part of an album.</summary>
    public static string AlbumOf(ConversationKey conversation) => $"album|{conversation}";

    /// <summary>The id of the question whether we may go on writing, where a messenger's window closes.</summary>
    public static string WindowOf(ConversationKey conversation) => $"window|{conversation}";

    public const string DueIndex = "due";

    public static DocumentKind<Wake> Kind { get; } = new(
        "wakes",
        WakeJson.Default.Wake,
        wake => wake.Id,
        new DocumentIndex<Wake>(DueIndex, wake => SortKey.Of(wake.Due)));
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Wake))]
internal sealed partial class WakeJson : JsonSerializerContext;

using System.Text.Json.Serialization;
using CommunityBot.Messages;
using CommunityBot.Primitives;
using CommunityBot.Storage;

namespace CommunityBot.Photos;

/// <summary>A photo, voice note or document that somebody sent: first only its address at the messenger, then our own copy, or the plain fact that it is missing.</summary>
public sealed record StoredPhoto
{
    /// <summary>What a draft or ticket holds.</summary>
    public required string Id { get; init; }

    [JsonConverter(typeof(ConversationKeyJson))]
    public required ConversationKey Conversation { get; init; }

    /// <summary>As the messenger announced it.</summary>
    public required IncomingFile File { get; init; }

    public required DateTimeOffset SentAt { get; init; }

    public PhotoState State { get; init; }

    /// <summary>Not fetched before this moment.</summary>
    public required DateTimeOffset TryNext { get; init; }

    /// <summary>How often fetching failed while the messenger worked.</summary>
    public int Attempts { get; init; }

    /// <summary>Names the bytes: "stored:HASH" is their source for the file shelf.</summary>
    public string? Hash { get; init; }

    /// <summary>The type that was found in the bytes.</summary>
    public string? MimeType { get; init; }

    /// <summary>Why it is missing, for the operator.</summary>
    public string? WhyMissing { get; init; }

    /// <summary>True: a place found in the picture is offered to whoever sent it.</summary>
    public bool OffersPlace { get; init; }

    /// <summary>Where the picture was taken, until its sender was asked about it; the stored picture itself carries no place.</summary>
    public GeoPoint? FoundPoint { get; init; }

    /// <summary>The source for messages and pages; null until the bytes are ours.</summary>
    [JsonIgnore]
    public string? Source => Hash is null ? null : $"stored:{Hash}";

    /// <summary>Who sent a file whose sender is not to be known: only through which messenger it can be fetched.</summary>
    public static ConversationKey NobodyOn(string channel) => new(channel, "nobody");

    public const string DueIndex = "due";
    public const string HashIndex = "hash";
    public const string SenderIndex = "sender";

    /// <summary>Pending ones by the moment of the next try, stored ones by their bytes, all by who sent them.</summary>
    public static DocumentKind<StoredPhoto> Kind { get; } = new(
        "photos",
        PhotoJson.Default.StoredPhoto,
        photo => photo.Id,
        new DocumentIndex<StoredPhoto>(DueIndex, photo => photo.State == PhotoState.Pending ? SortKey.Of(photo.TryNext) : null),
        new DocumentIndex<StoredPhoto>(HashIndex, photo => photo.Hash),
        new DocumentIndex<StoredPhoto>(SenderIndex, photo => $"{photo.Conversation}|{SortKey.Of(photo.SentAt)}"));
}

/// <summary>Where a sent file stands.</summary>
public enum PhotoState
{
    /// <summary>Still at the messenger; the job fetches it.</summary>
    Pending,

    /// <summary>Ours.</summary>
    Stored,

    /// <summary>It will not come: gone, too big, or nothing we can show.</summary>
    Missing,
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(StoredPhoto))]
internal sealed partial class PhotoJson : JsonSerializerContext;

using System.Text.Json.Serialization;

namespace CommunityBot.Storage.LiteDb.Upkeep;

/// <summary>The last record of a snapshot: what must be in it.</summary>
/// <param name="UpTo">The last commit it contains.</param>
/// <param name="TakenAt">When it was taken.</param>
/// <param name="Collections">Count and hash of each collection.</param>
internal sealed record SnapshotSeal(
    [property: JsonPropertyName("upTo")] long UpTo,
    [property: JsonPropertyName("takenAt")] DateTimeOffset TakenAt,
    [property: JsonPropertyName("collections")] Dictionary<string, SealedCollection> Collections);

internal sealed record SealedCollection([property: JsonPropertyName("count")] long Count, [property: JsonPropertyName("hash")] string Hash);

[JsonSerializable(typeof(SnapshotSeal))]
internal sealed partial class SnapshotJson : JsonSerializerContext;

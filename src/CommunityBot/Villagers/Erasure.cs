using System.Text.Json.Serialization;
using CommunityBot.Messages;
using CommunityBot.Primitives;
using CommunityBot.Storage;

namespace CommunityBot.Villagers;

/// <summary>What is still to be erased after a commit that promised it: bytes of photos, the marks for restored backups. Survives a crash, goes when it is done.</summary>
public sealed record Erasure
{
    public required string Id { get; init; }

    public required DateTimeOffset Due { get; init; }

    /// <summary>Ids of stored photos, voice notes and documents.</summary>
    public IReadOnlyList<string> Photos { get => field ?? []; init; } = [];

    /// <summary>Hashes of files that no stored photo names (an exported copy).</summary>
    public IReadOnlyList<string> Files { get => field ?? []; init; } = [];

    /// <summary>Documents that said something about the person.</summary>
    public IReadOnlyList<ErasedDocument> Documents { get => field ?? []; init; } = [];

    /// <summary>Tickets that stay without the person.</summary>
    public IReadOnlyList<string> Tickets { get => field ?? []; init; } = [];

    /// <summary>The talk whose words a channel keeps itself (the web chat's history).</summary>
    [JsonConverter(typeof(OptionalConversationKeyJson))]
    public ConversationKey? Talk { get; init; }

    public const string DueIndex = "due";

    public static DocumentKind<Erasure> Kind { get; } = new(
        "erasures",
        ErasureJson.Default.Erasure,
        erasure => erasure.Id,
        new DocumentIndex<Erasure>(DueIndex, erasure => SortKey.Of(erasure.Due)));
}

/// <summary>A document that was deleted.</summary>
public sealed record ErasedDocument(string Collection, string Id);

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Erasure))]
internal sealed partial class ErasureJson : JsonSerializerContext;

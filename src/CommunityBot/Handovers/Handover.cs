using System.Text.Json.Serialization;
using CommunityBot.Communes;
using CommunityBot.Messages;
using CommunityBot.Primitives;
using CommunityBot.Storage;
using CommunityBot.Tickets;

namespace CommunityBot.Handovers;

/// <summary>A villager asked for a person: what they and the officers say to each other, until somebody closes it or both are silent. Not a ticket.</summary>
public sealed record Handover
{
    /// <summary>After so long a silence it is over.</summary>
    public static TimeSpan LongestSilence { get; } = TimeSpan.FromDays(3);

    /// <summary>So long it is kept after its end; the villager is told.</summary>
    public static TimeSpan KeptAfterEnd { get; } = TimeSpan.FromDays(30);

    /// <summary>Known only to buttons; never shown.</summary>
    public required string Id { get; init; }

    [JsonConverter(typeof(ConversationKeyJson))]
    public required ConversationKey Villager { get; init; }

    /// <summary>Whom the villager asked; null is the province.</summary>
    public UnitKey? Commune { get; init; }

    /// <summary>Whose desk shows it; null is the province.</summary>
    public UnitKey? Desk { get; init; }

    public HandoverStatus Status { get; init; }

    /// <summary>As the villager reads it; null while nobody took it.</summary>
    public string? OfficerName { get; init; }

    public IReadOnlyList<HandoverLine> Lines { get => field ?? []; init; } = [];

    /// <summary>Where the desks see it; none while no desk is linked.</summary>
    public IReadOnlyList<TicketCard> Cards { get => field ?? []; init; } = [];

    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>When somebody last said something, or when it ended.</summary>
    public required DateTimeOffset LastAt { get; init; }

    [JsonIgnore]
    public bool IsOpen => Status != HandoverStatus.Closed;

    [JsonIgnore]
    public string Question => Lines.Count > 0 ? Lines[0].Words : "";

    /// <summary>When a job must look again: at once while no desk has seen it.</summary>
    [JsonIgnore]
    public DateTimeOffset LookAt => !IsOpen ? LastAt + KeptAfterEnd : Cards.Count == 0 ? OpenedAt : LastAt + LongestSilence;

    public const string DueIndex = "due";
    public const string VillagerIndex = "villager";

    /// <summary>Those with photos or voice notes on their way.</summary>
    public const string FilesIndex = "files";

    public static DocumentKind<Handover> Kind { get; } = new(
        "handovers",
        HandoverJson.Default.Handover,
        handover => handover.Id,
        new DocumentIndex<Handover>(DueIndex, handover => SortKey.Of(handover.LookAt)),
        new DocumentIndex<Handover>(VillagerIndex, handover => $"{handover.Villager}|{SortKey.Of(handover.OpenedAt)}"),
        new DocumentIndex<Handover>(FilesIndex, handover => handover.Lines.Any(line => line.Waiting.Count > 0) ? SortKey.Of(handover.OpenedAt) : null));

    /// <summary>Everything this villager ever asked, by time.</summary>
    public static IndexRange Of(ConversationKey villager) => new(Kind.Definition.Name, VillagerIndex, $"{villager}|", $"{villager}}}");
}

/// <summary>One message, from either side.</summary>
/// <param name="At">When.</param>
/// <param name="Officer">Who of the desk said it; null is the villager.</param>
/// <param name="Words">Empty for a photo alone.</param>
public sealed record HandoverLine(DateTimeOffset At, string? Officer, string Words)
{
    public IReadOnlyList<FileRef> Files { get => field ?? []; init; } = [];

    /// <summary>Ids of those files the other side has not seen yet.</summary>
    public IReadOnlyList<string> Waiting { get => field ?? []; init; } = [];
}

/// <summary>Where a hand-over stands.</summary>
public enum HandoverStatus
{
    /// <summary>Nobody has taken it.</summary>
    Asked,

    /// <summary>An officer answers.</summary>
    Taken,

    Closed,
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Handover))]
internal sealed partial class HandoverJson : JsonSerializerContext;

using CommunityBot.Primitives;
using CommunityBot.Storage;

namespace CommunityBot.Awareness.Readers;

/// <summary>What a reader said was missing or wrong in a card, in words or by voice; nothing says who it was.</summary>
public sealed record CardRemark
{
    public required string Id { get; init; }

    public required string Topic { get; init; }

    /// <summary>Null when the whole topic was meant.</summary>
    public string? Card { get; init; }

    public string? Words { get; init; }

    /// <summary>Ids of stored voice notes and pictures, which do not know their sender either.</summary>
    public IReadOnlyList<string> Files { get => field ?? []; init; } = [];

    public required DateTimeOffset At { get; init; }

    public const string TimeIndex = "time";

    public static DocumentKind<CardRemark> Kind { get; } = new(
        "card_remarks",
        ReadersJson.Default.CardRemark,
        remark => remark.Id,
        new DocumentIndex<CardRemark>(TimeIndex, remark => SortKey.Of(remark.At)));
}

using System.Buffers;
using System.Text.Unicode;

namespace CommunityBot.Storage.LiteDb.Settled;

/// <summary>
/// The order of a list: key, then id, both ordinal. The two are kept as one text with a zero between them, which sorts before every other character,
/// so that rows with equal keys have an order too and pages can continue among them.
/// </summary>
internal static class ListPlace
{
    private const char Between = '\0';
    private const int LongestKey = 500;

    public static string Of(string index, string key, string id) => index == IndexRange.ById ? id : string.Concat(key, "\0", id);

    public static string? Of(string index, string id, IReadOnlyList<IndexKey> keys)
    {
        if (index == IndexRange.ById)
        {
            return id;
        }

        for (var at = 0; at < keys.Count; at++)
        {
            if (keys[at].Index == index)
            {
                return Of(index, keys[at].Key, id);
            }
        }

        return null;
    }

    /// <summary>
    /// The range for comparing places. An end right behind a key ("2\0") must hold that key, and its places begin with just that text; a one sorts behind
    /// all of them, and before every longer key that is not in the range.
    /// </summary>
    public static IndexRange ForPlaces(IndexRange range) =>
        range.Index != IndexRange.ById && range.To is { } end && end.EndsWith(Between) ? range with { To = end[..^1] + '\u0001' } : range;

    public static string KeyIn(string place, string id) => place[..^(id.Length + 1)];

    /// <summary>Whether a place lies in the range and behind the page before.</summary>
    public static bool IsIn(IndexRange range, string place)
    {
        if (string.CompareOrdinal(place, range.From) < 0 || (range.To is not null && string.CompareOrdinal(place, range.To) >= 0))
        {
            return false;
        }

        return range.After is not { } after || IsBehind(range, place, Of(range.Index, after.Key, after.Id));
    }

    public static bool IsBehind(IndexRange range, string place, string after) => range.Descending
        ? string.CompareOrdinal(place, after) < 0
        : string.CompareOrdinal(place, after) > 0;

    /// <summary>Ids and keys without a zero, so that the order above is one; short enough for an index; and real text, not half a character.</summary>
    public static bool CanHold(string idOrKey)
    {
        if (idOrKey.Length == 0 || idOrKey.Contains(Between, StringComparison.Ordinal))
        {
            return false;
        }

        Span<byte> bytes = stackalloc byte[LongestKey];
        return Utf8.FromUtf16(idOrKey, bytes, out _, out _, replaceInvalidSequences: false) == OperationStatus.Done;
    }
}

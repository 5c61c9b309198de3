using CommunityBot.Storage.LiteDb.Memory;

namespace CommunityBot.Storage.LiteDb.Settled;

/// <summary>A page of a list as it is after the last commit: settled rows, and before them whatever memory knows better.</summary>
internal static class MergedList
{
    public static List<ListedRow> Read(LiteDbFile file, RecentDocuments recent, IndexRange range, bool keysOnly)
    {
        range = ListPlace.ForPlaces(range);
        var unsettled = recent.UnsettledOf(range.Collection);

        if (unsettled.Length == 0)
        {
            return file.List(range, _ => false, keysOnly);
        }

        var newer = new HashSet<string>(unsettled.Length, StringComparer.Ordinal);
        var rows = new List<(string Place, UnsettledDocument Document)>();

        foreach (var document in unsettled)
        {
            newer.Add(document.Id);

            if (!document.IsGone && ListPlace.Of(range.Index, document.Id, document.Keys) is { } place && ListPlace.IsIn(range, place))
            {
                rows.Add((place, document));
            }
        }

        var direction = range.Descending ? -1 : 1;
        rows.Sort((one, other) => direction * string.CompareOrdinal(one.Place, other.Place));
        return Merge(file.List(range, newer.Contains, keysOnly), rows, range.Limit, direction, keysOnly);
    }

    private static List<ListedRow> Merge(
        List<ListedRow> settled, List<(string Place, UnsettledDocument Document)> unsettled, int limit, int direction, bool keysOnly)
    {
        var merged = new List<ListedRow>(Math.Min(limit, settled.Count + unsettled.Count));
        var one = 0;
        var other = 0;

        while (merged.Count < limit && (one < settled.Count || other < unsettled.Count))
        {
            var takesSettled = other == unsettled.Count
                || (one < settled.Count && direction * string.CompareOrdinal(settled[one].Place, unsettled[other].Place) < 0);

            merged.Add(takesSettled ? settled[one++] : Row(unsettled[other++], keysOnly));
        }

        return merged;
    }

    private static ListedRow Row((string Place, UnsettledDocument Document) row, bool keysOnly) =>
        new(row.Place, row.Document.Id, keysOnly ? null : row.Document.Read());
}

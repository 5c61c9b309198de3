using System.Globalization;

namespace CommunityBot.Primitives;

/// <summary>Makes ids that sort by time, then by the order inside one piece of work, then chance, so that two hosts never agree by accident.</summary>
public static class RowId
{
    public static string New(DateTimeOffset now, int number, IChance chance)
    {
        Span<byte> tail = stackalloc byte[6];
        chance.Fill(tail);
        return string.Concat(SortKey.Of(now), number.ToString("x3", CultureInfo.InvariantCulture), Convert.ToHexStringLower(tail));
    }
}

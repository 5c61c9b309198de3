using System.Globalization;

namespace CommunityBot.Primitives;

/// <summary>Makes ids that sort by time: 16 digits of UTC ticks in hex, then chance, so that two hosts never agree by accident.</summary>
public static class RowId
{
    public static string New(DateTimeOffset now, IChance chance)
    {
        Span<byte> tail = stackalloc byte[6];
        chance.Fill(tail);
        return SortKey.Of(now) + Convert.ToHexStringLower(tail);
    }
}

/// <summary>Writes a moment so that ordinal text order is time order, for index keys.</summary>
public static class SortKey
{
    /// <summary>16 lower-case hexadecimal digits of the UTC ticks.</summary>
    public static string Of(DateTimeOffset moment) => moment.UtcTicks.ToString("x16", CultureInfo.InvariantCulture);
}

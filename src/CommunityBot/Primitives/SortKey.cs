using System.Globalization;

namespace CommunityBot.Primitives;

/// <summary>Writes a moment so that ordinal text order is time order, for index keys.</summary>
public static class SortKey
{
    /// <summary>16 lower-case hexadecimal digits of the UTC ticks.</summary>
    public static string Of(DateTimeOffset moment) => moment.UtcTicks.ToString("x16", CultureInfo.InvariantCulture);
}

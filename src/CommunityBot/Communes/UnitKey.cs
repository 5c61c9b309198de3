using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace CommunityBot.Communes;

/// <summary>Names an administrative unit for good: the same five-digit code means different units in different years, so the year belongs to it.</summary>
/// <param name="Vintage">The year of the list the unit stands in: 2019, 2023, 2025.</param>
/// <param name="Code">Five digits, leading zeros kept: "01912".</param>
[JsonConverter(typeof(UnitKeyJson))]
public readonly record struct UnitKey(int Vintage, string Code)
{
    private const int CodeLength = 5;

    /// <summary>Reads "2025-01912".</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out UnitKey key)
    {
        key = default;

        if (text is not { Length: 10 } || text[4] != '-' || !text[..4].All(char.IsAsciiDigit) || !IsCode(text[5..]))
        {
            return false;
        }

        key = new UnitKey(int.Parse(text[..4], CultureInfo.InvariantCulture), text[5..]);
        return true;
    }

    public static bool IsCode(string text) => text.Length == CodeLength && text.All(char.IsAsciiDigit);

    /// <summary>"2025-01912", the form in which the store and the content files keep it.</summary>
    public override string ToString() => Code is null
        ? throw new InvalidOperationException("A unit without a code.")
        : string.Create(CultureInfo.InvariantCulture, $"{Vintage:0000}-{Code}");
}

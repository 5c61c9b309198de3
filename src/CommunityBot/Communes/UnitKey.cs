using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CommunityBot.Communes;

/// <summary>An administrative unit of one vintage: the same code means different communes before and after a merger, so the code alone is never the key.</summary>
/// <param name="Vintage">The year from which the list of units holds: 2023 or 2025.</param>
/// <param name="Code">Five digits of the statistics office.</param>
[JsonConverter(typeof(UnitKeyJson))]
public readonly record struct UnitKey(int Vintage, string Code)
{
    public static bool TryParse([NotNullWhen(true)] string? text, out UnitKey key)
    {
        key = default;
        var parts = text?.Split('-');

        if (parts is not [var vintage, { Length: > 0 } code] || !int.TryParse(vintage, NumberStyles.None, CultureInfo.InvariantCulture, out var year))
        {
            return false;
        }

        key = new UnitKey(year, code);
        return true;
    }

    /// <summary>"2025-01912": the id in the store and in the keys of buttons.</summary>
    public override string ToString() => Code is null
        ? throw new InvalidOperationException("A unit without a code.")
        : string.Create(CultureInfo.InvariantCulture, $"{Vintage}-{Code}");
}

/// <summary>Keeps a unit's key as one text.</summary>
public sealed class UnitKeyJson : JsonConverter<UnitKey>
{
    public override UnitKey Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        UnitKey.TryParse(reader.GetString(), out var key) ? key : throw new JsonException("Not a unit.");

    public override void Write(Utf8JsonWriter writer, UnitKey value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}

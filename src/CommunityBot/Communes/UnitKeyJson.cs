using System.Text.Json;
using System.Text.Json.Serialization;

namespace CommunityBot.Communes;

/// <summary>Keeps a unit's key in the store as one text, "2025-01912".</summary>
public sealed class UnitKeyJson : JsonConverter<UnitKey>
{
    public override UnitKey Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        UnitKey.TryParse(reader.GetString(), out var key)
            ? key
            : throw new JsonException("Not an administrative unit.");

    public override void Write(Utf8JsonWriter writer, UnitKey value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());

    public override UnitKey ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Read(ref reader, typeToConvert, options);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, UnitKey value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value.ToString());
}

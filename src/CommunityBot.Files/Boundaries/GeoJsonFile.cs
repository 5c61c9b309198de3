using System.Text.Json;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO.Converters;

namespace CommunityBot.Files.Boundaries;

/// <summary>One feature of a GeoJSON file, as far as it could be read.</summary>
internal sealed record GeoJsonFeature(int Number, string? Code, string? Name, int? Vintage, Geometry? Land, string? Mistake);

/// <summary>Reads and writes files of commune borders; what cannot be read is told per feature.</summary>
internal static class GeoJsonFile
{
    private const long MostBytes = 200_000_000;

    private static readonly JsonSerializerOptions Geometries = new() { Converters = { new GeoJsonConverterFactory() } };

    /// <summary>The features, or null with the mistake when the file as a whole is no feature collection.</summary>
    public static IReadOnlyList<GeoJsonFeature>? Read(string path, out string? mistake)
    {
        mistake = Refusal(path);

        if (mistake is not null)
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));

            if (json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("features", out var features) && features.ValueKind == JsonValueKind.Array)
            {
                return [.. features.EnumerateArray().Select((feature, i) => ReadFeature(feature, i + 1))];
            }

            mistake = "Tệp phải là GeoJSON kiểu FeatureCollection.";
        }
        catch (JsonException broken)
        {
            mistake = $"Tệp không phải GeoJSON (hỏng ở dòng {broken.LineNumber + 1}).";
        }

        return null;
    }

    public static byte[] Write(IEnumerable<BoundaryShape> shapes)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WriteString("type", "FeatureCollection");
            writer.WriteStartArray("features");

            foreach (var shape in shapes)
            {
                WriteFeature(writer, shape);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static string? Refusal(string path) => new FileInfo(path) switch
    {
        { Exists: false } => "Không có tệp này.",
        { Length: > MostBytes } => "Tệp quá lớn (trên 200 MB); xin rút gọn đường ranh giới.",
        _ => null,
    };

    private static GeoJsonFeature ReadFeature(JsonElement feature, int number)
    {
        var code = Text(feature, "code");
        var name = Text(feature, "name");
        var vintage = int.TryParse(Text(feature, "vintage"), out var year) ? year : (int?)null;

        try
        {
            var land = feature.ValueKind == JsonValueKind.Object && feature.TryGetProperty("geometry", out var geometry)
                ? geometry.Deserialize<Geometry>(Geometries)
                : null;
            return new GeoJsonFeature(number, code, name, vintage, land, land is null ? "thiếu hình (geometry)." : null);
        }
        catch (Exception broken) when (broken is JsonException or ArgumentException or InvalidOperationException or FormatException)
        {
            return new GeoJsonFeature(number, code, name, vintage, null, $"hình không đọc được ({broken.Message})");
        }
    }

    private static string? Text(JsonElement feature, string property) =>
        feature.ValueKind == JsonValueKind.Object
            && feature.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object
            && properties.TryGetProperty(property, out var value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number
            ? value.ToString()
            : null;

    private static void WriteFeature(Utf8JsonWriter writer, BoundaryShape shape)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "Feature");
        writer.WriteStartObject("properties");
        writer.WriteNumber("vintage", shape.Unit.Vintage);
        writer.WriteString("code", shape.Unit.Code);
        writer.WriteString("name", shape.Name);
        writer.WriteEndObject();
        writer.WritePropertyName("geometry");
        JsonSerializer.Serialize(writer, shape.Land, Geometries);
        writer.WriteEndObject();
    }
}

using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CommunityBot.Communes;

/// <summary>Answers an operator who asks which commune a name or a point belongs to, exactly as the bot would decide.</summary>
public sealed class Locate(CommuneNames names, CommunePlaces places)
{
    /// <summary>A name, or two numbers "22.35 105.89".</summary>
    public CommuneAnswer Ask(string query)
    {
        var parts = query.Split([' ', '\t', ',', ';'], StringSplitOptions.RemoveEmptyEntries);

        return parts is [var first, var second] && Number(first) is { } latitude && Number(second) is { } longitude
            ? places.At(latitude, longitude)
            : names.Find(query);
    }

    /// <summary>For people: the communes, best first, and why.</summary>
    public static string Text(CommuneAnswer answer)
    {
        var lines = answer.Communes.Select((commune, i) => answer is CommuneAnswer.Choose
            ? $"{i + 1}. {commune.FullName} ({commune.Key}){Unserved(commune)}"
            : $"{commune.FullName} ({commune.Key})");
        return string.Join(Environment.NewLine, lines.Append(answer.Why));
    }

    /// <summary>For programs: one object on one line.</summary>
    public static string Json(CommuneAnswer answer)
    {
        var status = answer switch
        {
            CommuneAnswer.Found or CommuneAnswer.NotServed => "found",
            CommuneAnswer.Choose => "choose",
            CommuneAnswer.Outside => "outside",
            _ => "unknown",
        };
        var communes = answer.Communes.Select(commune => new LocatedCommune(commune.Key.Vintage, commune.Key.Code, commune.FullName));
        return JsonSerializer.Serialize(new LocatedPlace(status, [.. communes], answer.Why), LocateJson.Readable.LocatedPlace);
    }

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Unserved(Commune commune) => commune.IsServed ? "" : ", chưa dùng";
}

internal sealed record LocatedPlace(string Status, IReadOnlyList<LocatedCommune> Communes, string Why);

internal sealed record LocatedCommune(int Vintage, string Code, string Name);

[JsonSerializable(typeof(LocatedPlace))]
internal sealed partial class LocateJson : JsonSerializerContext
{
    /// <summary>Vietnamese letters as they are, not as \u escapes.</summary>
    public static LocateJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}

using System.Text.Json.Nodes;

namespace CommunityBot.Channels.Tests.Zalo;

/// <summary>Recorded payloads of Zalo's Official Account OpenAPI.</summary>
internal static class Sample
{
    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Samples", "zalo");

    /// <summary>All samples the catalogue knows.</summary>
    public static IReadOnlyList<string> All { get; } =
        [.. JsonNode.Parse(Text("index"))!["samples"]!.AsArray().Select(entry => Path.GetFileNameWithoutExtension(entry!["file"]!.GetValue<string>()))];

    public static IEnumerable<string> Of(string kind) => All.Where(name => name.StartsWith(kind, StringComparison.Ordinal));

    public static string Text(string name) => File.ReadAllText(Path.Combine(Folder, name + ".json"));

    public static JsonObject Json(string name) => JsonNode.Parse(Text(name))!.AsObject();

    public static void AssertSame(JsonNode expected, JsonNode? actual) =>
        Assert.True(JsonNode.DeepEquals(expected, actual), $"expected {expected.ToJsonString()}\nbut sent {actual?.ToJsonString()}");
}

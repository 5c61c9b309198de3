using System.Text.Json;
using System.Text.Json.Nodes;

namespace CommunityBot.Channels.Tests.Telegram;

/// <summary>Recorded payloads of the Bot API.</summary>
internal static class Sample
{
    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Samples", "telegram");

    /// <summary>All samples the catalogue knows.</summary>
    public static IReadOnlyList<string> All { get; } =
        [.. JsonNode.Parse(Text("index"))!["samples"]!.AsArray().Select(entry => Path.GetFileNameWithoutExtension(entry!["file"]!.GetValue<string>()))];

    public static string Text(string name) => File.ReadAllText(Path.Combine(Folder, name + ".json"));

    public static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(Folder, name + ".json"));

    public static JsonObject Json(string name) => JsonNode.Parse(Text(name))!.AsObject();

    /// <summary>The recorded status of an answer.</summary>
    public static int Status(string name) => JsonNode.Parse(Text("index"))!["samples"]!.AsArray()
        .First(entry => entry!["file"]!.GetValue<string>() == name + ".json")!["http"]!["status"]!.GetValue<int>();

    public static void AssertSame(JsonNode expected, JsonElement actual)
    {
        var sent = JsonNode.Parse(actual.GetRawText());
        Assert.True(JsonNode.DeepEquals(expected, sent), $"expected {expected.ToJsonString()}\nbut sent {sent!.ToJsonString()}");
    }
}

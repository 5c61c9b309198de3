using System.Text.Json;
using System.Text.Json.Nodes;

namespace CommunityBot.Channels.Tests.BotFramework;

/// <summary>The recorded payloads of the protocol and how ours are held against them.</summary>
internal static class Sample
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Samples", "direct-line");

    public static JsonObject Read(string name) => JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, name + ".json")))!.AsObject();

    /// <summary>Every field of the sample is there, of the same kind; values may differ, we may have more.</summary>
    public static void AssertLike(JsonNode? sample, JsonNode? ours, string path = "")
    {
        Assert.True(KindOf(sample) == KindOf(ours), $"{path} is {KindOf(ours)}, in the sample {KindOf(sample)}");

        if (sample is JsonObject fields)
        {
            foreach (var (name, value) in fields)
            {
                AssertLike(value, ours!.AsObject()[name], $"{path}.{name}");
            }
        }
        else if (sample is JsonArray { Count: > 0 } items)
        {
            Assert.NotEmpty(ours!.AsArray());
            AssertLike(items[0], ours.AsArray()[0], $"{path}[0]");
        }
    }

    private static JsonValueKind KindOf(JsonNode? node) => node?.GetValueKind() ?? JsonValueKind.Undefined;
}

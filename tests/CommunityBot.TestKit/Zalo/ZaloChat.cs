using System.Text;
using System.Text.Json.Nodes;

namespace CommunityBot.TestKit.Zalo;

/// <summary>What one villager's Zalo shows: bubbles in order. Nothing is ever edited.</summary>
public sealed class ZaloChat(string user)
{
    private readonly Lock gate = new();
    private readonly List<ZaloBubble> bubbles = [];

    public string User => user;

    /// <summary>When the villager last wrote; null = no window is enforced.</summary>
    public DateTimeOffset? LastWord { get; set; }

    public bool HasBlocked { get; set; }

    public IReadOnlyList<ZaloBubble> FromBot
    {
        get
        {
            lock (gate)
            {
                return [.. bubbles];
            }
        }
    }

    public ZaloBubble? Last => FromBot.Count > 0 ? FromBot[^1] : null;

    public override string ToString()
    {
        var text = new StringBuilder();

        foreach (var bubble in FromBot)
        {
            text.Append(bubble).Append('\n');
        }

        return text.ToString();
    }

    internal void Take(string id, JsonObject message)
    {
        var payload = message["attachment"]?["payload"];
        var buttons = (payload?["buttons"] as JsonArray ?? []).Select(button => new ZaloButton(
            button!["title"]!.GetValue<string>(),
            button["type"]!.GetValue<string>(),
            button["payload"] is JsonValue key ? key.GetValue<string>() : null));
        var mark = message["attachment"]?["type"]?.GetValue<string>() == "file" ? "[tệp]" : payload?["template_type"]?.GetValue<string>() == "media" ? "[ảnh]" : null;

        lock (gate)
        {
            bubbles.Add(new ZaloBubble(id, message["text"]?.GetValue<string>() ?? "", mark, [.. buttons]));
        }
    }
}

/// <summary>One bubble.</summary>
public sealed record ZaloBubble(string Id, string Text, string? Mark, IReadOnlyList<ZaloButton> Buttons)
{
    public override string ToString() =>
        string.Join(' ', new[] { Mark, Text }.Where(part => !string.IsNullOrEmpty(part))) + (Buttons.Count == 0 ? "" : "\n" + string.Join(' ', Buttons.Select(button => $"[{button.Title}]")));
}

/// <summary>A button below a text.</summary>
public sealed record ZaloButton(string Title, string Type, string? Payload);

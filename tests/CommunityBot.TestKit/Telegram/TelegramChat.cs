using System.Text;
using System.Text.Json;

namespace CommunityBot.TestKit.Telegram;

/// <summary>What one chat shows on the phone right now: bubbles in order, edits applied, buttons and pictures.</summary>
public sealed class TelegramChat(long id)
{
    private readonly Lock gate = new();
    private readonly List<TelegramBubble> bubbles = [];

    public long Id => id;

    /// <summary>Rows of the keyboard that replaces the phone's own, or null.</summary>
    public IReadOnlyList<IReadOnlyList<string>>? Keyboard { get; private set; }

    public IReadOnlyList<TelegramBubble> Bubbles
    {
        get
        {
            lock (gate)
            {
                return [.. bubbles];
            }
        }
    }

    public IEnumerable<TelegramBubble> FromBot => Bubbles.Where(bubble => bubble.IsFromBot);

    public TelegramBubble? LastFromBot => FromBot.LastOrDefault();

    /// <summary>The newest button with this label or key; the bot must have shown it.</summary>
    public (TelegramBubble Bubble, TelegramButton Button) Find(string labelOrKey)
    {
        foreach (var bubble in Bubbles.Reverse())
        {
            var button = bubble.Buttons.SelectMany(row => row).FirstOrDefault(each => each.Label == labelOrKey || each.Key == labelOrKey)
                ?? bubble.Buttons.SelectMany(row => row).FirstOrDefault(each => each.Label.Contains(labelOrKey, StringComparison.OrdinalIgnoreCase));

            if (button is not null)
            {
                return (bubble, button);
            }
        }

        throw new InvalidOperationException($"No button “{labelOrKey}” in chat {id}. It shows:\n{this}");
    }

    /// <summary>The chat as somebody would read it over the villager's shoulder.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();

        foreach (var bubble in Bubbles)
        {
            text.Append(bubble).Append('\n');
        }

        return text.ToString();
    }

    internal void Add(TelegramBubble bubble)
    {
        lock (gate)
        {
            bubbles.Add(bubble);
        }
    }

    internal TelegramBubble? Bubble(long messageId)
    {
        lock (gate)
        {
            return bubbles.FindLast(bubble => bubble.MessageId == messageId);
        }
    }

    internal void Replace(TelegramBubble bubble)
    {
        lock (gate)
        {
            bubbles[bubbles.FindIndex(each => each.MessageId == bubble.MessageId)] = bubble;
        }
    }

    internal void Remove(long messageId)
    {
        lock (gate)
        {
            bubbles.RemoveAll(bubble => bubble.MessageId == messageId);
        }
    }

    internal void ShowKeyboard(JsonElement markup)
    {
        if (markup.Child("keyboard") is { } rows)
        {
            Keyboard = [.. rows.EnumerateArray().Select(row => (IReadOnlyList<string>)[.. row.EnumerateArray().Select(key => key.Text("text") ?? "")])];
        }
        else if (markup.Child("remove_keyboard") is not null)
        {
            Keyboard = null;
        }
    }
}

/// <summary>One bubble in a chat.</summary>
public sealed record TelegramBubble
{
    public required long MessageId { get; init; }

    /// <summary>"bot", or the name of the person.</summary>
    public required string Who { get; init; }

    public bool IsFromBot { get; init; }

    /// <summary>As read on the phone: HTML marks taken away.</summary>
    public string Text { get; init; } = "";

    /// <summary>Pictures, voice notes, documents: their file ids.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>"[ảnh]", "[vị trí 22.1, 105.8]" …</summary>
    public IReadOnlyList<string> Marks { get; init; } = [];

    public IReadOnlyList<IReadOnlyList<TelegramButton>> Buttons { get; init; } = [];

    public long? ReplyTo { get; init; }

    public long? Topic { get; init; }

    public int Edits { get; init; }

    /// <summary>The parameters of the send or the last edit, to find out whether an edit changes anything.</summary>
    internal string Shown { get; init; } = "";

    public override string ToString()
    {
        var words = string.Join(' ', [.. Marks, .. Text.Length > 0 ? [Text] : Array.Empty<string>()]);
        var buttons = string.Concat(Buttons.Select(row => "\n             " + string.Join(' ', row.Select(button => $"[{button.Label}]"))));
        return $"{Who,-10} > {words}{(Edits > 0 ? " (đã sửa)" : "")}{buttons}";
    }
}

/// <summary>A button below a bubble.</summary>
public sealed record TelegramButton(string Label, string? Key, string? Url);

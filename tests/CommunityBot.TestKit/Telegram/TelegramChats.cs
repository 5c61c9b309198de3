using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;

namespace CommunityBot.TestKit.Telegram;

/// <summary>All chats of the fake Bot API, as their phones show them.</summary>
public sealed class TelegramChats
{
    private readonly ConcurrentDictionary<long, TelegramChat> chats = new();
    private readonly ConcurrentQueue<string> notices = new();
    private long lastMessage = 1000;
    private long lastAlbum = 13900000000000000;

    public TelegramChat this[long id] => chats.GetOrAdd(id, key => new TelegramChat(key));

    /// <summary>The short texts shown at pressed buttons.</summary>
    public IReadOnlyList<string> Notices => [.. notices];

    public long NewMessageId() => Interlocked.Increment(ref lastMessage);

    public string NewAlbumId() => Interlocked.Increment(ref lastAlbum).ToString(CultureInfo.InvariantCulture);

    public override string ToString() => string.Join('\n', chats.Values.OrderBy(chat => chat.Id).Select(chat => $"== {chat.Id}\n{chat}"));

    internal void Notice(string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            notices.Enqueue(text);
        }
    }

    internal void AddFromBot(TelegramCall call, long messageId, JsonElement shown, IReadOnlyList<string> files)
    {
        var markup = call.Body.Child("reply_markup");
        var chat = this[call.ChatId];

        if (markup is { } keyboard)
        {
            chat.ShowKeyboard(keyboard);
        }

        chat.Add(new TelegramBubble
        {
            MessageId = messageId,
            Who = "bot",
            IsFromBot = true,
            Text = TelegramRules.Shown(shown, shown.Child("text") is null ? "caption" : "text"),
            Files = files,
            Marks = MarksOf(call, shown),
            Buttons = markup is { } inline ? TelegramRules.Buttons(inline) : [],
            ReplyTo = call.Body.Child("reply_parameters")?.Number("message_id"),
            Topic = call.Body.Number("message_thread_id"),
            Shown = ShownOf(call),
        });
    }

    /// <summary>Returns the description of the error, or null.</summary>
    internal string? Edit(TelegramCall call, string? newFile)
    {
        var chat = this[call.ChatId];

        if (chat.Bubble(call.Body.Number("message_id") ?? 0) is not { IsFromBot: true } bubble)
        {
            return "Bad Request: message to edit not found";
        }

        if (call.Method == "editMessageText" && bubble.Files.Count > 0)
        {
            return "Bad Request: there is no text in the message to edit";
        }

        if (bubble.Shown == ShownOf(call) && (newFile is null || bubble.Files.Contains(newFile)))
        {
            return "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message";
        }

        chat.Replace(bubble with
        {
            Text = WordsOf(call) ?? bubble.Text,
            Files = newFile is null ? bubble.Files : [newFile],
            Marks = newFile is null ? bubble.Marks : ["[ảnh]"],
            Buttons = call.Body.Child("reply_markup") is { } markup ? TelegramRules.Buttons(markup) : [],
            Edits = bubble.Edits + 1,
            Shown = ShownOf(call),
        });
        return null;
    }

    private static string? WordsOf(TelegramCall call) => call switch
    {
        { Text: null } => call.Method == "editMessageMedia" ? "" : null,
        _ when call.Body.Child("media") is { } media => TelegramRules.Shown(media, "caption"),
        _ => TelegramRules.Shown(call.Body, call.Body.Child("text") is null ? "caption" : "text"),
    };

    private static string ShownOf(TelegramCall call) =>
        $"{call.Text}|{(call.Body.Child("reply_markup") is { } markup ? markup.Child("inline_keyboard")?.GetRawText() : null)}".Replace("|[]", "|", StringComparison.Ordinal);

    private static string[] MarksOf(TelegramCall call, JsonElement shown) => call.Method switch
    {
        "sendPhoto" => ["[ảnh]"],
        "sendMediaGroup" => [shown.Text("type") == "document" ? "[tệp]" : "[ảnh]"],
        "sendVoice" => ["[tin thoại]"],
        "sendDocument" => ["[tệp]"],
        "sendLocation" => [$"[vị trí {shown.Child("latitude")}, {shown.Child("longitude")}]"],
        _ => [],
    };
}

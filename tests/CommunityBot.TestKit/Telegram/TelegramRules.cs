using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CommunityBot.TestKit.Telegram;

/// <summary>What the real Bot API refuses: too long, unescaped, buttons that cannot be. Returns the description of the error, or null.</summary>
internal static partial class TelegramRules
{
    public static string? Refusal(TelegramCall call) => call.Method switch
    {
        "sendMessage" or "editMessageText" => OfText(call.Body, "text", 4096, isNeeded: true) ?? OfMarkup(call),
        "sendPhoto" or "sendDocument" or "sendVoice" or "editMessageCaption" => OfText(call.Body, "caption", 1024, isNeeded: false) ?? OfMarkup(call),
        "editMessageMedia" => OfText(call.Body.GetProperty("media"), "caption", 1024, isNeeded: false) ?? OfMarkup(call),
        "sendMediaGroup" => OfAlbum(call),
        "sendLocation" => OfMarkup(call),
        "answerCallbackQuery" when call.Body.Text("text") is { Length: > 200 } => "Bad Request: MESSAGE_TOO_LONG",
        _ => null,
    };

    /// <summary>The words as the phone shows them.</summary>
    public static string Shown(JsonElement body, string name)
    {
        var text = body.Text(name) ?? "";
        return IsHtml(body) ? WebUtility.HtmlDecode(AnyTag().Replace(text, "")) : text;
    }

    private static string? OfText(JsonElement body, string name, int limit, bool isNeeded)
    {
        var text = body.Text(name);

        if (string.IsNullOrWhiteSpace(text))
        {
            return isNeeded ? "Bad Request: message text is empty" : null;
        }

        if (IsHtml(body) && StrayMark().Match(AllowedTag().Replace(text, "")) is { Success: true } stray)
        {
            return $"Bad Request: can't parse entities: Unsupported start tag at byte offset {stray.Index}";
        }

        if (Shown(body, name).Length > limit)
        {
            return limit == 4096 ? "Bad Request: message is too long" : "Bad Request: message caption is too long";
        }

        return null;
    }

    private static string? OfMarkup(TelegramCall call)
    {
        if (call.Body.Child("reply_markup") is not { } markup)
        {
            return null;
        }

        if (markup.Child("keyboard") is { } keyboard && call.ChatId < 0 && keyboard.GetRawText().Contains("request_", StringComparison.Ordinal))
        {
            return "Bad Request: location can be requested in private chats only";
        }

        foreach (var button in Buttons(markup).SelectMany(row => row))
        {
            if (button.Label.Length == 0)
            {
                return "Bad Request: inline keyboard button text is empty";
            }

            if (button.Url is null && Encoding.UTF8.GetByteCount(button.Key ?? "") is 0 or > 64)
            {
                return "Bad Request: BUTTON_DATA_INVALID";
            }

            if (button.Url is { } url && !url.StartsWith("https://", StringComparison.Ordinal)
                && !url.StartsWith("http://", StringComparison.Ordinal) && !url.StartsWith("tg://", StringComparison.Ordinal))
            {
                return $"Bad Request: inline keyboard button URL '{url}' is invalid: unsupported URL protocol";
            }
        }

        return null;
    }

    private static string? OfAlbum(TelegramCall call)
    {
        if (call.Body.Child("media") is not { ValueKind: JsonValueKind.Array } media || media.GetArrayLength() is < 2 or > 10)
        {
            return "Bad Request: wrong number of media in the album";
        }

        return media.EnumerateArray().Select(item => OfText(item, "caption", 1024, isNeeded: false)).FirstOrDefault(error => error is not null);
    }

    public static IReadOnlyList<IReadOnlyList<TelegramButton>> Buttons(JsonElement markup) =>
        markup.Child("inline_keyboard") is not { } rows
            ? []
            : [.. rows.EnumerateArray().Select(row => (IReadOnlyList<TelegramButton>)
                [.. row.EnumerateArray().Select(each => new TelegramButton(each.Text("text") ?? "", each.Text("callback_data"), each.Text("url")))])];

    /// <summary>The real server takes any case.</summary>
    private static bool IsHtml(JsonElement body) => "HTML".Equals(body.Text("parse_mode"), StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("</?(?:b|strong|i|em|u|ins|s|strike|del|code|pre|blockquote|a)(?: [^<>]*)?>")]
    private static partial Regex AllowedTag();

    [GeneratedRegex("<[^<>]*>")]
    private static partial Regex AnyTag();

    [GeneratedRegex("<|&(?!(?:lt|gt|amp|quot|#[0-9]+|#x[0-9a-fA-F]+);)")]
    private static partial Regex StrayMark();
}

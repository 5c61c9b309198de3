using System.Globalization;
using System.Text;
using CommunityBot.Messages;
using Telegram.Bot.Types.ReplyMarkups;

namespace CommunityBot.Channels.Telegram;

/// <summary>Draws the buttons of a message the way Telegram takes them.</summary>
internal static class TelegramKeyboards
{
    public static ReplyMarkup? For(TelegramAddress to, OutgoingMessage message, bool mayTakeKeyboardAway)
    {
        if (AsksForPlace(to, message))
        {
            return LocationKeyboard(message);
        }

        if (Inline(message) is { } inline && inline.InlineKeyboard.Any())
        {
            return inline;
        }

        return to.IsPrivate && mayTakeKeyboardAway ? new ReplyKeyboardRemove() : null;
    }

    /// <summary>Phones show the place button in private chats only.</summary>
    public static bool AsksForPlace(TelegramAddress to, OutgoingMessage message) => to.IsPrivate && message.AskLocationLabel is not null;

    /// <summary>Without buttons Telegram would refuse: too long a key, an address it does not open. The words stay typable.</summary>
    public static InlineKeyboardMarkup Inline(OutgoingMessage message) => new(message.Buttons
        .Select(row => row.Select(Draw).OfType<InlineKeyboardButton>().ToArray())
        .Where(row => row.Length > 0));

    /// <summary>Telegram opens no tel: buttons, but makes every phone number in a text callable.</summary>
    public static string WithPhoneNumbers(string words, OutgoingMessage message)
    {
        StringBuilder? longer = null;

        foreach (var button in message.Buttons.SelectMany(row => row))
        {
            if (button.Url is { } url && url.StartsWith("tel:", StringComparison.OrdinalIgnoreCase)
                && url["tel:".Length..] is var number && !words.Contains(number, StringComparison.Ordinal))
            {
                longer ??= new StringBuilder(words);
                longer.Append(longer.Length > 0 ? "\n" : "").Append(CultureInfo.InvariantCulture, $"{button.Label}: {number}");
            }
        }

        return longer?.ToString() ?? words;
    }

    private static ReplyKeyboardMarkup LocationKeyboard(OutgoingMessage message)
    {
        var rows = new List<KeyboardButton[]> { new[] { KeyboardButton.WithRequestLocation(message.AskLocationLabel!) } };
        rows.AddRange(message.Buttons
            .Select(row => row.Where(button => button.Url is null && button.Label.Length > 0).Select(button => new KeyboardButton(button.Label)).ToArray())
            .Where(row => row.Length > 0));
        return new ReplyKeyboardMarkup(rows) { ResizeKeyboard = true, OneTimeKeyboard = true };
    }

    private static InlineKeyboardButton? Draw(Button button) => button switch
    {
        { Label: "" } => null,
        { Url: { } url } => AddressOf(url) is { } address ? InlineKeyboardButton.WithUrl(button.Label, address) : null,
        _ => TelegramText.IsKeyShortEnough(button.Key) ? InlineKeyboardButton.WithCallbackData(button.Label, button.Key) : null,
    };

    private static string? AddressOf(string url)
    {
        if (url.StartsWith("geo:", StringComparison.OrdinalIgnoreCase))
        {
            var end = url.IndexOfAny(['?', ';']);
            var point = end < 0 ? url["geo:".Length..] : url["geo:".Length..end];
            return "https://www.google.com/maps/search/?api=1&query=" + Uri.EscapeDataString(point);
        }

        return url.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || url.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            || url.StartsWith("tg://", StringComparison.OrdinalIgnoreCase) ? url : null;
    }
}

using System.Globalization;
using CommunityBot.Messages;

namespace CommunityBot.Channels.Telegram;

/// <summary>Where a conversation lies at Telegram: the chat, and the topic in a forum group ("-1001987654321#77").</summary>
internal readonly record struct TelegramAddress(long Chat, int? Topic)
{
    public const string Channel = "telegram";

    public bool IsPrivate => Chat > 0;

    public static bool TryParse(string address, out TelegramAddress parsed)
    {
        parsed = default;
        var mark = address.IndexOf('#', StringComparison.Ordinal);
        var chatText = mark < 0 ? address.AsSpan() : address.AsSpan(0, mark);
        int? topic = null;

        if (mark >= 0)
        {
            if (!int.TryParse(address.AsSpan(mark + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var thread))
            {
                return false;
            }

            topic = thread;
        }

        if (!long.TryParse(chatText, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var chat) || chat == 0)
        {
            return false;
        }

        parsed = new TelegramAddress(chat, topic);
        return true;
    }

    public ConversationKey ToKey() => new(Channel, ToString());

    public override string ToString() => Topic is { } topic
        ? string.Create(CultureInfo.InvariantCulture, $"{Chat}#{topic}")
        : Chat.ToString(CultureInfo.InvariantCulture);
}

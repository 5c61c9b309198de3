using System.ComponentModel.DataAnnotations;
using CommunityBot.Messages;
using CommunityBot.Settings;

namespace CommunityBot.Channels.Telegram;

/// <summary>How the bot talks with Telegram. Section <c>Telegram</c>; without a token there is no Telegram.</summary>
internal sealed class TelegramOptions
{
    public const string Section = "Telegram";
    public const string OfficialUrl = "https://api.telegram.org";

    /// <summary>The bot's token from @BotFather ("7000000001:AA…"); empty = no Telegram.</summary>
    [Secret]
    public string? Token { get; init; }

    /// <summary>Another Bot API server (a local one, a test's); normally the official one.</summary>
    [Url]
    public string BaseUrl { get; init; } = OfficialUrl;

    /// <summary>Polling asks Telegram for news and needs no public address; Webhook is told by Telegram and needs https.</summary>
    public TelegramMode Mode { get; init; } = TelegramMode.Polling;

    /// <summary>The public address Telegram shall call: "https://bot.example.vn/channels/telegram/webhook".</summary>
    [Url]
    public string? WebhookUrl { get; init; }

    /// <summary>What Telegram must show at each call: 16 to 256 characters of A-Z a-z 0-9 _ -.</summary>
    [Secret]
    public string? WebhookSecret { get; init; }

    /// <summary>Calls Telegram may make at once; 1 to 100, a local server takes up to 100,000; normally 40.</summary>
    [Range(1, 100_000)]
    public int MaxConnections { get; init; } = 40;

    /// <summary>Messages a second over all chats; 0 = no limit.</summary>
    [Range(0, 10_000)]
    public double MessagesPerSecond { get; init; } = 30;

    /// <summary>How many may go at once over all chats.</summary>
    [Range(1, 10_000)]
    public int Burst { get; init; } = 5;

    /// <summary>Messages a second in one chat; 0 = no limit.</summary>
    [Range(0, 1_000)]
    public double PerChatPerSecond { get; init; } = 1;

    /// <summary>How many may go at once in one chat.</summary>
    [Range(1, 1_000)]
    public int PerChatBurst { get; init; } = 3;

    /// <summary>Messages a minute in one group; 0 = no limit.</summary>
    [Range(0, 10_000)]
    public double PerGroupPerMinute { get; init; } = 20;

    public bool IsOfficial => BaseUrl.TrimEnd('/').Equals(OfficialUrl, StringComparison.OrdinalIgnoreCase);

    public ChannelPace Pace => new(MessagesPerSecond, Burst, PerChatPerSecond, PerChatBurst, PerGroupPerMinute);
}

/// <summary>How news from Telegram reaches the bot.</summary>
internal enum TelegramMode
{
    Polling,
    Webhook,
}

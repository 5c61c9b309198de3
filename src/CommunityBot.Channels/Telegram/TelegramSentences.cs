namespace CommunityBot.Channels.Telegram;

/// <summary>What an operator reads about the line to Telegram in health, doctor and the desk.</summary>
internal static class TelegramSentences
{
    public const string Working = "Telegram works.";

    public const string RefusedToken =
        "Telegram refuses the token. Get a valid one from @BotFather, put it into Telegram:Token and start again; messages to Telegram wait until then.";

    public const string TwoPollers =
        "Another program asks Telegram for news with the same token. Stop it, or give this bot its own token.";

    public const string WebhookOfOthers =
        "A webhook took over while polling; it was removed. If it comes back, another program uses the same token.";

    public const string OtherWebhook =
        "Telegram's webhook pointed elsewhere and was set again. If this repeats, another program uses the same token.";

    public static string Unreachable(string why) => $"Telegram cannot be reached ({why}); trying again. Zalo and the web chat are not affected.";

    public static string WebhookTrouble(string words, int waiting) =>
        $"Telegram has trouble calling the webhook: {words}; {waiting} updates wait.";
}

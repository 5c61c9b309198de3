using System.Globalization;
using Microsoft.Extensions.Options;

namespace CommunityBot.Channels.Telegram;

/// <summary>Refuses settings of Telegram that cannot work or would let strangers in; all mistakes at once, in English and Vietnamese.</summary>
internal sealed class TelegramOptionsCheck : IValidateOptions<TelegramOptions>
{
    private const int ShortestSecret = 16;

    private static readonly string[] Placeholders = ["changeme", "change-me", "change_me", "placeholder", "your-secret", "your_secret", "example"];

    public ValidateOptionsResult Validate(string? name, TelegramOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Token))
        {
            return ValidateOptionsResult.Success; // no Telegram at all
        }

        string?[] mistakes = [MistakeInToken(options.Token), .. options.Mode == TelegramMode.Webhook ? MistakesInWebhook(options) : []];
        var found = mistakes.OfType<string>().ToArray();
        return found.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(found);
    }

    private static string? MistakeInToken(string token)
    {
        var colon = token.IndexOf(':', StringComparison.Ordinal);
        return colon is >= 1 and <= 16
            && long.TryParse(token.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out _)
            && token.Length > colon + 1
            && token.AsSpan(colon + 1).IndexOfAnyExcept(SecretCharacters) < 0
                ? null
                : "Telegram:Token is not a bot token; @BotFather gives one like 7000000001:AA… "
                    + "(Telegram:Token không đúng dạng; hãy chép lại từ @BotFather.)";
    }

    private static IEnumerable<string?> MistakesInWebhook(TelegramOptions options)
    {
        yield return options.WebhookUrl switch
        {
            null or "" => "Telegram:Mode is Webhook, but Telegram:WebhookUrl is missing. (Chế độ Webhook cần Telegram:WebhookUrl.)",
            var url when options.IsOfficial && !url.StartsWith("https://", StringComparison.OrdinalIgnoreCase) =>
                "Telegram:WebhookUrl must be https: Telegram calls nothing else. (Telegram:WebhookUrl phải bắt đầu bằng https.)",
            _ => null,
        };

        if (options.IsOfficial && options.MaxConnections > 100)
        {
            yield return "Telegram:MaxConnections may be at most 100 for the official API. (Telegram:MaxConnections tối đa là 100.)";
        }

        yield return options.WebhookSecret switch
        {
            null or "" => "Telegram:Mode is Webhook, but Telegram:WebhookSecret is missing: anybody could speak as any villager. "
                + "(Chế độ Webhook cần Telegram:WebhookSecret; thiếu nó, người lạ có thể giả làm bà con.)",
            { Length: < ShortestSecret or > 256 } => "Telegram:WebhookSecret must have 16 to 256 characters. "
                + "(Telegram:WebhookSecret cần từ 16 đến 256 ký tự.)",
            var secret when secret.AsSpan().IndexOfAnyExcept(SecretCharacters) >= 0 =>
                "Telegram:WebhookSecret may only hold A-Z, a-z, 0-9, _ and -. (Telegram:WebhookSecret chỉ gồm A-Z, a-z, 0-9, _ và -.)",
            var secret when IsPlaceholder(secret) => "Telegram:WebhookSecret is a placeholder; choose a random one. "
                + "(Telegram:WebhookSecret còn là chữ mẫu; hãy đặt một chuỗi ngẫu nhiên.)",
            _ => null,
        };
    }

    private static bool IsPlaceholder(string secret) =>
        secret.Distinct().Count() < 6 || Array.Exists(Placeholders, word => secret.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static System.Buffers.SearchValues<char> SecretCharacters { get; } =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-");
}

using Microsoft.Extensions.Options;

namespace CommunityBot.Channels.Tests.Telegram;

public sealed class TelegramSettingsTests
{
    [Theory]
    [InlineData("Telegram:WebhookSecret", null, "missing")]
    [InlineData("Telegram:WebhookSecret", "changeme-changeme-1", "placeholder")]
    [InlineData("Telegram:WebhookSecret", "aaaaaaaaaaaaaaaaaaaa", "placeholder")]
    [InlineData("Telegram:WebhookSecret", "short", "16 to 256")]
    [InlineData("Telegram:WebhookSecret", "bí mật của tôi 12345", "A-Z")]
    [InlineData("Telegram:WebhookUrl", null, "WebhookUrl is missing")]
    [InlineData("Telegram:Token", "not a token", "BotFather")]
    [InlineData("Telegram:PerChatBurst", "0", "PerChatBurst")]
    public async Task Settings_that_would_let_strangers_in_stop_the_start(string name, string? value, string words)
    {
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => TelegramBench.StartAsync(configure: settings => settings[name] = value));

        Assert.Contains(words, Assert.IsType<OptionsValidationException>(failure).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unsafe_webhook_address_is_refused_for_the_official_api()
    {
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => TelegramBench.StartAsync(configure: settings =>
            settings["Telegram:BaseUrl"] = "https://api.telegram.org"));

        Assert.Contains("must be https", failure.Message, StringComparison.Ordinal);
    }
}

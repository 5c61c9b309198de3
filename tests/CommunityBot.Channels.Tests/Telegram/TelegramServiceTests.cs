using CommunityBot.Messages;
using CommunityBot.TestKit.Telegram;
using Microsoft.Extensions.Time.Testing;

namespace CommunityBot.Channels.Tests.Telegram;

/// <summary>Signing in, registering, polling, and what the operator is told.</summary>
public sealed class TelegramServiceTests
{
    public static IReadOnlyList<string> SamplesUsed { get; } =
    [
        "request.setWebhook", "request.setMyCommands", "request.getUpdates", "request.getFile", "response.getMe", "response.setWebhook",
        "response.true", "response.getUpdates", "response.getUpdates.empty", "response.getWebhookInfo", "response.getFile", "response.getFile.local_mode",
    ];

    [Fact]
    public async Task The_host_registers_its_webhook_itself()
    {
        await using var bench = await TelegramBench.StartAsync(configure: settings =>
        {
            settings["Telegram:WebhookUrl"] = "https://bot.example.org/hooks/telegram/k7Qd2";
            settings["Telegram:MaxConnections"] = "20";
        });
        await bench.SignedInAsync();

        var expected = Sample.Json("request.setWebhook");
        expected.Remove("drop_pending_updates"); // false is what Telegram assumes: villagers wrote it while we were away
        Sample.AssertSame(expected, bench.Fake.CallsOf("setWebhook").Single().Body);
    }

    [Fact]
    public async Task The_menu_of_commands_is_told_to_telegram()
    {
        await using var bench = await TelegramBench.StartAsync();
        await bench.SignedInAsync();

        var expected = Sample.Json("request.setMyCommands");
        expected.Remove("language_code"); // the menu is for every phone, whatever its language
        Sample.AssertSame(expected, bench.Fake.CallsOf("setMyCommands").Single().Body);
    }

    [Fact]
    public async Task Recorded_answers_sign_the_bot_in()
    {
        var fake = await FakeTelegram.StartAsync();
        fake.Faults.Next("getMe", TelegramFault.Raw(200, Sample.Text("response.getMe")));
        fake.Faults.Next("setWebhook", TelegramFault.Raw(200, Sample.Text("response.setWebhook")));
        fake.Faults.Next("setMyCommands", TelegramFault.Raw(200, Sample.Text("response.true")));
        await using var bench = await TelegramBench.StartAsync(fake: fake);
        await bench.SignedInAsync();

        Assert.Equal(ChannelState.Working, bench.Channel.Status.State);
    }

    [Fact]
    public async Task A_failing_menu_does_not_stop_the_bot()
    {
        var fake = await FakeTelegram.StartAsync();
        fake.Faults.Always("setMyCommands", TelegramFault.Error(400, "Bad Request: BOT_COMMAND_INVALID"));
        await using var bench = await TelegramBench.StartAsync(fake: fake);
        await bench.SignedInAsync();

        await bench.Fake.Delivery.SendAsync(WithWebhook(bench, Sample.Text("update.message.text")));

        Assert.Single(bench.Heart.Heard);
    }

    [Fact]
    public async Task Polling_confirms_recorded_updates_and_asks_for_the_next()
    {
        var fake = await FakeTelegram.StartAsync();
        fake.Faults.Next("getUpdates", TelegramFault.Raw(200, Sample.Text("response.getUpdates")));
        fake.Faults.Next("getUpdates", TelegramFault.Raw(200, Sample.Text("response.getUpdates.empty")));
        await using var bench = await TelegramBench.StartAsync(withWebhook: false, fake: fake);

        await bench.Fake.WaitUntilAsync(() => bench.Fake.CountOf("getUpdates") >= 2);

        Assert.Equal(["một", "hai"], bench.Heart.Heard.Select(heard => heard.Text));
        var expected = Sample.Json("request.getUpdates");
        expected["offset"] = 910000140; // highest id + 1
        Sample.AssertSame(expected, bench.Fake.CallsOf("getUpdates").ElementAt(1).Body);
    }

    [Fact]
    public async Task One_update_that_nobody_can_read_does_not_hold_up_the_others()
    {
        await using var bench = await TelegramBench.StartAsync(withWebhook: false);

        await Task.WhenAll(
            bench.Fake.Delivery.SendAsync("""{"update_id":1,"message":{"message_id":"bad"}}"""),
            bench.Fake.Delivery.SendAsync("""{"update_id":2,"my_chat_member":{"chat":{"id":1,"type":"private"},"new_chat_member":{"status":"odd"}}}"""),
            bench.Fake.Delivery.SendAsync(Sample.Text("update.message.text")));

        Assert.Equal("m401", Assert.Single(bench.Heart.Heard).EventId);
    }

    [Fact]
    public async Task Polling_never_confirms_what_is_not_committed_and_keeps_the_order_of_a_chat()
    {
        await using var bench = await TelegramBench.StartAsync(withWebhook: false);
        var phone = new TelegramPhone(bench.Fake, 5012345678, "Hoàng Thị Mẩy", TimeProvider.System);
        var refusals = 0;
        bench.Heart.Answer = message => Task.FromResult(
            message.Text == "một" && Interlocked.Increment(ref refusals) <= 2 ? TurnReceipt.Again : TurnReceipt.Acknowledged);

        await Task.WhenAll(phone.SayAsync("một"), phone.SayAsync("hai"), phone.SayAsync("ba"));

        Assert.Equal(["một", "một", "một", "hai", "ba"], bench.Heart.Heard.Select(heard => heard.Text));
    }

    [Fact]
    public async Task A_slow_chat_does_not_hold_up_another_while_polling()
    {
        var fake = await FakeTelegram.StartAsync();
        var first = new TelegramPhone(fake, 1, "A", TimeProvider.System).TextUpdate("một");
        var second = new TelegramPhone(fake, 2, "B", TimeProvider.System).TextUpdate("hai");
        fake.Faults.Next("getUpdates", TelegramFault.Raw(200, $$"""{"ok":true,"result":[{{first}},{{second}}]}"""));
        var other = new TaskCompletionSource();
        await using var bench = await TelegramBench.StartAsync(withWebhook: false, fake: fake, answer: Answer);

        await bench.Fake.WaitUntilAsync(() => bench.Fake.CountOf("getUpdates") == 2);

        Assert.Equal(["một", "hai"], bench.Heart.Heard.Select(heard => heard.Text));

        async Task<TurnReceipt> Answer(IncomingMessage message)
        {
            await (message.Conversation.Address == "1" ? other.Task : Task.CompletedTask);
            other.TrySetResult(); // the first chat is done only after the second was heard
            return TurnReceipt.Acknowledged;
        }
    }

    [Fact]
    public async Task A_refused_token_switches_this_channel_off_loudly()
    {
        var fake = await FakeTelegram.StartAsync();
        fake.RefusesToken = true;
        await using var bench = await TelegramBench.StartAsync(fake: fake);

        // the state is set a moment before the line is written
        await WaitForAsync(() => bench.Log.Lines.Any(line => line.StartsWith("Error Telegram is switched off", StringComparison.Ordinal)));

        Assert.Equal(ChannelState.Off, bench.Channel.Status.State);
        Assert.Contains("@BotFather", bench.Channel.Status.Sentence, StringComparison.Ordinal);
        Assert.IsType<SendOutcome.ChannelOff>(await bench.SendAsync("1", new OutgoingMessage { Text = "a" }));
    }

    [Fact]
    public async Task An_unreachable_telegram_is_tried_again_for_as_long_as_it_takes()
    {
        var clock = new FakeTimeProvider();
        var fake = await FakeTelegram.StartAsync();
        await fake.GoDownAsync();
        await using var bench = await TelegramBench.StartAsync(fake: fake, clock: clock);
        await WaitForAsync(() => bench.Channel.Status.State == ChannelState.Unreachable);
        await fake.ComeBackAsync();

        await WaitForAsync(() => bench.Channel.Status.State == ChannelState.Working, () => clock.Advance(TimeSpan.FromSeconds(2)));

        Assert.Contains(bench.Log.Lines, line => line.Contains("cannot be reached", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_programs_with_one_token_are_told_apart_in_one_sentence()
    {
        var fake = await FakeTelegram.StartAsync();
        fake.Faults.Always("getUpdates", TelegramFault.Raw(409, Sample.Text("error.409.two_pollers")));
        await using var bench = await TelegramBench.StartAsync(withWebhook: false, fake: fake);

        await WaitForAsync(() => bench.Channel.Status.Sentence.Contains("same token", StringComparison.Ordinal));

        Assert.Equal(ChannelState.Unreachable, bench.Channel.Status.State);
    }

    [Fact]
    public async Task A_forgotten_webhook_is_removed_when_the_bot_polls()
    {
        var fake = await FakeTelegram.StartAsync();
        fake.Faults.Next("getUpdates", TelegramFault.Raw(409, Sample.Text("error.409.webhook_active")));
        await using var bench = await TelegramBench.StartAsync(withWebhook: false, fake: fake);

        await bench.Fake.Delivery.SendAsync(Sample.Text("update.message.text"));

        Assert.Equal(2, bench.Fake.CountOf("deleteWebhook"));
    }

    [Fact]
    public async Task Trouble_of_the_webhook_is_told_to_the_operator()
    {
        var clock = new FakeTimeProvider();
        var fake = await FakeTelegram.StartAsync();
        fake.Faults.Always("getWebhookInfo", TelegramFault.Raw(200, Sample.Text("response.getWebhookInfo")));
        await using var bench = await TelegramBench.StartAsync(
            fake: fake, clock: clock, configure: settings => settings["Telegram:WebhookUrl"] = "https://bot.example.org/hooks/telegram/k7Qd2");
        await bench.SignedInAsync();

        await WaitForAsync(() => fake.CountOf("getWebhookInfo") > 0 && bench.Channel.Status.Sentence.Contains("502 Bad Gateway", StringComparison.Ordinal), () => clock.Advance(TimeSpan.FromMinutes(2)));

        Assert.Equal(ChannelState.Working, bench.Channel.Status.State);
        Assert.Contains("3 updates wait", bench.Channel.Status.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_webhook_that_somebody_moved_is_set_again()
    {
        var clock = new FakeTimeProvider();
        await using var bench = await TelegramBench.StartAsync(clock: clock);
        await bench.SignedInAsync();
        bench.Fake.Delivery.UseWebhook("http://127.0.0.1:1/elsewhere", "other");

        await WaitForAsync(() => bench.Fake.CountOf("setWebhook") == 2, () => clock.Advance(TimeSpan.FromMinutes(2)));

        Assert.Equal(bench.WebhookUrl, bench.Fake.Delivery.WebhookUrl!.ToString());
    }

    [Fact]
    public async Task The_token_and_the_words_never_reach_a_log_or_an_outcome()
    {
        await using var bench = await TelegramBench.StartAsync();
        await bench.SignedInAsync();
        var outcomes = new List<SendOutcome>();
        TelegramFault[] faults =
        [
            TelegramFault.TooManyRequests(1), TelegramFault.BadGateway, TelegramFault.CutBeforeDelivery, TelegramFault.CutAfterDelivery,
            TelegramFault.Error(400, "Bad Request: something new"), TelegramFault.Error(404, "Not Found: method not found"), TelegramFault.Raw(200, "{", "application/json"),
        ];

        foreach (var fault in faults)
        {
            bench.Fake.Faults.Next("sendMessage", fault);
            outcomes.Add(await bench.SendAsync("5012345678", new OutgoingMessage { Text = "bí mật của bà Lường" }));
        }

        await bench.Fake.Delivery.SendAsync(Sample.Text("update.message.contact"));
        await bench.Fake.GoDownAsync();
        outcomes.Add(await bench.SendAsync("5012345678", new OutgoingMessage { Text = "bí mật của bà Lường" }));

        var everything = string.Join('\n', bench.Log.Lines.Concat(outcomes.Select(outcome => outcome.ToString())));
        Assert.NotEmpty(everything);
        Assert.All(
            [bench.Fake.Token, bench.Fake.Token.Split(':')[1], TelegramBench.Secret, "bà Lường", "84900000000", "Hoàng"],
            secret => Assert.DoesNotContain(secret, everything, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_recorded_sample_is_used()
    {
        string[] used =
        [
            .. TelegramUpdateSamples.Expected.Keys, .. TelegramErrorTests.Expected.Keys, .. TelegramErrorTests.Apart,
            .. TelegramSendingTests.SamplesUsed, .. SamplesUsed, "webhook-reply.sendMessage",
        ];

        Assert.Equal(82, Sample.All.Count);
        Assert.Equal(Sample.All.Order(), used.Distinct().Order());
    }

    private static string WithWebhook(TelegramBench bench, string update)
    {
        bench.Fake.Delivery.UseWebhook(bench.WebhookUrl, TelegramBench.Secret);
        return update;
    }

    /// <summary>Looks again and again, without a clock of its own; ten real seconds at most.</summary>
    private static async Task WaitForAsync(Func<bool> condition, Action? meanwhile = null)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));

        while (!condition())
        {
            patience.Token.ThrowIfCancellationRequested();
            meanwhile?.Invoke();
            await Task.Yield();
        }
    }
}

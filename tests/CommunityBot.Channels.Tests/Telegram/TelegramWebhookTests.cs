using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CommunityBot.Messages;
using CommunityBot.TestKit.Telegram;

namespace CommunityBot.Channels.Tests.Telegram;

public sealed class TelegramWebhookTests
{
    private const string Header = "X-Telegram-Bot-Api-Secret-Token";

    [Fact]
    public async Task A_thousand_forged_deliveries_are_refused_and_nothing_is_heard()
    {
        await using var bench = await TelegramBench.StartAsync();
        using var stranger = new HttpClient();
        var body = Sample.Text("update.message.text");
        var answers = new List<HttpStatusCode>();

        foreach (var forged in Forgeries().Take(1_000))
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, bench.WebhookUrl) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

            foreach (var value in forged)
            {
                request.Headers.TryAddWithoutValidation(Header, value);
            }

            using var answer = await stranger.SendAsync(request, TestContext.Current.CancellationToken);
            answers.Add(answer.StatusCode);
        }

        Assert.Equal(1_000, answers.Count);
        Assert.All(answers, status => Assert.Equal(HttpStatusCode.Unauthorized, status));
        Assert.Empty(bench.Heart.Heard);
    }

    [Fact]
    public async Task The_answer_says_only_200_and_calls_nothing_by_itself()
    {
        await using var bench = await TelegramBench.StartAsync();
        using var telegram = new HttpClient();

        using var answer = await PostAsync(telegram, bench, Sample.Text("update.message.text"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)); // not webhook-reply.sendMessage: its result is never told
        Assert.Equal("sendMessage", Sample.Json("webhook-reply.sendMessage")["method"]!.GetValue<string>());
    }

    [Fact]
    public async Task Without_a_commit_the_update_comes_again_until_there_is_one()
    {
        await using var bench = await TelegramBench.StartAsync();
        await bench.SignedInAsync();
        var tries = 0;
        bench.Heart.Answer = _ => Task.FromResult(Interlocked.Increment(ref tries) < 4 ? TurnReceipt.Again : TurnReceipt.Acknowledged);

        await bench.Fake.Delivery.SendAsync(Sample.Text("update.message.text"));

        Assert.Equal(4, tries);
        Assert.Equal(3, bench.Fake.Delivery.Refusals);
        Assert.Single(bench.Heart.Heard.Select(heard => heard.EventId).Distinct());
    }

    [Fact]
    public async Task A_repeated_or_lost_delivery_carries_the_same_mark()
    {
        await using var bench = await TelegramBench.StartAsync();
        await bench.SignedInAsync();
        bench.Fake.Delivery.Repeats = 2;

        await bench.Fake.Delivery.SendAsync(Sample.Text("update.message.text"));
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => bench.Fake.Delivery.PostOnceAsync(Sample.Text("update.message.text"))));

        Assert.Equal(8, bench.Heart.Heard.Count);
        Assert.Equal("m401", Assert.Single(bench.Heart.Heard.Select(heard => heard.EventId).Distinct()));
    }

    [Fact]
    public async Task Messages_of_one_chat_arrive_in_order_and_a_refused_one_holds_up_only_its_own_chat()
    {
        await using var bench = await TelegramBench.StartAsync();
        await bench.SignedInAsync();
        var first = new TelegramPhone(bench.Fake, 1, "A", TimeProvider.System);
        var second = new TelegramPhone(bench.Fake, 2, "B", TimeProvider.System);
        var isOpen = false;
        bench.Heart.Answer = message => Task.FromResult(message.Text == "một" && !isOpen ? TurnReceipt.Again : TurnReceipt.Acknowledged);

        var waiting = Task.WhenAll(first.SayAsync("một"), first.SayAsync("hai"));
        await second.SayAsync("ba");
        isOpen = true;
        await waiting;

        Assert.Equal(["một", "hai"], bench.Heart.Heard.Where(heard => heard.Conversation.Address == "1").Select(heard => heard.Text).Distinct());
    }

    [Fact]
    public async Task A_heart_that_throws_is_asked_again_and_the_next_villager_is_heard()
    {
        await using var bench = await TelegramBench.StartAsync();
        await bench.SignedInAsync();
        var tries = 0;
        bench.Heart.Answer = message => message.EventId == "m401" && Interlocked.Increment(ref tries) < 3
            ? throw new InvalidOperationException("disk")
            : Task.FromResult(TurnReceipt.Acknowledged);

        await Task.WhenAll(
            bench.Fake.Delivery.SendAsync(Sample.Text("update.message.text")),
            bench.Fake.Delivery.SendAsync(Sample.Text("update.message.migrate_to")));

        Assert.Equal(3, tries);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"update_id\":\"x\"}")]
    [InlineData("{\"update_id\":1,\"message\":5}")]
    [InlineData("{\"update_id\":1,\"message\":{\"message_id\":1,\"date\":99999999999999999,\"chat\":{\"id\":1,\"type\":\"private\"}}}")]
    public async Task What_telegram_sends_but_nobody_can_read_is_set_aside(string body)
    {
        await using var bench = await TelegramBench.StartAsync();
        using var telegram = new HttpClient();

        using var answer = await PostAsync(telegram, bench, body);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(bench.Heart.Heard);
    }

    [Fact]
    public async Task A_megabyte_of_words_is_set_aside()
    {
        await using var bench = await TelegramBench.StartAsync();
        using var telegram = new HttpClient();
        var update = Sample.Json("update.message.text");
        update["message"]!["text"] = new string('a', 1_000_000);

        using var answer = await PostAsync(telegram, bench, update.ToJsonString());

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(bench.Heart.Heard);
    }

    [Fact]
    public async Task Two_thousand_damaged_updates_never_break_the_door()
    {
        await using var bench = await TelegramBench.StartAsync();
        using var telegram = new HttpClient();
        var chance = new Random(20261123);
        var samples = TelegramUpdateSamples.Expected.Keys.Select(Sample.Bytes).ToArray();

        for (var round = 0; round < 2_000; round++)
        {
            var damaged = Damage(samples[round % samples.Length], chance);
            using var answer = await PostAsync(telegram, bench, damaged);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{(int)answer.StatusCode} for {Encoding.UTF8.GetString(damaged)}");
        }

        using var last = await PostAsync(telegram, bench, Sample.Text("update.message.text"));
        Assert.Equal("m401", bench.Heart.Heard[^1].EventId);
    }

    [Fact]
    public async Task Updates_with_exchanged_values_never_break_the_door()
    {
        await using var bench = await TelegramBench.StartAsync();
        using var telegram = new HttpClient();
        var chance = new Random(7);

        foreach (var sample in TelegramUpdateSamples.Expected.Keys.SelectMany(name => Enumerable.Repeat(name, 20)))
        {
            var update = Sample.Json(sample);
            Exchange(update, chance);
            using var answer = await PostAsync(telegram, bench, update.ToJsonString());
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{(int)answer.StatusCode} for {update.ToJsonString()}");
        }
    }

    [Fact]
    public async Task A_press_may_overtake_the_message_before_it()
    {
        await using var bench = await TelegramBench.StartAsync();
        await bench.SignedInAsync();
        var gate = new TaskCompletionSource();
        bench.Heart.Answer = async message =>
        {
            await (message.Kind == IncomingKind.Message ? gate.Task : Task.CompletedTask);
            return TurnReceipt.Acknowledged;
        };

        var said = bench.Fake.Delivery.SendAsync(Sample.Text("update.message.text"));
        await bench.Fake.Delivery.SendAsync(Sample.Text("update.callback_query"));
        Assert.False(said.IsCompleted);
        gate.SetResult();
        await said;

        Assert.Equal(2, bench.Heart.Heard.Count);
    }

    [Fact]
    public async Task A_bot_that_polls_has_no_webhook()
    {
        await using var bench = await TelegramBench.StartAsync(withWebhook: false, settings => settings["Telegram:WebhookSecret"] = TelegramBench.Secret);
        using var telegram = new HttpClient();

        using var answer = await PostAsync(telegram, bench, Sample.Text("update.message.text"));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient http, TelegramBench bench, string body) => PostAsync(http, bench, Encoding.UTF8.GetBytes(body));

    private static async Task<HttpResponseMessage> PostAsync(HttpClient http, TelegramBench bench, byte[] body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, bench.WebhookUrl) { Content = new ByteArrayContent(body) };
        request.Headers.TryAddWithoutValidation(Header, TelegramBench.Secret);
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>No secret, prefixes, longer ones, other cases, exchanged letters, the right one twice.</summary>
    private static IEnumerable<string[]> Forgeries()
    {
        var secret = TelegramBench.Secret;
        yield return [];
        yield return [""];
        yield return [" "];
        yield return [secret, secret];
        yield return [secret + "," + secret];
        yield return ["Bearer " + secret];
        yield return [secret.ToUpperInvariant()];
        yield return [secret.ToLowerInvariant()];
        yield return [new string('a', 300)];

        for (var length = 1; length < secret.Length; length++)
        {
            yield return [secret[..length]];
            yield return [secret[length..]];
        }

        for (var letter = 0; ; letter++)
        {
            var at = letter % secret.Length;
            var other = (char)('!' + ((letter / secret.Length) % 90));
            yield return [string.Concat(secret.AsSpan(0, at), other == secret[at] ? "~" : other.ToString(), secret.AsSpan(at + 1))];
        }
    }

    private static byte[] Damage(byte[] update, Random chance)
    {
        var damaged = update.ToArray();

        for (var hit = chance.Next(1, 6); hit > 0; hit--)
        {
            damaged[chance.Next(damaged.Length)] = (byte)chance.Next(256);
        }

        return chance.Next(4) == 0 ? damaged[..chance.Next(damaged.Length)] : damaged;
    }

    private static void Exchange(JsonNode node, Random chance)
    {
        JsonNode?[] strange = [null, -1, "x", true, 1e300, new JsonArray(), new JsonObject(), long.MaxValue, "", 0];

        if (node is not JsonObject content || content.Count == 0)
        {
            return;
        }

        var name = content.ElementAt(chance.Next(content.Count)).Key;

        if (content[name] is JsonObject inner && chance.Next(4) > 0)
        {
            Exchange(inner, chance);
        }
        else
        {
            content[name] = strange[chance.Next(strange.Length)]?.DeepClone();
        }
    }
}

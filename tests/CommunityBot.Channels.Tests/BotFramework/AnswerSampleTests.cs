using System.Net;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using CommunityBot.Messages;

namespace CommunityBot.Channels.Tests.BotFramework;

/// <summary>What our server answers, streams and lets the bot say, held against the recorded answers.</summary>
public sealed class AnswerSampleTests
{
    [Fact]
    public async Task A_poll_brings_what_was_said_and_then_nothing_new()
    {
        await using var host = await WebChatHost.StartAsync();
        var browser = await host.BeginAsync();
        await browser.SayAsync("Vòi nước bị vỡ", "k3j2h1g0f9");

        var (activities, watermark) = await browser.PollAsync();
        var (nothing, same) = await browser.PollAsync(watermark);

        var sample = Sample.Read("response.activities")["activities"]!.AsArray();
        Sample.AssertLike(sample[0], activities[0]);
        Assert.Equal($"{browser.Conversation}|0000000", (string?)activities[0]!["id"]);
        Assert.Equal("2026-11-23T08:00:00.000Z", (string?)activities[0]!["timestamp"]);
        var bot = sample[1]!.AsObject();
        bot.Remove("suggestedActions"); // we hang buttons on a card: they stay when newer bubbles follow
        Sample.AssertLike(bot, activities[1]);
        Assert.Equal("2", watermark);
        Assert.Empty(nothing);
        Assert.Equal("2", same);
        Sample.AssertLike(Sample.Read("response.activities.empty"), new JsonObject { ["activities"] = nothing.DeepClone(), ["watermark"] = same });
    }

    [Fact]
    public async Task The_stream_speaks_in_the_recorded_frames()
    {
        await using var host = await WebChatHost.StartAsync();
        var browser = await host.BeginAsync();
        using var socket = await browser.OpenStreamAsync();
        host.Bot.Refusals = 1; // so that echo, typing and answer come one by one

        using var refused = await browser.PostAsync(Sample.Read("request.activity.message.webchat"));
        var echo = await WebChatClient.ReadFrameAsync(socket);
        var typing = await WebChatClient.ReadFrameAsync(socket);
        await host.Bot.SayAsync(new ConversationKey("webchat", browser.Conversation), new OutgoingMessage { Text = "Bà con gửi ảnh hiện trường", ReplyTo = "x" });
        var answer = await WebChatClient.ReadFrameAsync(socket);

        Sample.AssertLike(Sample.Read("ws.frame.echo"), echo);
        Assert.Equal("1", (string?)echo!["watermark"]);
        Sample.AssertLike(Sample.Read("ws.frame.typing"), typing);
        Assert.Null(typing!["watermark"]);
        var sample = Sample.Read("ws.frame.activityset");
        sample["activities"]![0]!.AsObject().Remove("suggestedActions");
        Sample.AssertLike(sample, answer);
        Assert.Equal("2", (string?)answer!["watermark"]);
    }

    [Fact]
    public async Task An_empty_frame_keeps_the_line_open_in_both_directions()
    {
        await using var host = await WebChatHost.StartAsync();
        var browser = await host.BeginAsync();
        using var socket = await browser.OpenStreamAsync();
        var keepAlive = (string)Sample.Read("ws.frame.keepalive")["frame_text"]!;

        await socket.SendAsync(System.Text.Encoding.UTF8.GetBytes(keepAlive), WebSocketMessageType.Text, true, TestContext.Current.CancellationToken);
        await browser.SayAsync("còn đó không");
        var (activities, _) = await WebChatClient.ReadAsync(socket, 2);
        host.Clock.Advance(TimeSpan.FromSeconds(25));
        var frame = await socket.ReceiveAsync(new byte[16], TestContext.Current.CancellationToken);

        Assert.Equal(2, activities.Count);
        Assert.Equal((WebSocketMessageType.Text, 0, true), (frame.MessageType, frame.Count, frame.EndOfMessage));
    }

    [Fact]
    public async Task Buttons_hang_on_a_card_and_a_pin_opens_a_map()
    {
        await using var host = await WebChatHost.StartAsync();
        var browser = await host.BeginAsync();

        await host.Bot.SayAsync(new ConversationKey("webchat", browser.Conversation), new OutgoingMessage
        {
            Text = "Ba nhóm rác tại nhà",
            Buttons = [[new Button("Xem tiếp", "bai:rac-2")], [new Button("Gọi 115", "", "tel:115")]],
            Pin = new Primitives.GeoPoint(22.1, 105.8),
        });

        var card = (await browser.PollAsync()).Activities[0]!.AsObject();
        var sample = Sample.Read("bot.activity.card");
        sample.Remove("attachmentLayout");
        var content = sample["attachments"]![0]!["content"]!.AsObject();
        content.Remove("title");
        content.Remove("text");
        content.Remove("images");
        Sample.AssertLike(sample, card);
        Assert.Equal(
            [("postBack", "bai:rac-2"), ("openUrl", "tel:115"), ("openUrl", "https://www.google.com/maps?q=22.10000,105.80000")],
            card["attachments"]![0]!["content"]!["buttons"]!.AsArray().Select(one => ((string?)one!["type"], (string?)one["value"])));
    }

    [Fact]
    public async Task A_picture_comes_with_a_private_link_that_opens_it()
    {
        await using var host = await WebChatHost.StartAsync();
        var browser = await host.BeginAsync();
        await browser.SayAsync("ảnh");

        var picture = (await browser.PollAsync()).Activities[1]!;
        Sample.AssertLike(Sample.Read("bot.activity.image"), picture);
        using var answer = await host.Http.GetAsync(new Uri((string)picture["attachments"]![0]!["contentUrl"]!), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("image/png", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal(TestKit.WebChat.SmallShelf.RedPoint, await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_conversation_that_is_signed_out_ends_on_every_open_stream()
    {
        await using var host = await WebChatHost.StartAsync();
        var browser = await host.BeginAsync();
        using var socket = await browser.OpenStreamAsync();

        await host.Get<IConversationKeeper>().SignOutAsync(new ConversationKey("webchat", browser.Conversation), TestContext.Current.CancellationToken);

        var end = await WebChatClient.ReadFrameAsync(socket);
        Sample.AssertLike(Sample.Read("bot.activity.end"), end!["activities"]![0]);
        Assert.Null(await WebChatClient.ReadFrameAsync(socket));
        using var answer = await browser.PostAsync(Sample.Read("request.activity.message"));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Coming_back_gives_a_new_stream_after_the_watermark()
    {
        await using var host = await WebChatHost.StartAsync();
        var browser = await host.BeginAsync();
        await browser.SayAsync("một");
        using var answer = await host.CallAsync(HttpMethod.Get, $"/v3/directline/conversations/{browser.Conversation}?watermark=1", browser.Token);

        var body = await WebChatClient.BodyOf(answer);

        Sample.AssertLike(Sample.Read("response.conversations.reconnect"), body);
        Assert.Contains("watermark=1&t=", (string?)body["streamUrl"], StringComparison.Ordinal);
        Assert.NotEqual(browser.StreamUrl, (string?)body["streamUrl"]);
    }

    [Fact]
    public async Task Refusals_are_worded_as_the_protocol_words_them()
    {
        await using var host = await WebChatHost.StartAsync(new() { ["DirectLine:ActivitiesPerMinute"] = "2" });
        var browser = await host.BeginAsync();
        var path = $"/v3/directline/conversations/{browser.Conversation}/activities";

        await AssertRefusedAsync("error.400", await browser.PostAsync(new JsonObject { ["text"] = "x" }));
        await AssertRefusedAsync("error.401", await host.CallAsync(HttpMethod.Post, path, null, Sample.Read("request.activity.message")));
        await AssertRefusedAsync("error.404", await host.CallAsync(HttpMethod.Get, "/v3/directline/conversations/nowhere/activities", WebChatHost.Secret));
        host.Bot.Refusals = 1;
        await AssertRefusedAsync("error.502", await browser.PostAsync(Sample.Read("request.activity.message")));
        var tooFast = await browser.PostAsync(Sample.Read("request.activity.message"));
        Assert.Equal("2", tooFast.Headers.GetValues("Retry-After").Single());
        await AssertRefusedAsync("error.429", tooFast);
        host.Clock.Advance(TimeSpan.FromMinutes(30));
        await AssertRefusedAsync("error.403.token_expired", await browser.PostAsync(Sample.Read("request.activity.message")));
    }

    [Fact]
    public async Task A_page_of_another_site_may_ask_whether_it_may_ask()
    {
        await using var host = await WebChatHost.StartAsync();
        var sample = Sample.Read("cors.preflight");

        using var answer = await host.CallAsync(HttpMethod.Options, "/v3/directline/conversations", null, null, request =>
        {
            foreach (var (name, value) in sample["request"]!["headers"]!.AsObject())
            {
                request.Headers.TryAddWithoutValidation(name, (string?)value);
            }
        });

        Assert.Equal((int)sample["response"]!["status"]!, (int)answer.StatusCode);
        foreach (var (name, value) in sample["response"]!["headers"]!.AsObject())
        {
            Assert.Equal((string?)value, string.Join(", ", answer.Headers.GetValues(name)));
        }
    }

    private static async Task AssertRefusedAsync(string sample, HttpResponseMessage answer)
    {
        using (answer)
        {
            Assert.Equal((int)Sample.Read("index")["samples"]!.AsArray().Single(one => (string?)one!["file"] == sample + ".json")!["http"]!["status"]!, (int)answer.StatusCode);
            Assert.Equal(new MediaTypeHeaderValue("application/json", "utf-8"), answer.Content.Headers.ContentType);
            Assert.Equal(Sample.Read(sample).ToJsonString(), (await WebChatClient.BodyOf(answer)).ToJsonString());
        }
    }
}

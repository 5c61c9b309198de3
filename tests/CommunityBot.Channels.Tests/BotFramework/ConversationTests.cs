using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using CommunityBot.Channels.BotFramework;
using CommunityBot.Messages;

namespace CommunityBot.Channels.Tests.BotFramework;

/// <summary>What clients rely on: nothing lost, nothing twice, in order, over every way a line can break.</summary>
public sealed class ConversationTests
{
    [Fact]
    public async Task What_was_posted_before_the_stream_opened_is_replayed_on_it()
    {
        await using var host = await WebChatHost.StartAsync();
        var browser = await host.BeginAsync();
        var id = await browser.SayAsync("Vòi nước bị vỡ", "k1");

        using var socket = await browser.OpenStreamAsync();
        var (activities, watermark) = await WebChatClient.ReadAsync(socket, 2);

        Assert.Equal(id, (string?)activities[0]["id"]);
        Assert.Equal("k1", (string?)activities[0]["channelData"]!["clientActivityID"]);
        Assert.Equal("Bà con nói: Vòi nước bị vỡ", (string?)activities[1]["text"]);
        Assert.Equal("bot", (string?)activities[1]["from"]!["role"]);
        Assert.Equal("2", watermark);
    }

    [Fact]
    public async Task After_a_hang_up_the_stream_goes_on_where_it_stopped()
    {
        await using var host = await WebChatHost.StartAsync();
        var browser = await host.BeginAsync();
        using var first = await browser.OpenStreamAsync();
        await browser.SayAsync("một", "k1");
        var (before, watermark) = await WebChatClient.ReadAsync(first, 2);

        host.Get<LiveSockets>().CloseAll(browser.Conversation);
        Assert.Null(await WebChatClient.ReadFrameAsync(first));
        await browser.SayAsync("hai", "k2");
        await browser.ReconnectAsync(watermark);
        using var second = await browser.OpenStreamAsync();
        var (after, _) = await WebChatClient.ReadAsync(second, 2);

        Assert.Equal(4, before.Concat(after).Select(one => (string?)one["id"]).Distinct().Count());
        Assert.Equal("hai", (string?)after[0]["text"]);
    }

    [Fact]
    public async Task A_stream_key_opens_once_and_dies_unused_after_a_minute()
    {
        await using var host = await WebChatHost.StartAsync();
        var browser = await host.BeginAsync();
        using var socket = await browser.OpenStreamAsync();

        await AssertNoStreamAsync(browser);
        await browser.ReconnectAsync("");
        host.Clock.Advance(TimeSpan.FromSeconds(60));
        await AssertNoStreamAsync(browser);
    }

    [Fact]
    public async Task A_key_of_one_conversation_opens_no_other()
    {
        await using var host = await WebChatHost.StartAsync();
        var mine = await host.BeginAsync();
        var other = await host.BeginAsync();
        mine.StreamUrl = mine.StreamUrl.Replace(mine.Conversation, other.Conversation, StringComparison.Ordinal);

        await AssertNoStreamAsync(mine);
    }

    [Fact]
    public async Task A_newer_stream_of_the_same_tab_replaces_the_older()
    {
        await using var host = await WebChatHost.StartAsync();
        var browser = await host.BeginAsync();
        using var older = await browser.OpenStreamAsync();
        await browser.ReconnectAsync("");
        using var newer = await browser.OpenStreamAsync();

        Assert.Null(await WebChatClient.ReadFrameAsync(older));
        await browser.SayAsync("còn đó không");
        Assert.Equal(2, (await WebChatClient.ReadAsync(newer, 2)).Activities.Count);
    }

    [Fact]
    public async Task Two_tabs_of_one_conversation_both_see_everything()
    {
        await using var host = await WebChatHost.StartAsync();
        var one = await host.BeginAsync();
        var two = await host.SecondTabAsync(one);
        using var first = await one.OpenStreamAsync();
        using var second = await two.OpenStreamAsync();

        await one.SayAsync("từ thẻ một");
        await two.SayAsync("từ thẻ hai");

        var seen = (await WebChatClient.ReadAsync(first, 4)).Activities.Select(activity => (string?)activity["id"]);
        Assert.Equal(seen, (await WebChatClient.ReadAsync(second, 4)).Activities.Select(activity => (string?)activity["id"]));
    }

    [Fact]
    public async Task A_sixth_tab_closes_the_oldest()
    {
        await using var host = await WebChatHost.StartAsync();
        var first = await host.BeginAsync();
        var sockets = new List<ClientWebSocket> { await first.OpenStreamAsync() };

        for (var number = 2; number <= 6; number++)
        {
            sockets.Add(await (await host.SecondTabAsync(first, $"tab-{number}")).OpenStreamAsync());
        }

        Assert.Null(await WebChatClient.ReadFrameAsync(sockets[0]));
        await first.SayAsync("ai còn nghe");

        foreach (var socket in sockets.Skip(1))
        {
            Assert.Equal(2, (await WebChatClient.ReadAsync(socket, 2)).Activities.Count);
        }

        sockets.ForEach(socket => socket.Dispose());
    }

    [Fact]
    public async Task A_repeated_post_is_written_and_heard_once()
    {
        await using var host = await WebChatHost.StartAsync();
        var browser = await host.BeginAsync();

        var first = await browser.SayAsync("Vòi nước bị vỡ", "k1");
        var second = await browser.SayAsync("Vòi nước bị vỡ", "k1");

        Assert.Equal(first, second);
        Assert.Single(host.Bot.Heard);
        Assert.Equal(2, (await browser.PollAsync()).Activities.Count);
    }

    [Fact]
    public async Task A_post_the_heart_could_not_commit_comes_again_and_is_not_doubled()
    {
        await using var host = await WebChatHost.StartAsync();
        var browser = await host.BeginAsync();
        host.Bot.Refusals = 1;
        var activity = new JsonObject { ["type"] = "message", ["text"] = "x", ["channelData"] = new JsonObject { ["clientActivityID"] = "k1" } };

        using var refused = await browser.PostAsync(activity);
        using var accepted = await browser.PostAsync(activity);

        Assert.Equal(HttpStatusCode.BadGateway, refused.StatusCode);
        Assert.Equal(HttpStatusCode.OK, accepted.StatusCode);
        Assert.Single(host.Bot.Heard);
        Assert.Single((await browser.PollAsync()).Activities, one => (string?)one!["from"]!["role"] == "user");
    }

    [Fact]
    public async Task A_full_disk_asks_the_browser_to_come_again()
    {
        await using var host = await WebChatHost.StartAsync();
        var browser = await host.BeginAsync();
        host.Store.Health = host.Store.Health with { CanCommit = false };

        using var refused = await browser.PostAsync(Sample.Read("request.activity.message"));
        host.Store.Health = host.Store.Health with { CanCommit = true };

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        await browser.SayAsync("lại đây");
        Assert.Single(host.Bot.Heard);
    }

    [Fact]
    public async Task A_row_that_is_sent_again_makes_no_second_bubble()
    {
        await using var host = await WebChatHost.StartAsync();
        var browser = await host.BeginAsync();
        var row = new OutboxRow
        {
            Id = "r1",
            Conversation = new ConversationKey("webchat", browser.Conversation),
            Message = new OutgoingMessage { Text = "Đã nhận" },
            Lane = Lane.Interactive,
            State = OutboxState.Sending,
            CreatedAt = WebChatHost.Morning,
        };
        var channel = host.Get<IChannel>();

        var first = await channel.SendAsync(row, null, TestContext.Current.CancellationToken);
        var second = await channel.SendAsync(row, null, TestContext.Current.CancellationToken);

        Assert.Equal(first, second);
        Assert.Single((await browser.PollAsync()).Activities);
    }

    [Fact]
    public async Task Many_who_speak_at_once_are_all_numbered_without_a_gap()
    {
        await using var host = await WebChatHost.StartAsync(new() { ["DirectLine:ActivitiesPerMinute"] = "1000" });
        var browser = await host.BeginAsync();

        await Task.WhenAll(Enumerable.Range(0, 50).Select(number => browser.SayAsync($"tin {number}", $"k{number}")));

        var (activities, watermark) = await browser.PollAsync();
        Assert.Equal("100", watermark);
        Assert.Equal(Enumerable.Range(0, 100).Select(number => $"{browser.Conversation}|{number:D7}"), activities.Select(one => (string?)one!["id"]));
    }

    [Fact]
    public async Task A_changed_bubble_names_the_one_it_replaces()
    {
        await using var host = await WebChatHost.StartAsync();
        var browser = await host.BeginAsync();
        var conversation = new ConversationKey("webchat", browser.Conversation);
        var first = Assert.IsType<SendOutcome.Delivered>(await host.Bot.SayAsync(conversation, new OutgoingMessage { Text = "mới" }));

        await host.Bot.SayAsync(conversation, new OutgoingMessage { Text = "đã nhận", ReplacesMessageId = first.ChannelMessageId });

        Assert.Equal(first.ChannelMessageId, (string?)(await browser.PollAsync("1")).Activities[0]!["channelData"]!["replaces"]);
    }

    [Fact]
    public async Task A_watermark_from_before_a_restored_backup_reads_everything_again()
    {
        await using var host = await WebChatHost.StartAsync();
        var browser = await host.BeginAsync();
        await browser.SayAsync("một");

        Assert.Equal(2, (await browser.PollAsync("7000")).Activities.Count);
        Assert.Equal(2, (await browser.PollAsync("-")).Activities.Count);
        Assert.Equal(2, (await browser.PollAsync("1e9")).Activities.Count);
    }

    [Fact]
    public async Task Old_talk_is_swept_and_the_count_goes_on()
    {
        await using var host = await WebChatHost.StartAsync(new() { ["DirectLine:HistoryDays"] = "7" });
        var browser = await host.BeginAsync();
        await browser.SayAsync("cũ");
        host.Clock.Advance(TimeSpan.FromDays(8));

        var summary = await host.Get<SweepChatHistory>().RunAsync(TestContext.Current.CancellationToken);
        browser.Token = host.Get<ChatTokens>().Issue(new ChatToken(browser.Conversation, "dl_x", null, "s", null));
        await browser.SayAsync("mới");

        Assert.Equal(2, summary.Done);
        var (activities, watermark) = await browser.PollAsync();
        Assert.Equal(["mới", "Bà con nói: mới"], activities.Select(one => (string?)one!["text"]));
        Assert.Equal("4", watermark);
    }

    [Fact]
    public async Task A_raw_photo_goes_after_a_week_and_its_words_stay()
    {
        await using var host = await WebChatHost.StartAsync();
        var browser = await host.BeginAsync();
        using var photo = new ByteArrayContent([0xFF, 0xD8, 0xFF, 0xD9]);
        using var uploaded = await browser.UploadAsync(photo);
        var file = host.Bot.Heard.Single().Files.Single();
        host.Clock.Advance(TimeSpan.FromDays(8));

        Assert.Equal(1, (await host.Get<SweepChatHistory>().RunAsync(TestContext.Current.CancellationToken)).Done);

        Assert.IsType<FetchedFile.Gone>(await host.Get<IChannel>().FetchAsync(file, 1000, TestContext.Current.CancellationToken));
        browser.Token = host.Get<ChatTokens>().Issue(new ChatToken(browser.Conversation, "dl_x", null, "s", null));
        Assert.Equal(2, (await browser.PollAsync()).Activities.Count);
    }

    [Fact]
    public async Task A_long_conversation_keeps_only_its_last_part()
    {
        await using var host = await WebChatHost.StartAsync(new() { ["DirectLine:HistoryLength"] = "100", ["DirectLine:ActivitiesPerMinute"] = "1000" });
        var browser = await host.BeginAsync();

        for (var number = 0; number < 60; number++)
        {
            await browser.SayAsync($"tin {number}");
        }

        var (activities, watermark) = await browser.PollAsync();
        Assert.Equal((100, "120"), (activities.Count, watermark));
    }

    [Fact]
    public async Task Who_asks_to_be_forgotten_leaves_neither_words_nor_files()
    {
        await using var host = await WebChatHost.StartAsync();
        var browser = await host.BeginAsync();
        using var photo = new ByteArrayContent([0xFF, 0xD8, 0xFF, 0xD9]);
        photo.Headers.ContentType = new("image/jpeg");
        using var uploaded = await browser.UploadAsync(photo);
        var file = host.Bot.Heard.Single().Files.Single();

        await host.Get<IConversationKeeper>().ForgetAsync(new ConversationKey("webchat", browser.Conversation), TestContext.Current.CancellationToken);

        Assert.Empty((await browser.PollAsync()).Activities);
        Assert.IsType<FetchedFile.Gone>(await host.Get<IChannel>().FetchAsync(file, 1000, TestContext.Current.CancellationToken));
        await browser.SayAsync("lại nói");
        Assert.Equal(2, (await browser.PollAsync()).Activities.Count);
    }

    private static async Task AssertNoStreamAsync(WebChatClient browser)
    {
        using var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(new Uri(browser.StreamUrl), TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.Forbidden, socket.HttpStatusCode);
    }
}

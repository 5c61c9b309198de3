using CommunityBot.Messages;
using CommunityBot.TestKit.Telegram;

namespace CommunityBot.Channels.Tests.Telegram;

/// <summary>Every recorded error leads to what the outbox must do next.</summary>
public sealed class TelegramErrorTests
{
    private const string Villager = "5012345678";

    private static readonly OutgoingMessage Words = new() { Text = "Đã nhận phản ánh." };

    public static IReadOnlyDictionary<string, SendOutcome> Expected { get; } = new Dictionary<string, SendOutcome>
    {
        ["error.400.button_data_invalid"] = new SendOutcome.Refused("400 Bad Request: BUTTON_DATA_INVALID"),
        ["error.400.chat_not_found"] = new SendOutcome.ReceiverLeft(),
        ["error.400.file_too_big"] = new SendOutcome.Refused("400 Bad Request: file is too big"),
        ["error.400.message_too_long"] = new SendOutcome.Refused("400 Bad Request: message is too long"),
        ["error.400.migrated"] = new SendOutcome.Moved("-1001987654399"),
        ["error.401.unauthorized"] = new SendOutcome.ChannelOff("Telegram refuses the token."),
        ["error.403.blocked"] = new SendOutcome.ReceiverLeft(),
        ["error.403.cant_initiate"] = new SendOutcome.ReceiverLeft(),
        ["error.403.deactivated"] = new SendOutcome.ReceiverLeft(),
        ["error.403.kicked_supergroup"] = new SendOutcome.ReceiverLeft(),
        ["error.404.method"] = new SendOutcome.Refused("404 Not Found: method not found"),
        ["error.429"] = new SendOutcome.BotMustWait(TimeSpan.FromSeconds(5)),
        ["error.502.html"] = new SendOutcome.TryLater("502"),
    };

    /// <summary>The others, each with a test of its own below or beside its call.</summary>
    public static IReadOnlyList<string> Apart { get; } =
        ["error.400.cant_parse_entities", "error.400.message_not_modified", "error.400.query_too_old", "error.409.two_pollers", "error.409.webhook_active"];

    public static TheoryData<string> Errors => [.. Expected.Keys];

    [Theory]
    [MemberData(nameof(Errors))]
    public async Task Every_recorded_error_leads_to_its_outcome(string sample)
    {
        await using var bench = await TelegramBench.StartAsync();
        bench.Fake.Faults.Next("sendMessage", FaultOf(sample));

        Assert.Equal(Expected[sample], await bench.SendAsync(Villager, Words));
        Assert.Equal(1, bench.Fake.CountOf("sendMessage"));
    }

    [Fact]
    public async Task A_campaign_that_a_gateway_may_have_passed_on_is_not_sent_twice()
    {
        await using var bench = await TelegramBench.StartAsync();
        bench.Fake.Faults.Next("sendMessage", TelegramFault.BadGateway);

        Assert.Equal(new SendOutcome.Unknown("502"), await bench.SendAsync(Villager, Words, lane: Lane.Bulk));
    }

    [Fact]
    public async Task A_refusal_of_the_api_itself_is_tried_later_in_both_lanes()
    {
        await using var bench = await TelegramBench.StartAsync();
        bench.Fake.Faults.Next("sendMessage", TelegramFault.Error(500, "Internal Server Error"), times: 2);

        Assert.Equal(new SendOutcome.TryLater("500"), await bench.SendAsync(Villager, Words, lane: Lane.Bulk));
        Assert.Equal(new SendOutcome.TryLater("500"), await bench.SendAsync(Villager, Words));
    }

    [Fact]
    public async Task Marks_that_telegram_cannot_read_go_once_more_as_plain_words()
    {
        await using var bench = await TelegramBench.StartAsync();
        bench.Fake.Faults.Next("sendMessage", FaultOf("error.400.cant_parse_entities"));

        var outcome = await bench.SendAsync(Villager, new OutgoingMessage { Heading = "Phiếu <7>", Text = "ống & van" });

        Assert.IsType<SendOutcome.Delivered>(outcome);
        Assert.Equal("Phiếu <7>\nống & van", bench.Fake.CallsOf("sendMessage").Last().Text);
        Assert.Null(bench.Fake.CallsOf("sendMessage").Last().Body.Text("parse_mode"));
    }

    [Fact]
    public async Task An_edit_that_changes_nothing_is_done()
    {
        await using var bench = await TelegramBench.StartAsync();
        bench.Fake.Faults.Next("editMessageText", FaultOf("error.400.message_not_modified"));

        Assert.Equal(new SendOutcome.Delivered("355"), await bench.SendAsync(Villager, Words, replaced: "355"));
        Assert.Equal(0, bench.Fake.CountOf("sendMessage"));
    }

    [Theory]
    [InlineData("Bad Request: message to edit not found")]
    [InlineData("Bad Request: message can't be edited")]
    [InlineData("Bad Request: there is no text in the message to edit")]
    public async Task A_bubble_that_cannot_be_changed_is_sent_anew(string description)
    {
        await using var bench = await TelegramBench.StartAsync();
        bench.Fake.Faults.Next("editMessageText", TelegramFault.Error(400, description));

        var outcome = await bench.SendAsync(Villager, Words, replaced: "355");

        Assert.NotEqual("355", Assert.IsType<SendOutcome.Delivered>(outcome).ChannelMessageId);
        Assert.Equal(1, bench.Fake.CountOf("sendMessage"));
    }

    [Fact]
    public async Task A_card_whose_topic_was_deleted_goes_to_the_group()
    {
        await using var bench = await TelegramBench.StartAsync();
        bench.Fake.Faults.Next("sendMessage", TelegramFault.Error(400, "Bad Request: message thread not found"));

        Assert.IsType<SendOutcome.Delivered>(await bench.SendAsync("-1001987654321#77", Words));
        Assert.Null(bench.Fake.Chats[-1001987654321].LastFromBot!.Topic);
    }

    [Fact]
    public async Task A_line_cut_after_the_request_left_is_unknown()
    {
        await using var bench = await TelegramBench.StartAsync();
        bench.Fake.Faults.Next("sendMessage", TelegramFault.CutAfterDelivery);

        Assert.IsType<SendOutcome.Unknown>(await bench.SendAsync(Villager, Words));
        Assert.Single(bench.Fake.Chats[5012345678].FromBot);
    }

    [Fact]
    public async Task An_answer_nobody_can_read_is_unknown()
    {
        await using var bench = await TelegramBench.StartAsync();
        bench.Fake.Faults.Next("sendMessage", TelegramFault.Raw(200, "<html>Chào mừng đến quán cà phê</html>", "text/html"));

        Assert.IsType<SendOutcome.Unknown>(await bench.SendAsync(Villager, Words));
    }

    [Fact]
    public async Task A_page_of_some_proxy_with_403_does_not_mean_that_the_villager_left()
    {
        await using var bench = await TelegramBench.StartAsync();
        bench.Fake.Faults.Next("sendMessage", TelegramFault.Raw(403, "<html>blocked by order</html>", "text/html"));

        Assert.Equal(new SendOutcome.TryLater("403"), await bench.SendAsync(Villager, Words));
    }

    [Fact]
    public async Task A_refused_connection_is_tried_later()
    {
        await using var bench = await TelegramBench.StartAsync();
        await bench.SignedInAsync();
        await bench.Fake.GoDownAsync();

        Assert.Equal(new SendOutcome.TryLater("line: ConnectionError"), await bench.SendAsync(Villager, Words));
    }

    [Fact]
    public async Task A_429_without_a_number_waits_five_seconds()
    {
        await using var bench = await TelegramBench.StartAsync();
        bench.Fake.Faults.Next("sendMessage", TelegramFault.Error(429, "Too Many Requests"));

        Assert.Equal(new SendOutcome.BotMustWait(TimeSpan.FromSeconds(5)), await bench.SendAsync(Villager, Words));
    }

    [Fact]
    public async Task What_was_shown_before_a_failure_is_not_shown_again()
    {
        await using var bench = await TelegramBench.StartAsync();
        bench.Heart.Files["stored:a"] = new ShelfFile(new byte[] { 1 }, "image/jpeg", "a.jpg");
        var card = new OutgoingMessage { Text = "Phiếu", Album = [new(FileKind.Photo, "stored:a"), new(FileKind.Photo, "stored:a")] };
        bench.Fake.Faults.Next("sendMessage", TelegramFault.TooManyRequests(2));

        Assert.IsType<SendOutcome.BotMustWait>(await bench.SendAsync(Villager, card, rowId: "r1"));
        Assert.IsType<SendOutcome.Delivered>(await bench.SendAsync(Villager, card, rowId: "r1"));

        Assert.Equal(1, bench.Fake.CountOf("sendMediaGroup"));
    }

    [Fact]
    public async Task A_picture_telegram_does_not_take_never_costs_the_words()
    {
        await using var bench = await TelegramBench.StartAsync();
        bench.Heart.Files["stored:a"] = new ShelfFile(new byte[] { 1 }, "image/jpeg", "a.jpg");
        bench.Fake.Faults.Next("sendPhoto", TelegramFault.Error(400, "Bad Request: PHOTO_INVALID_DIMENSIONS"));

        Assert.IsType<SendOutcome.Delivered>(await bench.SendAsync(Villager, new OutgoingMessage { Text = "Thẻ", Picture = new(FileKind.Photo, "stored:a") }));
        Assert.Equal("Thẻ", bench.Fake.Chats[5012345678].LastFromBot!.Text);
    }

    [Fact]
    public async Task A_token_refused_while_sending_switches_only_this_channel_off()
    {
        await using var bench = await TelegramBench.StartAsync();
        await bench.SignedInAsync();
        bench.Fake.RefusesToken = true;

        Assert.IsType<SendOutcome.ChannelOff>(await bench.SendAsync(Villager, Words));

        Assert.Equal(ChannelState.Off, bench.Channel.Status.State);
        Assert.Contains(bench.Log.Lines, line => line.StartsWith("Error Telegram is switched off", StringComparison.Ordinal));
    }

    private static TelegramFault FaultOf(string sample)
    {
        if (sample != "error.502.html")
        {
            return TelegramFault.Raw(Sample.Status(sample), Sample.Text(sample));
        }

        var recorded = Sample.Json(sample);
        return TelegramFault.Raw(recorded["status"]!.GetValue<int>(), recorded["body"]!.GetValue<string>(), recorded["content_type"]!.GetValue<string>());
    }
}

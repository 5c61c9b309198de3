using System.Text.Json.Nodes;
using CommunityBot.Messages;
using CommunityBot.Primitives;
using CommunityBot.TestKit.Telegram;

namespace CommunityBot.Channels.Tests.Telegram;

/// <summary>Our reply in, exactly the recorded request out.</summary>
public sealed class TelegramSendingTests
{
    private const string Villager = "5012345678";
    private const string Group = "-1001987654321";

    private static readonly string[] Used =
    [
        "request.sendMessage.plain", "request.sendMessage.html", "request.sendMessage.inline_keyboard", "request.sendMessage.request_location",
        "request.sendMessage.remove_keyboard", "request.sendMessage.topic", "request.sendPhoto.by_file_id", "request.sendMediaGroup",
        "request.sendLocation", "request.editMessageText", "request.answerCallbackQuery", "request.sendChatAction", "response.sendMessage",
        "response.sendMediaGroup",
    ];

    public static IReadOnlyList<string> SamplesUsed => Used;

    [Fact]
    public async Task Plain_words_need_no_escaping()
    {
        await using var bench = await TelegramBench.StartAsync();

        await bench.SendAsync(Villager, new OutgoingMessage { Text = "Đã nhận phản ánh PA-000123. Cảm ơn bà con." }, isKept: true);

        AssertSent(bench, "sendMessage", WithoutPreview(Sample.Json("request.sendMessage.plain")));
    }

    [Fact]
    public async Task A_heading_is_bold_and_hostile_marks_are_escaped()
    {
        await using var bench = await TelegramBench.StartAsync();

        await bench.SendAsync(
            Villager, new OutgoingMessage { Heading = "Phản ánh PA-000123", Text = "Nội dung: ống < 20 & van hỏng" }, isKept: true);

        var expected = Sample.Json("request.sendMessage.html");
        expected["parse_mode"] = "Html"; // as the library writes it; the server takes any case
        AssertSent(bench, "sendMessage", expected);
        Assert.Equal("Phản ánh PA-000123\nNội dung: ống < 20 & van hỏng", bench.Fake.Chats[5012345678].LastFromBot!.Text);
    }

    [Theory]
    [InlineData("<b>đậm</b> *_[x](http://a.vn) &lt; &amp; `code` @ai /lenh <script>")]
    [InlineData("<<<>>>&&&")]
    public async Task Hostile_words_arrive_as_they_were_typed(string words)
    {
        await using var bench = await TelegramBench.StartAsync();

        await bench.SendAsync(Villager, new OutgoingMessage { Text = words });
        await bench.SendAsync(Villager, new OutgoingMessage { Heading = words, Text = words });

        Assert.Equal([words, words + "\n" + words], bench.Fake.Chats[5012345678].FromBot.Select(bubble => bubble.Text));
    }

    [Fact]
    public async Task Buttons_carry_short_keys_and_addresses()
    {
        await using var bench = await TelegramBench.StartAsync();

        await bench.SendAsync(Villager, new OutgoingMessage
        {
            Text = "Chọn loại phản ánh",
            Buttons =
            [
                [new Button("Rác thải", "c:rac"), new Button("Nước sạch", "c:nuoc")],
                [new Button("Xem bản đồ", "", "https://example.org/ban-do")],
            ],
        });

        AssertSent(bench, "sendMessage", WithoutPreview(Sample.Json("request.sendMessage.inline_keyboard")));
    }

    [Fact]
    public async Task The_phone_is_asked_for_its_place()
    {
        await using var bench = await TelegramBench.StartAsync();

        await bench.SendAsync(Villager, new OutgoingMessage
        {
            Text = "Bấm nút để gửi vị trí",
            AskLocationLabel = "📍 Gửi vị trí của tôi",
            Buttons = [[new Button("Bỏ qua", "k:skip")]],
        });

        var expected = WithoutPreview(Sample.Json("request.sendMessage.request_location"));
        expected["reply_markup"]!.AsObject().Remove("is_persistent"); // false is what Telegram assumes
        expected["reply_markup"]!.AsObject().Remove("input_field_placeholder"); // the question itself says what may be typed
        AssertSent(bench, "sendMessage", expected);
    }

    [Fact]
    public async Task A_group_is_never_asked_for_a_phones_place()
    {
        await using var bench = await TelegramBench.StartAsync();

        var outcome = await bench.SendAsync(Group, new OutgoingMessage { Text = "Ở đâu?", AskLocationLabel = "📍", Buttons = [[new Button("Bỏ qua", "k:skip")]] });

        Assert.IsType<SendOutcome.Delivered>(outcome);
        Assert.Equal("Bỏ qua", bench.Fake.Chats[-1001987654321].LastFromBot!.Buttons[0][0].Label);
    }

    [Fact]
    public async Task The_keyboard_is_taken_away_when_no_place_is_asked_for()
    {
        await using var bench = await TelegramBench.StartAsync();

        await bench.SendAsync(Villager, new OutgoingMessage { Text = "Đã nhận vị trí" });

        AssertSent(bench, "sendMessage", WithoutPreview(Sample.Json("request.sendMessage.remove_keyboard")));
    }

    [Fact]
    public async Task An_answer_in_a_topic_stays_in_the_topic()
    {
        await using var bench = await TelegramBench.StartAsync();

        await bench.SendAsync(Group + "#77", new OutgoingMessage { Text = "Phản ánh mới PA-000123", ReplyTo = "355" });

        AssertSent(bench, "sendMessage", WithoutPreview(Sample.Json("request.sendMessage.topic")));
    }

    [Fact]
    public async Task The_same_picture_is_uploaded_once()
    {
        await using var bench = await TelegramBench.StartAsync();
        bench.Heart.Files["content:ba-thung"] = new ShelfFile(new byte[] { 1, 2, 3 }, "image/png", "ba-thung.png");
        var card = new OutgoingMessage { Text = "PA-000123", Picture = new OutgoingFile(FileKind.Photo, "content:ba-thung") };

        await bench.SendAsync(Group + "#77", card);
        await bench.SendAsync(Group + "#77", card);

        var calls = bench.Fake.CallsOf("sendPhoto").ToArray();
        Assert.Equal([1, 2, 3], Assert.Single(calls[0].Files).Value.Content);
        Assert.Empty(calls[1].Files);
        var expected = Sample.Json("request.sendPhoto.by_file_id");
        expected["photo"] = bench.Fake.Chats[-1001987654321].LastFromBot!.Files[0];
        Sample.AssertSame(expected, calls[1].Body);
    }

    [Fact]
    public async Task A_picture_telegram_forgot_is_uploaded_again()
    {
        await using var bench = await TelegramBench.StartAsync();
        bench.Heart.Files["content:ba-thung"] = new ShelfFile(new byte[] { 1, 2, 3 }, "image/png", "ba-thung.png");
        var card = new OutgoingMessage { Text = "Ba thùng", Picture = new OutgoingFile(FileKind.Photo, "content:ba-thung") };
        await bench.SendAsync(Villager, card);
        bench.Fake.Files.Lose(bench.Fake.Chats[5012345678].LastFromBot!.Files[0]);

        Assert.IsType<SendOutcome.Delivered>(await bench.SendAsync(Villager, card));

        Assert.Equal(2, bench.Fake.CallsOf("sendPhoto").Count(call => call.Files.Count == 1));
    }

    [Fact]
    public async Task Several_photos_go_as_one_album_before_the_words()
    {
        await using var bench = await TelegramBench.StartAsync();
        bench.Heart.Files["stored:a"] = new ShelfFile(new byte[] { 1 }, "image/jpeg", "a.jpg");
        bench.Heart.Files["stored:b"] = new ShelfFile(new byte[] { 2 }, "image/jpeg", "b.jpg");
        bench.Fake.Faults.Next("sendMediaGroup", TelegramFault.Raw(200, Sample.Text("response.sendMediaGroup")));
        var card = new OutgoingMessage
        {
            Text = "PA-000123",
            Album = [new OutgoingFile(FileKind.Photo, "stored:a"), new OutgoingFile(FileKind.Photo, "stored:b")],
            Buttons = [[new Button("Nhận việc", "t:nhan")]],
        };

        Assert.IsType<SendOutcome.Delivered>(await bench.SendAsync(Group, card));
        bench.Fake.Faults.Always("sendMediaGroup", TelegramFault.Raw(200, Sample.Text("response.sendMediaGroup")));
        await bench.SendAsync(Group, card);

        var calls = bench.Fake.CallsOf("sendMediaGroup").ToArray();
        Assert.Equal(2, calls[0].Files.Count);
        var expected = Sample.Json("request.sendMediaGroup");
        expected["media"] = new JsonArray(Remembered("AgACAgUAAxkBAAID1y"), Remembered("AgACAgUAAxkBAAID2y"));
        Sample.AssertSame(expected, calls[1].Body);
        Assert.Equal(["sendMediaGroup", "sendMessage", "sendMediaGroup", "sendMessage"], Sent(bench));
    }

    [Fact]
    public async Task Eleven_photos_are_an_album_of_ten_and_one_more()
    {
        await using var bench = await TelegramBench.StartAsync();
        bench.Heart.Files["stored:a"] = new ShelfFile(new byte[] { 1 }, "image/jpeg", "a.jpg");

        var outcome = await bench.SendAsync(Group, new OutgoingMessage
        {
            Text = "Phiếu",
            Album = [.. Enumerable.Repeat(new OutgoingFile(FileKind.Photo, "stored:a"), 11)],
        });

        Assert.IsType<SendOutcome.Delivered>(outcome);
        Assert.Equal(["sendMediaGroup", "sendPhoto", "sendMessage"], Sent(bench));
    }

    [Fact]
    public async Task A_place_is_shown_as_a_pin()
    {
        await using var bench = await TelegramBench.StartAsync();

        await bench.SendAsync(Group, new OutgoingMessage { Text = "Ở đây", Pin = new GeoPoint(22.147102, 105.834889) });

        AssertSent(bench, "sendLocation", Sample.Json("request.sendLocation"));
    }

    [Fact]
    public async Task A_card_is_changed_in_place()
    {
        await using var bench = await TelegramBench.StartAsync();
        bench.Fake.Faults.Next("editMessageText", TelegramFault.Raw(200, Sample.Text("response.sendMessage")));

        var outcome = await bench.SendAsync(Group, new OutgoingMessage { Text = "PA-000123: ĐÃ XỬ LÝ" }, replaced: "355");

        Assert.Equal(new SendOutcome.Delivered("355"), outcome);
        AssertSent(bench, "editMessageText", WithoutPreview(Sample.Json("request.editMessageText")));
    }

    [Fact]
    public async Task The_next_card_changes_picture_and_words_in_place()
    {
        await using var bench = await TelegramBench.StartAsync();
        bench.Heart.Files["content:a"] = new ShelfFile(new byte[] { 1 }, "image/png", "a.png");
        bench.Heart.Files["content:b"] = new ShelfFile(new byte[] { 2 }, "image/png", "b.png");
        var first = await bench.SendAsync(Villager, Card("a"));
        var bubble = Assert.IsType<SendOutcome.Delivered>(first).ChannelMessageId;

        Assert.Equal(first, await bench.SendAsync(Villager, Card("b"), replaced: bubble));
        Assert.Equal(first, await bench.SendAsync(Villager, Card("a"), replaced: bubble));
        Assert.Equal(first, await bench.SendAsync(Villager, Card("a"), replaced: bubble)); // pressed twice: nothing changes

        var shown = Assert.Single(bench.Fake.Chats[5012345678].FromBot);
        Assert.Equal(("Thẻ a\n…", 2), (shown.Text, shown.Edits));
        Assert.Equal([1], bench.Fake.Files.Find(shown.Files[0]));
        Assert.Equal(2, bench.Fake.Calls.Count(call => call.Files.Count > 0)); // each picture was uploaded once

        static OutgoingMessage Card(string name) => new()
        {
            Heading = "Thẻ " + name,
            Text = "…",
            Picture = new OutgoingFile(FileKind.Photo, "content:" + name),
            Buttons = [[new Button("Thẻ sau", "card:next")]],
        };
    }

    [Fact]
    public async Task A_card_without_picture_after_one_with_picture_is_a_new_bubble()
    {
        await using var bench = await TelegramBench.StartAsync();
        bench.Heart.Files["content:a"] = new ShelfFile(new byte[] { 1 }, "image/png", "a.png");
        var first = await bench.SendAsync(Villager, new OutgoingMessage { Text = "Thẻ", Picture = new(FileKind.Photo, "content:a") });

        await bench.SendAsync(Villager, new OutgoingMessage { Text = "Hết thẻ" }, Assert.IsType<SendOutcome.Delivered>(first).ChannelMessageId);

        Assert.Equal(["Thẻ", "Hết thẻ"], bench.Fake.Chats[5012345678].FromBot.Select(bubble => bubble.Text));
    }

    [Theory]
    [InlineData("audio/ogg", "sendVoice")]
    [InlineData("audio/mp4", "sendDocument")]
    public async Task A_voice_note_plays_where_telegram_can_play_it(string mimeType, string method)
    {
        await using var bench = await TelegramBench.StartAsync();
        bench.Heart.Files["stored:v"] = new ShelfFile(new byte[] { 1 }, mimeType, "v.ogg");

        await bench.SendAsync(Group, new OutgoingMessage { Text = "Phiếu", Attachment = new OutgoingFile(FileKind.Voice, "stored:v") });

        Assert.Equal(["sendMessage", method], Sent(bench));
    }

    [Fact]
    public async Task A_missing_file_never_costs_the_words()
    {
        await using var bench = await TelegramBench.StartAsync();

        await bench.SendAsync(Villager, new OutgoingMessage { Text = "Thẻ", Picture = new(FileKind.Photo, "content:mất") });

        Assert.Equal("Thẻ", bench.Fake.Chats[5012345678].LastFromBot!.Text);
        Assert.Contains(bench.Log.Lines, line => line.Contains("content:mất", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_pressed_button_is_answered_with_the_words_of_the_turn()
    {
        await using var bench = await TelegramBench.StartAsync();
        await bench.SignedInAsync();
        bench.Heart.Answer = _ => Task.FromResult(new TurnReceipt(true, "Đã chọn: Nước sạch"));

        await bench.Fake.Delivery.SendAsync(Sample.Text("update.callback_query"));
        await bench.Fake.WaitUntilAsync(() => bench.Fake.CountOf("answerCallbackQuery") > 0);

        var expected = Sample.Json("request.answerCallbackQuery");
        expected.Remove("show_alert"); // false is what Telegram assumes
        AssertSent(bench, "answerCallbackQuery", expected);
    }

    [Fact]
    public async Task A_notice_never_exceeds_two_hundred_characters()
    {
        await using var bench = await TelegramBench.StartAsync();
        await bench.SignedInAsync();
        bench.Heart.Answer = _ => Task.FromResult(new TurnReceipt(true, new string('ạ', 300)));

        await bench.Fake.Delivery.SendAsync(Sample.Text("update.callback_query"));
        await bench.Fake.WaitUntilAsync(() => bench.Fake.Chats.Notices.Count > 0);

        Assert.Equal(200, bench.Fake.Chats.Notices[0].Length);
    }

    [Fact]
    public async Task A_late_answer_to_a_press_harms_nobody()
    {
        await using var bench = await TelegramBench.StartAsync();
        await bench.SignedInAsync();
        bench.Fake.Faults.Next("answerCallbackQuery", TelegramFault.Raw(400, Sample.Text("error.400.query_too_old")));

        await bench.Fake.Delivery.SendAsync(Sample.Text("update.callback_query"));
        await bench.Fake.WaitUntilAsync(() => bench.Fake.CountOf("answerCallbackQuery") > 0);

        Assert.Equal(0, bench.Fake.Delivery.Refusals);
    }

    [Fact]
    public async Task The_receipt_names_the_bubble()
    {
        await using var bench = await TelegramBench.StartAsync();
        bench.Fake.Faults.Next("sendMessage", TelegramFault.Raw(200, Sample.Text("response.sendMessage")));

        Assert.Equal(new SendOutcome.Delivered("402"), await bench.SendAsync(Villager, new OutgoingMessage { Text = "Đã nhận phản ánh PA-000123. Cảm ơn bà con." }));
    }

    [Fact]
    public async Task The_bot_shows_no_typing_before_an_answer_that_is_there_at_once()
    {
        await using var bench = await TelegramBench.StartAsync();

        await bench.SendAsync(Villager, new OutgoingMessage { Text = "Chào bà con" });

        Assert.Equal("typing", Sample.Json("request.sendChatAction")["action"]!.GetValue<string>());
        Assert.Equal(0, bench.Fake.CountOf("sendChatAction"));
    }

    private static IEnumerable<string> Sent(TelegramBench bench) =>
        bench.Fake.Calls.Select(call => call.Method).Where(method => method.StartsWith("send", StringComparison.Ordinal));

    private static JsonObject Remembered(string fileId) => new() { ["type"] = "photo", ["media"] = fileId };

    /// <summary>We always switch link previews off; the plain samples do not say.</summary>
    private static JsonObject WithoutPreview(JsonObject sample)
    {
        sample["link_preview_options"] = new JsonObject { ["is_disabled"] = true };
        return sample;
    }

    private static void AssertSent(TelegramBench bench, string method, JsonObject expected) =>
        Sample.AssertSame(expected, bench.Fake.CallsOf(method).Last().Body);
}

using System.Text.Json.Nodes;
using CommunityBot.Channels.Zalo;
using CommunityBot.Messages;
using CommunityBot.Primitives;
using CommunityBot.TestKit.Zalo;
using CsCheck;

namespace CommunityBot.Channels.Tests.Zalo;

/// <summary>Our replies become the requests Zalo takes; what it cannot show is said in words.</summary>
public sealed class ZaloSendingTests
{
    private static readonly byte[] Picture = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3];

    private static readonly string[] Pieces = ["nước", " ", "\n", "🚰", ". ", "a"];

    [Fact]
    public async Task A_text_is_sent_as_recorded()
    {
        await using var bench = await ZaloBench.StartAsync();

        var outcome = await bench.SendAsync(new OutgoingMessage { Text = "Đã nhận phản ánh PA-000123. Cảm ơn bà con." });

        Sample.AssertSame(Sample.Json("request.cs.text"), bench.Fake.Messages.Single().Json);
        Assert.NotNull(Assert.IsType<SendOutcome.Delivered>(outcome).ChannelMessageId);
    }

    [Fact]
    public async Task A_quote_is_sent_as_recorded()
    {
        await using var bench = await ZaloBench.StartAsync();

        await bench.SendAsync(new OutgoingMessage { Text = "Đã xử lý", ReplyTo = "96d3cdf3af1504000001" });

        Sample.AssertSame(Sample.Json("request.cs.text_quote"), bench.Fake.Messages.Single().Json);
    }

    [Fact]
    public async Task Picture_and_words_go_in_one_bubble_as_recorded_and_the_picture_is_uploaded_once()
    {
        await using var bench = await ZaloBench.StartAsync();
        bench.Heart.Files["content:rac"] = new ShelfFile(Picture, "image/jpeg", "rac.jpg");
        var message = new OutgoingMessage { Text = "Hướng dẫn phân loại rác", Picture = new OutgoingFile(FileKind.Photo, "content:rac") };

        await bench.SendAsync(message);
        await bench.SendAsync(message, "77");

        var sent = bench.Fake.Messages.First().Json!;
        var expected = Sample.Json("request.cs.image_attachment");
        expected["message"]!["attachment"]!["payload"]!["elements"]![0]!["attachment_id"] = sent["message"]!["attachment"]!["payload"]!["elements"]![0]!["attachment_id"]!.DeepClone();
        Sample.AssertSame(expected, sent);
        Assert.Single(bench.Fake.CallsOf("/v2.0/oa/upload/image"));
    }

    [Fact]
    public async Task An_upload_is_remembered_for_less_than_seven_days_and_renewed_when_zalo_forgot_it()
    {
        await using var bench = await ZaloBench.StartAsync();
        bench.Heart.Files["content:rac"] = new ShelfFile(Picture, "image/jpeg", "rac.jpg");
        var message = new OutgoingMessage { Picture = new OutgoingFile(FileKind.Photo, "content:rac") };
        await bench.SendAsync(message);

        bench.Clock.Advance(TimeSpan.FromDays(6.5));
        await bench.Watch.RunAsync(CancellationToken.None);
        await bench.SendAsync(message);
        Assert.Equal(2, bench.Fake.CallsOf("/v2.0/oa/upload/image").Count());

        bench.Fake.Faults.Next(ZaloRequests.MessagePath, ZaloFault.Raw(200, Sample.Text("error.-100")));
        Assert.IsType<SendOutcome.Delivered>(await bench.SendAsync(message));
        Assert.Equal(3, bench.Fake.CallsOf("/v2.0/oa/upload/image").Count());
    }

    [Fact]
    public async Task A_picture_of_more_than_a_megabyte_is_drawn_smaller()
    {
        await using var bench = await ZaloBench.StartAsync();
        bench.Heart.Files["stored:big"] = new ShelfFile(new byte[2_000_000], "image/jpeg", "big.jpg");

        await bench.SendAsync(new OutgoingMessage { Picture = new OutgoingFile(FileKind.Photo, "stored:big") });

        Assert.True(bench.Fake.CallsOf("/v2.0/oa/upload/image").Single().Body.Length < ZaloShelf.MostPictureBytes + 1_000);
    }

    [Fact]
    public async Task A_picture_zalo_does_not_take_leaves_the_words()
    {
        await using var bench = await ZaloBench.StartAsync();
        bench.Heart.Files["content:rac"] = new ShelfFile(Picture, "image/jpeg", "rac.jpg");
        bench.Fake.Faults.Next("/v2.0/oa/upload/image", ZaloFault.Error(-201));

        Assert.IsType<SendOutcome.Delivered>(await bench.SendAsync(new OutgoingMessage { Text = "Chữ", Picture = new OutgoingFile(FileKind.Photo, "content:rac") }));
        Assert.Equal("Chữ", bench.Fake.Messages.Single().Text);
    }

    [Fact]
    public async Task Buttons_have_their_recorded_shape_and_every_choice_stands_as_a_numbered_line()
    {
        await using var bench = await ZaloBench.StartAsync();

        await bench.SendAsync(new OutgoingMessage
        {
            Text = "Bà con muốn làm gì?",
            Buttons =
            [
                [new Button("Nước sạch", "nuoc")],
                [new Button("Xem trang xã", "", "https://example.org/xa-mau"), new Button("Gọi cán bộ", "", "tel:0900000000")],
                [new Button("⬅ Quay lại", "back")],
            ],
        });

        var sent = bench.Fake.Messages.Single().Json!["message"]!;
        var buttons = sent["attachment"]!["payload"]!["buttons"]!.AsArray();
        var recorded = Sample.Json("request.cs.buttons")["message"]!["attachment"]!["payload"]!["buttons"]!.AsArray();
        Sample.AssertSame(recorded[1]!, buttons[0]);
        Sample.AssertSame(recorded[2]!, buttons[1]);
        Assert.Equal("84900000000", buttons[2]!["payload"]!["phone_code"]!.GetValue<string>());
        Assert.Equal(
            "Bà con muốn làm gì?\n\nXem trang xã: https://example.org/xa-mau\nGọi cán bộ: 0900000000\n\nNhắn số để chọn:\n1. Nước sạch\nHoặc nhắn: Quay lại",
            sent["text"]!.GetValue<string>());
    }

    [Fact]
    public async Task With_buttons_off_only_the_lines_remain()
    {
        await using var bench = await ZaloBench.StartAsync(configure: settings => settings["Zalo:Buttons"] = "false");

        await bench.SendAsync(new OutgoingMessage { Text = "Chọn", Buttons = [[new Button("Nước", "a"), new Button("Rác", "b")]] });

        Assert.Null(bench.Fake.Messages.Single().Json!["message"]!["attachment"]);
        Assert.EndsWith("1. Nước\n2. Rác", bench.Fake.Messages.Single().Text, StringComparison.Ordinal);
        Assert.False(bench.Channel.Traits.HasButtons);
    }

    [Fact]
    public async Task More_than_five_choices_are_all_in_the_text()
    {
        await using var bench = await ZaloBench.StartAsync();

        await bench.SendAsync(new OutgoingMessage { Text = "Chọn", Buttons = [.. Enumerable.Range(1, 8).Select(number => new[] { new Button($"Việc {number}", $"k{number}") })] });

        Assert.Equal(5, bench.Fake.Messages.Single().Json!["message"]!["attachment"]!["payload"]!["buttons"]!.AsArray().Count);
        Assert.Contains("8. Việc 8", bench.Fake.Messages.Single().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_of_2001_characters_is_split_at_a_word()
    {
        await using var bench = await ZaloBench.StartAsync();
        var text = string.Concat(Enumerable.Repeat("nước ", 400)) + "x";

        await bench.SendAsync(new OutgoingMessage { Text = text });

        var parts = bench.Fake.Messages.Select(call => call.Text!).ToList();
        Assert.Equal(2, parts.Count);
        Assert.All(parts, part => Assert.True(part.Length <= ZaloText.Longest));
        Assert.Equal(text, string.Join(' ', parts));
    }

    [Fact]
    public void No_part_is_too_long_and_no_letter_is_cut() => Check.Sample(
        Gen.Int[0, Pieces.Length - 1].List[0, 300],
        pieces =>
        {
            var text = string.Concat(pieces.Select(piece => Pieces[piece]));
            var parts = ZaloText.Split(text, 40);
            return parts.All(part => part.Length is > 0 and <= 40 && !char.IsLowSurrogate(part[0]))
                && string.Concat(parts).Count(letter => !char.IsWhiteSpace(letter)) == text.Count(letter => !char.IsWhiteSpace(letter));
        });

    /// <summary>Whatever a dialog offers can be typed on Zalo: nothing of it vanishes, with buttons or without.</summary>
    [Fact]
    public void Every_choice_and_every_address_stands_in_the_words() => Gen.Int[0, 9].List[0, 12].Sample(kinds =>
    {
        Button[][] buttons = [.. kinds.Select((kind, at) => new[]
        {
            kind switch
            {
                0 => new Button("⬅ Quay lại", "back"),
                1 => new Button("✖ Hủy", "cancel"),
                2 => new Button($"Trang {at}", "", $"https://example.org/{at}"),
                3 => new Button($"Gọi {at}", "", $"tel:09000000{at}"),
                _ => new Button($"Việc {at}", $"k{at}"),
            },
        })];
        var words = new ZaloWords(CommunityBot.TestKit.Talk.BenchContent.Phrases).Of(new OutgoingMessage { Text = "Hỏi", Buttons = buttons }, leavesVoiceOut: false);
        return buttons.SelectMany(row => row).All(button =>
            words.Contains(button.Label.TrimStart('⬅', '✖', ' '), StringComparison.Ordinal)
            && (button.Url is null || words.Contains(button.Url.Replace("tel:", "", StringComparison.Ordinal), StringComparison.Ordinal)));
    });

    [Fact]
    public async Task A_pin_becomes_a_link_and_a_voice_note_a_kind_sentence()
    {
        await using var bench = await ZaloBench.StartAsync();

        await bench.SendAsync(new OutgoingMessage { Text = "Ở đây", Pin = new GeoPoint(22.1471, 105.8348), Attachment = new OutgoingFile(FileKind.Voice, "stored:v") });

        var text = bench.Fake.Messages.Single().Text!;
        Assert.Contains("query=22.14710,105.83480", text, StringComparison.Ordinal);
        Assert.Contains("lời nói", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_paper_is_uploaded_and_sent_as_recorded()
    {
        await using var bench = await ZaloBench.StartAsync();
        bench.Heart.Files["stored:p"] = new ShelfFile(new byte[100], "application/pdf", "p.pdf");

        await bench.SendAsync(new OutgoingMessage { Text = "Kết quả", Attachment = new OutgoingFile(FileKind.Document, "stored:p") });

        var sent = bench.Fake.Messages.Last().Json!;
        var expected = Sample.Json("request.cs.file");
        expected["message"]!["attachment"]!["payload"]!["token"] = sent["message"]!["attachment"]!["payload"]!["token"]!.DeepClone();
        Sample.AssertSame(expected, sent);
    }

    [Fact]
    public async Task What_was_shown_before_a_failure_is_not_shown_twice()
    {
        await using var bench = await ZaloBench.StartAsync();
        bench.Heart.Files["stored:a"] = new ShelfFile(Picture, "image/jpeg", "a.jpg");
        var message = new OutgoingMessage { Text = "Phiếu", Album = [new OutgoingFile(FileKind.Photo, "stored:a"), new OutgoingFile(FileKind.Photo, "stored:a")] };
        bench.Fake.Faults.Next("/v2.0/oa/upload/image", ZaloFault.Error(0, "never"), times: 0);
        await bench.SendAsync(message, rowId: "r0", user: "5");
        bench.Fake.Faults.Next(ZaloRequests.MessagePath, ZaloFault.Error(-200));
        var before = bench.Fake.Messages.Count();

        Assert.IsType<SendOutcome.TryLater>(await bench.SendAsync(message, rowId: "r1"));
        Assert.IsType<SendOutcome.Delivered>(await bench.SendAsync(message, rowId: "r1"));
        Assert.Equal(3 + 1, bench.Fake.Messages.Count() - before);
        Assert.Equal(3, bench.Fake[ZaloBench.Villager].FromBot.Count);
    }

    [Fact]
    public async Task After_48_hours_of_silence_nothing_goes_out_that_is_not_worth_paying()
    {
        await using var bench = await ZaloBench.StartAsync();
        await bench.LastHeardAsync(TimeSpan.FromHours(47));
        Assert.IsType<SendOutcome.Delivered>(await bench.SendAsync(new OutgoingMessage { Text = "a" }));

        bench.Clock.Advance(TimeSpan.FromHours(2));
        Assert.IsType<SendOutcome.WindowClosed>(await bench.SendAsync(new OutgoingMessage { Text = "a", IsWorthPaying = true }));
        Assert.Single(bench.Fake.Messages);
    }

    [Fact]
    public async Task Results_may_cost_money_up_to_what_the_operator_allows_and_never_after_seven_days()
    {
        await using var bench = await ZaloBench.StartAsync(configure: settings => settings["Zalo:PaidMessagesPerMonth"] = "1");
        await bench.LastHeardAsync(TimeSpan.FromHours(72));
        var result = new OutgoingMessage { Text = "Đã xong", IsWorthPaying = true };

        Assert.IsType<SendOutcome.WindowClosed>(await bench.SendAsync(result with { IsWorthPaying = false }));
        Assert.IsType<SendOutcome.Delivered>(await bench.SendAsync(result));
        Assert.IsType<SendOutcome.WindowClosed>(await bench.SendAsync(result));

        bench.Clock.Advance(TimeSpan.FromDays(30));
        Assert.IsType<SendOutcome.WindowClosed>(await bench.SendAsync(result));
    }

    [Fact]
    public async Task A_photo_is_fetched_within_its_limit_from_zalos_address_only()
    {
        await using var bench = await ZaloBench.StartAsync();
        IncomingFile Photo(string url) => new() { Kind = FileKind.Photo, FetchId = url };

        Assert.Equal(Picture, Assert.IsType<FetchedFile.Bytes>(await bench.Channel.FetchAsync(Photo(bench.Fake.Put(Picture)), 100, CancellationToken.None)).Content.ToArray());
        Assert.IsType<FetchedFile.TooBig>(await bench.Channel.FetchAsync(Photo(bench.Fake.Put(Picture)), 3, CancellationToken.None));
        Assert.IsType<FetchedFile.Gone>(await bench.Channel.FetchAsync(Photo(bench.Fake.BaseUrl + "/files/none"), 100, CancellationToken.None));
        Assert.IsType<FetchedFile.Gone>(await bench.Channel.FetchAsync(Photo("file:///etc/passwd"), 100, CancellationToken.None));
    }
}

using System.Text;
using CommunityBot.Channels.Telegram;
using CommunityBot.Messages;
using CsCheck;

namespace CommunityBot.Channels.Tests.Telegram;

public sealed class TelegramLimitTests
{
    private const string Villager = "5012345678";

    [Theory]
    [InlineData(4096, 1)]
    [InlineData(4097, 2)]
    [InlineData(20_000, 5)]
    public async Task Long_words_come_in_as_many_bubbles_as_needed(int length, int bubbles)
    {
        await using var bench = await TelegramBench.StartAsync();

        Assert.IsType<SendOutcome.Delivered>(await bench.SendAsync(Villager, new OutgoingMessage { Text = new string('ễ', length) }));

        var shown = bench.Fake.Chats[5012345678].FromBot.ToArray();
        Assert.Equal(bubbles, shown.Length);
        Assert.Equal(length, shown.Sum(bubble => bubble.Text.Length));
    }

    [Fact]
    public async Task Buttons_and_the_receipt_belong_to_the_last_bubble()
    {
        await using var bench = await TelegramBench.StartAsync();

        var outcome = await bench.SendAsync(Villager, new OutgoingMessage { Text = new string('ễ', 5000), Buttons = [[new Button("Tiếp", "k:next")]] });

        var shown = bench.Fake.Chats[5012345678].FromBot.ToArray();
        Assert.Empty(shown[0].Buttons);
        Assert.Equal("Tiếp", shown[1].Buttons[0][0].Label);
        Assert.Equal(shown[1].MessageId.ToString(), Assert.IsType<SendOutcome.Delivered>(outcome).ChannelMessageId);
    }

    [Theory]
    [InlineData(1024, new[] { "sendPhoto" })]
    [InlineData(1025, new[] { "sendPhoto", "sendMessage" })]
    public async Task Words_too_long_for_a_caption_follow_the_picture(int length, string[] calls)
    {
        await using var bench = await TelegramBench.StartAsync();
        bench.Heart.Files["content:a"] = new ShelfFile(new byte[] { 1 }, "image/png", "a.png");

        await bench.SendAsync(Villager, new OutgoingMessage { Text = new string('ễ', length), Picture = new(FileKind.Photo, "content:a") });

        Assert.Equal(calls, bench.Fake.Calls.Select(call => call.Method).Where(method => method.StartsWith("send", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("ễễễễễễễễễễễễễễễễễễễễễa", 64, true)]
    [InlineData("ễễễễễễễễễễễễễễễễễễễễễab", 65, false)]
    public async Task A_key_of_sixty_four_bytes_is_a_button_and_one_more_byte_never_costs_the_words(string key, int bytes, bool isShown)
    {
        await using var bench = await TelegramBench.StartAsync();
        Assert.Equal(bytes, Encoding.UTF8.GetByteCount(key));

        Assert.IsType<SendOutcome.Delivered>(await bench.SendAsync(Villager, new OutgoingMessage
        {
            Text = "Chọn",
            Buttons = [[new Button("Dài", key), new Button("Ngắn", "k")]],
        }));

        Assert.Equal(isShown ? ["Dài", "Ngắn"] : ["Ngắn"], bench.Fake.Chats[5012345678].LastFromBot!.Buttons[0].Select(button => button.Label));
    }

    [Fact]
    public async Task A_phone_number_behind_a_button_stands_in_the_words_where_it_can_be_called()
    {
        await using var bench = await TelegramBench.StartAsync();

        await bench.SendAsync(Villager, new OutgoingMessage
        {
            Text = "Có người ngộ độc:",
            Buttons = [[new Button("Cấp cứu", "", "tel:115"), new Button("Bản đồ", "", "geo:22.1,105.8")]],
        });

        var bubble = bench.Fake.Chats[5012345678].LastFromBot!;
        Assert.Equal("Có người ngộ độc:\nCấp cứu: 115", bubble.Text);
        Assert.Equal("https://www.google.com/maps/search/?api=1&query=22.1%2C105.8", Assert.Single(bubble.Buttons[0]).Url);
    }

    [Theory]
    [InlineData("không phải số")]
    [InlineData("12#x")]
    [InlineData("0")]
    [InlineData("")]
    public void What_is_no_address_is_refused(string address) => Assert.False(TelegramAddress.TryParse(address, out _));

    [Theory]
    [InlineData("5012345678")]
    [InlineData("-1001987654321")]
    [InlineData("-1001987654321#77")]
    public void An_address_reads_as_it_was_written(string address)
    {
        Assert.True(TelegramAddress.TryParse(address, out var parsed));
        Assert.Equal(address, parsed.ToString());
    }

    [Fact]
    public async Task Nothing_to_show_is_refused_before_any_call()
    {
        await using var bench = await TelegramBench.StartAsync();

        Assert.IsType<SendOutcome.Refused>(await bench.SendAsync(Villager, new OutgoingMessage { Text = " \n " }));
        Assert.IsType<SendOutcome.Refused>(await bench.SendAsync("xin chào", new OutgoingMessage { Text = "a" }));
        Assert.Equal(0, bench.Fake.CountOf("sendMessage"));
    }

    [Fact]
    public void Split_words_fit_lose_no_letter_and_never_halve_one() =>
        Gen.Select(Gen.String[Gen.OneOf(Gen.Char['a', 'z'], Gen.Char[" \n.!?,"]), 0, 400], Gen.Int[5, 60]).Sample((raw, limit) =>
        {
            var text = raw.Replace("z", "😀", StringComparison.Ordinal).Trim();
            var parts = TelegramText.Split(text, limit);

            Assert.All(parts, part => Assert.InRange(part.Length, text.Length == 0 ? 0 : 1, limit));
            Assert.All(parts, part => Assert.DoesNotContain(Rune.ReplacementChar, part.EnumerateRunes()));
            Assert.Equal(Letters(text), Letters(string.Concat(parts)));
        });

    [Fact]
    public void Words_are_cut_after_a_sentence_where_there_is_one()
    {
        var parts = TelegramText.Split("Câu một dài thật dài. Câu hai cũng khá dài.", 30);

        Assert.Equal(["Câu một dài thật dài.", "Câu hai cũng khá dài."], parts);
    }

    private static string Letters(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
}

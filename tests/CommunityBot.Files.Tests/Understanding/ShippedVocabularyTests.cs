using CommunityBot.Files.Content;
using CommunityBot.Primitives;
using CommunityBot.TestKit.Talk;
using CommunityBot.Understanding;
using CsCheck;

namespace CommunityBot.Files.Tests.Understanding;

/// <summary>The words we ship, measured on our own messages of villagers in <c>messages.tsv</c>.</summary>
public sealed class ShippedVocabularyTests
{
    private const double BestShare = 0.9;
    private const double FirstThreeShare = 0.97;

    private static readonly Vocabulary Words = ContentLoader.Load(BenchContent.Folder).Vocabulary;
    private static readonly IntentReader Reader = new(Words);
    private static readonly TypedWords Typed = new(Words);

    private static readonly List<(string Text, string Meaning)> Messages =
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Understanding", "messages.tsv")).Select(line => line.Split('\t')).Select(parts => (parts[0], parts[1]))];

    public static TheoryData<string, string> Emergencies =>
        [.. Messages.Where(message => message.Meaning.StartsWith("emergency:", StringComparison.Ordinal)).Select(message => (message.Text, message.Meaning[^3..]))];

    [Fact]
    public void Most_messages_are_understood()
    {
        var best = Messages.Count(message => Meanings(message.Text).FirstOrDefault() == message.Meaning);
        var firstThree = Messages.Count(message => Meanings(message.Text).Contains(message.Meaning));

        Assert.InRange((double)best / Messages.Count, BestShare, 1);
        Assert.InRange((double)firstThree / Messages.Count, FirstThreeShare, 1);
    }

    [Theory]
    [MemberData(nameof(Emergencies))]
    public void Somebody_in_danger_gets_the_number_first(string text, string number)
    {
        Assert.Equal(number, Reader.Read(text).Danger?.Number);
        Assert.Equal(number, Reader.Read(VietnameseText.Fold(text)).Danger?.Number);
        Assert.Equal(Intent.Emergency, Reader.Read(text).Guesses[0].Intent);
    }

    [Theory]
    [InlineData("có con chó chết dưới cầu")]
    [InlineData("co con cho chet duoi cau")]
    [InlineData("cá chết đầy ao")]
    [InlineData("nồi cơm cháy đen")]
    [InlineData("tôi làm cháy đồ ăn")]
    [InlineData("nuoc chay xuong duong")]
    [InlineData("voi nuoc chay to qua")]
    [InlineData("xe chay nhanh gay bui")]
    [InlineData("nước thải đang chảy ra ruộng")]
    [InlineData("nuoc thai dang chay ra ruong")]
    [InlineData("máy bơm của thôn bị cháy")]
    [InlineData("vòi gãy tay vặn")]
    [InlineData("cai voi bi gay roi")]
    [InlineData("ong nuoc bi lu cuon mat doan")]
    [InlineData("dấu hiệu ngộ độc thực phẩm là gì")]
    [InlineData("hàng rào cây bị xe đâm")]
    [InlineData("có người đổ trộm rác")]
    [InlineData("van nuoc bi ket khong mo duoc")]
    public void What_only_sounds_like_danger_does_not_ring_the_alarm(string text) => Assert.Null(Reader.Read(text).Danger);

    [Fact]
    public void Danger_is_said_before_what_is_reported()
    {
        var understood = Reader.Read("đốt rác cháy lan vào nhà rồi, xin báo xã");

        Assert.Equal("114", understood.Danger?.Number);
        Assert.Equal(Intent.Emergency, understood.Guesses[0].Intent);
        Assert.Contains(understood.Guesses, guess => guess is { Intent: Intent.Report, Key: "smoke_burning" });
    }

    [Theory]
    [InlineData("QUAY LẠI", Command.Back)]
    [InlineData("huy", Command.Cancel)]
    [InlineData("Huỷ", Command.Cancel)]
    [InlineData("Hủy ạ.", null)]
    [InlineData("gap can bo", Command.Human)]
    [InlineData("/start", Command.Home)]
    [InlineData("phiếu của tôi", Command.MyTickets)]
    [InlineData("viec toi da bao", Command.MyTickets)]
    [InlineData("Dừng", Command.Stop)]
    [InlineData("đúng", Command.Yes)]
    [InlineData("ko", Command.No)]
    [InlineData("bỏ qua", Command.Skip)]
    [InlineData("vòi nước hỏng", null)]
    public void A_command_is_understood_however_it_is_typed(string text, Command? command) => Assert.Equal(command, Typed.FindCommand(text));

    [Fact]
    public void Plain_letters_may_be_two_commands_and_the_question_decides()
    {
        Assert.True(Typed.Means("dung", Command.Stop));
        Assert.True(Typed.Means("dung", Command.Yes));
        Assert.False(Typed.Means("dừng", Command.Yes));
    }

    [Theory]
    [InlineData("2", 2)]
    [InlineData("hai", 2)]
    [InlineData("so 2", 2)]
    [InlineData(" Số hai. ", 2)]
    [InlineData("mot", 1)]
    [InlineData("2 hôm rồi", null)]
    public void A_number_is_understood_however_it_is_typed(string text, int? number) => Assert.Equal(number, Typed.FindNumber(text));

    [Fact]
    public void A_line_for_operators_has_five_fields()
    {
        var fields = Reader.Describe("voi nuoc hong").Split('\t');

        Assert.Equal(5, fields.Length);
        Assert.Equal(["report", "broken_tap"], fields[..2]);
        Assert.Equal(["out_of_scope", "-", "0.00", "-", "-"], Reader.Describe("xyz").Split('\t'));
    }

    [Fact]
    public void Any_text_at_all_is_read_without_trouble() => Gen.String[Gen.Char["rác cháy ệ\u0301\u200B\uD83D\uDE00\t0.-{"], 0, 400].Sample(text =>
        Reader.Read(text).Guesses.Count <= 3 && Reader.Describe(text).Split('\t').Length == 5);

    [Fact]
    public void A_message_of_a_hundred_thousand_letters_is_read_whole() =>
        Assert.Equal("114", Reader.Read(string.Concat(Enumerable.Repeat("cháy đồ ăn ", 9_000)) + "cháy nhà").Danger?.Number);

    private static List<string> Meanings(string text) => [.. Reader.Read(text).Guesses
        .Select(guess => guess.Key is null ? IntentReader.NameOf(guess.Intent) : $"{IntentReader.NameOf(guess.Intent)}:{guess.Key}")
        .DefaultIfEmpty(IntentReader.NameOf(Intent.OutOfScope))];
}

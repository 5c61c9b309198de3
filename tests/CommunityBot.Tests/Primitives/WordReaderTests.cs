using CommunityBot.Primitives;
using CsCheck;

namespace CommunityBot.Tests.Primitives;

public sealed class WordReaderTests
{
    private static readonly WordReader Reader = new(new Dictionary<string, string>
    {
        ["ko"] = "không",
        ["nvs"] = "nhà vệ sinh",
        ["đc"] = "được",
    });

    [Fact]
    public void Short_forms_are_written_out() =>
        Assert.Equal(["nha", "ve", "sinh", "khong", "dung", "duoc"], Reader.Read("NVS ko dùng đc!").Select(word => word.Plain));

    [Fact]
    public void A_word_with_other_marks_is_not_the_short_form() => Assert.Equal("ko", Assert.Single(Reader.Read("kỏ")).Plain);

    [Theory]
    [InlineData("Hoá", "hóa")]
    [InlineData("uỷ", "ủy")]
    [InlineData("kĩ", "kỹ")]
    [InlineData("MÌ", "mỳ")]
    [InlineData("ho\u0301a", "hóa")]
    public void One_word_written_two_ways_is_one_word(string left, string right) =>
        Assert.Equal(Reader.Read(left), Reader.Read(right));

    [Fact]
    public void Typed_marks_decide_and_missing_marks_leave_it_open()
    {
        var fire = Reader.Read("cháy")[0];

        Assert.True(Reader.Read("chay")[0].MayBe(fire));
        Assert.True(Reader.Read("CHÁY")[0].MayBe(fire));
        Assert.False(Reader.Read("chảy")[0].MayBe(fire));
    }

    [Theory]
    [InlineData("nuowcs", "nuoc")]
    [InlineData("hongr", "hong")]
    [InlineData("ddoor", "do")]
    [InlineData("rasc", "rac")]
    public void Telex_leftovers_are_undone(string typed, string meant) => Assert.Equal(meant, KeyboardLeftovers.Telex(typed)?.Plain);

    [Fact]
    public void A_word_without_leftovers_stays_alone() => Assert.Null(KeyboardLeftovers.Telex("nuoc"));

    [Fact]
    public void Any_text_is_cut_into_words_without_spaces() => Gen.String.Sample(text =>
        Reader.Read(text).TrueForAll(word => !word.Plain.Contains(' ', StringComparison.Ordinal)));
}

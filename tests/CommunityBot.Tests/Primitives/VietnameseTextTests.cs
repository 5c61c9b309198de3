using System.Text;
using CommunityBot.Primitives;
using CsCheck;

namespace CommunityBot.Tests.Primitives;

public sealed class VietnameseTextTests
{
    private static readonly (string Letter, string Plain, string Shape)[] Vowels =
    [
        ("a", "a", ""), ("ă", "a", "\u0306"), ("â", "a", "\u0302"), ("e", "e", ""), ("ê", "e", "\u0302"), ("i", "i", ""),
        ("o", "o", ""), ("ô", "o", "\u0302"), ("ơ", "o", "\u031B"), ("u", "u", ""), ("ư", "u", "\u031B"), ("y", "y", ""),
        ("A", "A", ""), ("Ă", "A", "\u0306"), ("Ê", "E", "\u0302"), ("Ơ", "O", "\u031B"), ("Ư", "U", "\u031B"),
    ];

    private static readonly string[] Tones = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"];

    private static readonly Gen<string> HostileText =
        Gen.Int[0, 0xFFFF].Select(code => (char)code).Array[0, 60].Select(letters => new string(letters));

    [Theory]
    [InlineData("Tru\u031Bo\u031B\u0323ng", "Trượng")]
    [InlineData("Tru\u031Bo\u0323\u031Bng", "Trượng")]
    [InlineData("e\u0301\u0302", "ế")]
    [InlineData("e\u0302\u0301", "ế")]
    [InlineData("\u00EA\u0301", "ế")]
    [InlineData("\u00E9\u0302", "ế")]
    [InlineData("O\u0302\u0341", "Ố")]
    [InlineData("Đồng Phúc", "Đồng Phúc")]
    [InlineData("n\u0303", "n\u0303")]
    [InlineData("a\u0300\u0301", "à\u0301")]
    public void Letters_and_marks_typed_apart_are_put_together(string typed, string expected) =>
        Assert.Equal(expected, VietnameseText.Compose(typed));

    [Theory]
    [InlineData("Xã Thượng Giáo", "xa thuong giao")]
    [InlineData("ĐỊNH HOÁ", "dinh hoa")]
    [InlineData("Định Hóa", "dinh hoa")]
    [InlineData("Điềm Thuỵ", "diem thuy")]
    [InlineData("  vòi\u00A0nước\t\r\n hỏng ", "voi nuoc hong")]
    [InlineData("ba\u0300 co\u200Bn", "ba con")]
    [InlineData("\uFEFFru\u0301\u0323\u0301\u0301c", "ruc")]
    [InlineData("Ðức Xuân", "duc xuan")]
    [InlineData("👍🏽 ok\u0000", "👍🏽 ok")]
    [InlineData("\uD800a\uDC00", "a")]
    [InlineData("", "")]
    public void Folding_leaves_only_what_matters_for_comparing(string typed, string expected) =>
        Assert.Equal(expected, VietnameseText.Fold(typed));

    [Theory]
    [InlineData("Định Hoá", "định hóa", true)]
    [InlineData("Điềm Thuỵ", "ĐIỀM THỤY", true)]
    [InlineData("Văn Lang", "Văn Lăng", false)]
    [InlineData("Ba Bể", "Ba Be", false)]
    public void Spelling_with_the_tone_last_ignores_only_where_the_tone_sits(string one, string other, bool same) =>
        Assert.Equal(same, VietnameseText.ToneLast(one) == VietnameseText.ToneLast(other));

    [Fact]
    public void Every_vowel_with_every_tone_composes_from_every_mark_order()
    {
        var letters = 0;

        foreach (var (letter, plain, shape) in Vowels)
        {
            foreach (var tone in Tones)
            {
                var composed = VietnameseText.Compose(letter + tone);
                Assert.Equal(1, composed.Length);
                Assert.Equal(composed, VietnameseText.Compose(plain + shape + tone));
                Assert.Equal(composed, VietnameseText.Compose(plain + tone + shape));
                Assert.Equal(plain.ToLowerInvariant(), VietnameseText.Fold(composed));
                letters++;
            }
        }

        Assert.Equal(Vowels.Length * Tones.Length, letters);
    }

    [Fact]
    public void Composing_twice_changes_nothing() => HostileText.Sample(text =>
        VietnameseText.Compose(VietnameseText.Compose(text)) == VietnameseText.Compose(text));

    [Fact]
    public void Folding_twice_changes_nothing() => HostileText.Sample(text =>
        VietnameseText.Fold(VietnameseText.Fold(text)) == VietnameseText.Fold(text));

    [Fact]
    public void Folding_does_not_depend_on_composing_first() => HostileText.Sample(text =>
        VietnameseText.Fold(VietnameseText.Compose(text)) == VietnameseText.Fold(text));

    [Fact]
    public void Folded_text_is_always_valid_text() => HostileText.Sample(text =>
    {
        var folded = VietnameseText.Fold(text);
        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(folded)) == folded && folded.Trim() == folded;
    });

    [Fact]
    public void A_hundred_thousand_marks_on_one_letter_are_read_in_one_pass()
    {
        var zalgo = "a" + new string('\u0301', 100_000);

        Assert.Equal("a", VietnameseText.Fold(zalgo));
        Assert.Equal(zalgo.Length - 1, VietnameseText.Compose(zalgo).Length);
    }
}

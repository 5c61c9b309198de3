using CommunityBot.Primitives;
using CsCheck;

namespace CommunityBot.Tests.Primitives;

public sealed class KeyboardLeftoversTests
{
    private const string Shaped = "ăâđêôơư";
    private static readonly string[] Telex = ["aw", "aa", "dd", "ee", "oo", "ow", "uw"];
    private static readonly string[] Vni = ["a8", "a6", "d9", "e6", "o6", "o7", "u7"];
    private static readonly string TelexTones = "\0frxsj";

    private static readonly Gen<string> Syllables =
        from start in OneOf("b", "c", "ch", "đ", "g", "h", "kh", "l", "m", "n", "ng", "nh", "ph", "t", "th", "tr", "v")
        from vowel in OneOf("a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "ươ", "iê", "uô")
        from end in OneOf("", "c", "m", "n", "ng", "t", "p")
        select start + vowel + end;

    [Theory]
    [InlineData("nuowcs", "nước")]
    [InlineData("chays", "cháy")]
    [InlineData("chayr", "chảy")]
    [InlineData("vof", "vò")]
    [InlineData("dduowcj", "được")]
    public void Telex_is_read_with_its_marks(string typed, string meant) => Assert.Equal(WordReader.Plain.Read(meant)[0], KeyboardLeftovers.Telex(typed));

    [Theory]
    [InlineData("nuo7c1", "nước")]
    [InlineData("nu7o7c1", "nước")]
    [InlineData("nuoc1", "nuóc")]
    [InlineData("d9en2", "đèn")]
    public void Vni_is_read_with_its_marks(string typed, string meant) => Assert.Equal(WordReader.Plain.Read(meant)[0], KeyboardLeftovers.Vni(typed));

    [Fact]
    public void What_holds_no_leftovers_stays_alone()
    {
        Assert.Null(KeyboardLeftovers.Telex("nuoc"));
        Assert.Null(KeyboardLeftovers.Vni("nuoc"));
        Assert.Null(KeyboardLeftovers.Vni("2"));
    }

    [Fact]
    public void Whatever_syllable_is_typed_in_Telex_or_Vni_is_read_as_meant() =>
        Gen.Select(Syllables, Gen.Int[0, 5]).Sample((syllable, tone) =>
        {
            var meant = WordReader.Plain.Read(WithTone(syllable, tone))[0];
            var telex = Typed(syllable, Telex) + (tone > 0 ? TelexTones[tone] : "");
            var vni = Typed(syllable, Vni) + (tone > 0 ? " 23415"[tone] : "");

            Assert.Equal(meant, KeyboardLeftovers.Telex(telex) ?? WordReader.Plain.Read(telex)[0]);
            Assert.Equal(meant, KeyboardLeftovers.Vni(vni) ?? WordReader.Plain.Read(vni)[0]);
        });

    [Fact]
    public void Folding_forgets_marks_however_they_were_typed() =>
        Gen.Select(Syllables, Gen.Int[0, 5]).Sample((syllable, tone) =>
        {
            var text = WithTone(syllable, tone);
            var folded = VietnameseText.Fold(text);

            Assert.Equal(folded, VietnameseText.Fold(folded));
            Assert.Equal(folded, VietnameseText.Fold(VietnameseText.Compose(text).ToUpperInvariant()));
            Assert.True(folded.All(char.IsAsciiLetter));
        });

    private static string Typed(string syllable, string[] keys) =>
        string.Concat(syllable.Select(letter => Shaped.IndexOf(letter, StringComparison.Ordinal) is var at and >= 0 ? keys[at] : letter.ToString()));

    /// <summary>The tone mark behind its last vowel, as separate letters: NFD.</summary>
    private static string WithTone(string syllable, int tone)
    {
        var at = syllable.LastIndexOfAny([.. "aăâeêioôơuư"]);
        return tone == 0 ? syllable : syllable.Insert(at + 1, "\u0300\u0309\u0303\u0301\u0323"[tone - 1].ToString());
    }

    private static Gen<string> OneOf(params string[] choices) => Gen.Int[0, choices.Length - 1].Select(at => choices[at]);
}

using System.Globalization;
using CommunityBot.Primitives;

namespace CommunityBot.Communes;

/// <summary>One word of what a villager wrote, with its place in the text.</summary>
/// <param name="Start">First letter in the text.</param>
/// <param name="End">Behind the last letter.</param>
/// <param name="Plain">Lower case, no marks, y and i alike at the end.</param>
/// <param name="Spelt">With its marks, the tone last; equal to Plain when typed without marks.</param>
/// <param name="IsCapital">Starts with a capital and goes on small.</param>
/// <param name="AfterPause">A comma, full stop, bracket or new line stands before it.</param>
/// <param name="InPlainText">No word of the whole text bears a mark: "to" may mean "tổ".</param>
internal readonly record struct SpokenWord(
    int Start, int End, string Plain, string Spelt, bool IsCapital, bool AfterPause, bool InPlainText)
{
    private const int LongestWord = 40;

    /// <summary>Cuts composed text into words; letters and digits belong to words, everything else parts them.</summary>
    public static List<SpokenWord> Read(string text)
    {
        var words = new List<SpokenWord>();
        var pause = false;

        for (var at = 0; at < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[at]))
            {
                pause |= ",.;:()[]\n!?".Contains(text[at], StringComparison.Ordinal);
                at++;
                continue;
            }

            var start = at;

            while (at < text.Length && BelongsToWord(text[at]))
            {
                at++;
            }

            words.Add(Spell(text, start, at, pause));
            pause = false;
        }

        var isPlain = words.TrueForAll(word => word.Spelt == word.Plain);
        return isPlain ? words.ConvertAll(word => word with { InPlainText = true }) : words;
    }

    /// <summary>True unless both bear marks and the marks differ.</summary>
    public bool MayBe(SpokenWord other) => Spelt == Plain || other.Spelt == other.Plain || Spelt == other.Spelt;

    private static SpokenWord Spell(string text, int start, int end, bool pause)
    {
        var word = text[start..Math.Min(end, start + LongestWord)];
        var plain = VietnameseText.OneKindOfI(VietnameseText.Fold(word));
        var spelt = VietnameseText.OneKindOfI(VietnameseText.ToneLast(word));
        var isCapital = char.IsUpper(word[0]) && (word.Length == 1 || char.IsLower(word[1]));
        return new SpokenWord(start, end, plain, spelt, isCapital, pause, InPlainText: false);
    }

    private static bool BelongsToWord(char letter) => char.IsLetterOrDigit(letter)
        || char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format;
}

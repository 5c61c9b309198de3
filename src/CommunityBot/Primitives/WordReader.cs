using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace CommunityBot.Primitives;

/// <summary>Cuts a message into words and writes out the short forms young people type ("ko", "dc", "nvs").</summary>
public sealed class WordReader
{
    private const int LongestWord = 40;

    private readonly FrozenDictionary<Word, Word[]> shortForms;

    public WordReader(IReadOnlyDictionary<string, string> shortForms) =>
        this.shortForms = shortForms.ToFrozenDictionary(
            pair => Cut(pair.Key).Single(),
            pair => Cut(pair.Value).ToArray());

    /// <summary>Knows no short forms.</summary>
    public static WordReader Plain { get; } = new(new Dictionary<string, string>());

    public List<Word> Read(string text)
    {
        var words = Cut(text);

        if (shortForms.Count == 0)
        {
            return words;
        }

        var read = new List<Word>(words.Count);

        foreach (var word in words)
        {
            if (shortForms.TryGetValue(word, out var written))
            {
                read.AddRange(written);
            }
            else
            {
                read.Add(word);
            }
        }

        return read;
    }

    private static List<Word> Cut(string text)
    {
        var composed = VietnameseText.Compose(text);
        var words = new List<Word>();

        for (var at = 0; at < composed.Length;)
        {
            if (!char.IsLetterOrDigit(composed[at]))
            {
                at++;
                continue;
            }

            var start = at;

            while (at < composed.Length && BelongsToWord(composed[at]))
            {
                at++;
            }

            words.Add(Spell(composed.AsSpan(start, Math.Min(at - start, LongestWord)).ToString()));
        }

        return words;
    }

    private static bool BelongsToWord(char letter) => char.IsLetterOrDigit(letter)
        || char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format;

    private static Word Spell(string word)
    {
        if (Ascii.IsValid(word))
        {
            return new Word(VietnameseText.OneKindOfI(word.ToLowerInvariant()), null);
        }

        var plain = VietnameseText.Fold(word);
        var spelt = VietnameseText.OneKindOfI(VietnameseText.ToneLast(word));
        plain = VietnameseText.OneKindOfI(plain);
        return new Word(plain, string.Equals(plain, spelt, StringComparison.Ordinal) ? null : spelt);
    }
}

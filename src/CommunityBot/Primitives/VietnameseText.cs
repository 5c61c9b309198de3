using System.Globalization;
using System.Text;

namespace CommunityBot.Primitives;

/// <summary>Makes every way of typing a Vietnamese word the same word, so that bà con are understood with or without diacritics.</summary>
public static class VietnameseText
{
    private const char Grave = '\u0300';
    private const char HookAbove = '\u0309';
    private const char Tilde = '\u0303';
    private const char Acute = '\u0301';
    private const char DotBelow = '\u0323';
    private const char Circumflex = '\u0302';
    private const char Breve = '\u0306';
    private const char Horn = '\u031B';

    private const int Tones = 6;

    // One row per vowel: no tone, huyền, hỏi, ngã, sắc, nặng. The lower-case rows first, then the same in upper case.
    private static readonly string[] LowerRows =
    [
        "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị",
        "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "uùủũúụ", "ưừửữứự", "yỳỷỹýỵ",
    ];

    private static readonly char[] ToneMarks = ['\0', Grave, HookAbove, Tilde, Acute, DotBelow];
    private static readonly string[] Rows = [.. LowerRows, .. LowerRows.Select(row => row.ToUpperInvariant())];
    private static readonly short[] Places = PlacesOfVowels();
    private static readonly string PlainVowels = "aaaeeiooouuy";

    /// <summary>Puts letters and marks typed separately back together (NFC for Vietnamese), whatever the order of the marks.</summary>
    public static string Compose(string text)
    {
        ArgumentNullException.ThrowIfNull(text);

        if (text.AsSpan().IndexOfAnyInRange('\u0300', '\u036F') < 0)
        {
            return text;
        }

        var composed = new StringBuilder(text.Length);
        var leftOver = new StringBuilder();

        for (var at = 0; at < text.Length;)
        {
            at = ComposeOne(text, at, composed, leftOver);
        }

        return composed.ToString();
    }

    /// <summary>The plainest form for comparing: lower case, no marks, đ as d, single spaces, nothing invisible. Linear in the length.</summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var folded = new StringBuilder(text.Length);
        var gap = false;

        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                gap = folded.Length > 0;
            }
            else if (IsVisible(rune))
            {
                folded.Append(gap ? " " : "");
                gap = false;
                AppendPlain(folded, rune);
            }
        }

        return folded.ToString();
    }

    /// <summary>Lower case with all marks, but each tone written after its word: "Hoá" and "Hóa" become equal, "Lang" and "Lăng" do not.</summary>
    public static string ToneLast(string text)
    {
        var spelt = new StringBuilder(text.Length + 8);
        var tone = 0;

        foreach (var letter in Compose(text))
        {
            if (!char.IsLetter(letter))
            {
                AppendTone(spelt, ref tone);
                spelt.Append(letter);
            }
            else if (PlaceOf(letter) is var place and >= 0)
            {
                tone = place % Tones > 0 ? place % Tones : tone;
                spelt.Append(LowerRows[place / Tones % LowerRows.Length][0]);
            }
            else
            {
                spelt.Append(char.ToLowerInvariant(letter));
            }
        }

        AppendTone(spelt, ref tone);
        return spelt.ToString();
    }

    /// <summary>"kỹ" and "kĩ", "Vỹ" and "Vĩ" are the same word: a last y after a consonant becomes i.</summary>
    public static string OneKindOfI(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        var at = word.LastIndexOf('y');
        var isLast = at == word.Length - 1 || (at == word.Length - 2 && !char.IsLetterOrDigit(word[^1]));

        return at > 0 && isLast && char.IsLetter(word[at - 1]) && !"aâeêouư".Contains(word[at - 1], StringComparison.Ordinal)
            ? $"{word[..at]}i{word[(at + 1)..]}"
            : word;
    }

    private static int ComposeOne(string text, int at, StringBuilder composed, StringBuilder leftOver)
    {
        var place = PlaceOf(text[at]);

        if (place < 0)
        {
            composed.Append(text[at]);
            return at + 1;
        }

        var (row, tone) = (place / Tones, place % Tones);
        leftOver.Clear();

        for (at++; at < text.Length && AsMark(text[at]) is var mark and not '\0'; at++)
        {
            if (tone == 0 && Array.IndexOf(ToneMarks, mark) is var heard and > 0)
            {
                tone = heard;
            }
            else if (RowWith(row, mark) is var shaped && shaped != row)
            {
                row = shaped;
            }
            else
            {
                leftOver.Append(mark);
            }
        }

        composed.Append(Rows[row][tone]).Append(leftOver);
        return at;
    }

    /// <summary>The row of the vowel once it wears the circumflex, breve or horn; the same row when it cannot.</summary>
    private static int RowWith(int row, char mark)
    {
        var upper = row >= LowerRows.Length ? LowerRows.Length : 0;

        return (LowerRows[row - upper][0], mark) switch
        {
            ('a', Breve) or ('e', Circumflex) or ('o', Circumflex) or ('u', Horn) => row + 1,
            ('a', Circumflex) or ('o', Horn) => row + 2,
            _ => row,
        };
    }

    private static char AsMark(char letter) => letter switch
    {
        '\u0340' => Grave, // the old "tone mark" twins of grave and acute
        '\u0341' => Acute,
        Grave or HookAbove or Tilde or Acute or DotBelow or Circumflex or Breve or Horn => letter,
        _ => '\0',
    };

    private static void AppendPlain(StringBuilder folded, Rune rune)
    {
        if (rune.IsBmp)
        {
            folded.Append(PlainLetter((char)rune.Value));
        }
        else
        {
            folded.Append(Rune.ToLowerInvariant(rune).ToString());
        }
    }

    private static char PlainLetter(char letter) => letter switch
    {
        'đ' or 'Đ' or 'ð' or 'Ð' or 'Ɖ' => 'd', // eth is what old keyboards send for đ
        _ when PlaceOf(letter) is var place and >= 0 => PlainVowels[place / Tones % LowerRows.Length],
        _ => char.ToLowerInvariant(letter),
    };

    private static bool IsVisible(Rune rune) => rune != Rune.ReplacementChar && Rune.GetUnicodeCategory(rune)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark);

    private static void AppendTone(StringBuilder spelt, ref int tone)
    {
        if (tone > 0)
        {
            spelt.Append(ToneMarks[tone]);
            tone = 0;
        }
    }

    private static int PlaceOf(char letter) => letter < Places.Length ? Places[letter] - 1 : -1;

    private static short[] PlacesOfVowels()
    {
        var places = new short[Rows.Max(row => row.Max()) + 1];

        for (var row = 0; row < Rows.Length; row++)
        {
            for (var tone = 0; tone < Tones; tone++)
            {
                places[Rows[row][tone]] = (short)((row * Tones) + tone + 1);
            }
        }

        return places;
    }
}

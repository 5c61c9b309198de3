using System.Text;

namespace CommunityBot.Primitives;

/// <summary>Reads what was typed while the Vietnamese keyboard was off: "nuowcs" (Telex) and "nu7o7c1" (VNI) were meant to be "nước".</summary>
public static class KeyboardLeftovers
{
    private const int LongestWord = 12;
    private const string TelexTones = "frxsj";
    private const string VniTones = "23415";

    private static readonly char[] ToneMarks = ['\0', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];

    /// <summary>The word that was meant if this was Telex, or null when it holds no leftovers.</summary>
    public static Word? Telex(string word) => word.Length is >= 2 and <= LongestWord ? Undo(word, TelexStep) : null;

    /// <summary>The word that was meant if this was VNI, or null when it holds no leftovers.</summary>
    public static Word? Vni(string word) => word.Length is >= 2 and <= LongestWord && char.IsAsciiLetter(word[0]) ? Undo(word, VniStep) : null;

    private static Word? Undo(string word, Func<StringBuilder, char, int> step)
    {
        var letters = new StringBuilder(word.Length);
        var tone = 0;
        var undone = false;

        foreach (var letter in word)
        {
            switch (step(letters, letter))
            {
                case < 0:
                    letters.Append(letter);
                    break;
                case 0:
                    undone = true;
                    break;
                case var heard:
                    (tone, undone) = (heard, true);
                    break;
            }
        }

        if (!undone)
        {
            return null;
        }

        var spelt = tone > 0 ? $"{letters}{ToneMarks[tone]}" : letters.ToString();
        return new Word(VietnameseText.Fold(letters.ToString()), spelt);
    }

    /// <summary>-1: an ordinary letter; 0: it shaped a letter before it; 1 to 5: the tone.</summary>
    private static int TelexStep(StringBuilder letters, char letter)
    {
        if (TelexTones.IndexOf(letter, StringComparison.Ordinal) is var tone and >= 0)
        {
            return HasVowel(letters) ? tone + 1 : -1;
        }

        return letter switch
        {
            'w' => Horn(letters) ? 0 : -1,
            'a' or 'e' or 'o' => Reshape(letters, letter, Hat(letter)) ? 0 : -1,
            'd' => Reshape(letters, 'd', 'đ') ? 0 : -1,
            _ => -1,
        };
    }

    private static int VniStep(StringBuilder letters, char letter)
    {
        if (VniTones.IndexOf(letter, StringComparison.Ordinal) is var tone and >= 0)
        {
            return HasVowel(letters) ? tone + 1 : -1;
        }

        return letter switch
        {
            '6' => Reshape(letters, 'a', 'â') || Reshape(letters, 'e', 'ê') || Reshape(letters, 'o', 'ô') ? 0 : -1,
            '7' => Reshape(letters, 'o', 'ơ') | Reshape(letters, 'u', 'ư') ? 0 : -1, // "nuo7c" means both
            '8' => Reshape(letters, 'a', 'ă') ? 0 : -1,
            '9' => Reshape(letters, 'd', 'đ') ? 0 : -1,
            _ => -1,
        };
    }

    private static bool Horn(StringBuilder letters) =>
        Reshape(letters, 'a', 'ă') || (Reshape(letters, 'o', 'ơ') | Reshape(letters, 'u', 'ư'));

    private static char Hat(char letter) => letter switch
    {
        'a' => 'â',
        'e' => 'ê',
        _ => 'ô',
    };

    /// <summary>The last such letter gets its shape.</summary>
    private static bool Reshape(StringBuilder letters, char plain, char shaped)
    {
        for (var at = letters.Length - 1; at >= 0; at--)
        {
            if (letters[at] == plain)
            {
                letters[at] = shaped;
                return true;
            }
        }

        return false;
    }

    private static bool HasVowel(StringBuilder letters)
    {
        for (var at = 0; at < letters.Length; at++)
        {
            if ("aeiouyăâêôơư".Contains(letters[at], StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}

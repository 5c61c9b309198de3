using System.Buffers;
using System.Text;

namespace CommunityBot.Primitives;

/// <summary>Undoes what stays behind when the Vietnamese keyboard was off: "nuowcs" was meant to be "nước".</summary>
public static class TelexLeftovers
{
    private const int LongestWord = 10;
    private const string Tones = "sfrxj";
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    /// <summary>The plain word that was meant, or null when the word holds no leftovers.</summary>
    public static string? Plain(string word)
    {
        if (word.Length is < 2 or > LongestWord)
        {
            return null;
        }

        var meant = new StringBuilder(word.Length);

        for (var at = 0; at < word.Length; at++)
        {
            if (!IsLeftover(word, at))
            {
                meant.Append(word[at]);
            }
        }

        return meant.Length > 0 && meant.Length < word.Length ? meant.ToString() : null;
    }

    private static bool IsLeftover(string word, int at)
    {
        var letter = word[at];
        var hasVowelBefore = word.AsSpan(0, at).ContainsAny(Vowels);

        return letter switch
        {
            'w' => true,
            _ when Tones.Contains(letter, StringComparison.Ordinal) => hasVowelBefore,
            'a' or 'e' or 'o' or 'd' => word.AsSpan(0, at).Contains(letter),
            _ => false,
        };
    }
}

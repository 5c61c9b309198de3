namespace CommunityBot.Primitives;

/// <summary>The letters of codes that people read over the phone: 32 without look-alikes, forgiving, with a check character at the end.</summary>
public static class CodeLetters
{
    /// <summary>No I, L, O, U.</summary>
    public const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>So many characters, all but the last by chance.</summary>
    public static string New(IChance chance, int length)
    {
        Span<byte> dice = stackalloc byte[length - 1];
        chance.Fill(dice);
        Span<char> characters = stackalloc char[length];

        for (var at = 0; at < dice.Length; at++)
        {
            characters[at] = Alphabet[dice[at] & 31];
        }

        characters[^1] = CheckOf(characters[..^1]);
        return new string(characters);
    }

    /// <summary>Upper case without spaces and hyphens, O read as 0, I and L as 1.</summary>
    public static string Forgive(string text) => new([.. text.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit).Select(Forgive)]);

    /// <summary>True for a code of this length whose check character fits.</summary>
    public static bool IsWhole(string code, int length) =>
        code.Length == length
        && code.All(one => Alphabet.Contains(one, StringComparison.Ordinal))
        && CheckOf(code.AsSpan(0, length - 1)) == code[^1];

    private static char Forgive(char letter) => letter switch
    {
        'O' => '0',
        'I' or 'L' => '1',
        _ => letter,
    };

    /// <summary>Weights 1, 3, 5 … (odd, so invertible modulo 32) notice every single mistyped character.</summary>
    private static char CheckOf(ReadOnlySpan<char> characters)
    {
        var sum = 0;

        for (var at = 0; at < characters.Length; at++)
        {
            sum += Alphabet.IndexOf(characters[at], StringComparison.Ordinal) * ((2 * at) + 1);
        }

        return Alphabet[sum & 31];
    }
}

namespace CommunityBot.Channels.Zalo;

/// <summary>Cuts words into bubbles Zalo takes, never through a letter.</summary>
internal static class ZaloText
{
    /// <summary>Characters in one message; a longer one is refused, not cut.</summary>
    public const int Longest = 2000;

    /// <summary>Characters on a button.</summary>
    public const int LongestTitle = 100;

    private static readonly string[] Breaks = ["\n\n", "\n", ". ", "! ", "? ", "; ", ", ", " "];

    /// <summary>The text in parts, cut after a paragraph, a line, a sentence or a word.</summary>
    public static IReadOnlyList<string> Split(string text, int limit = Longest)
    {
        var parts = new List<string>();
        var rest = text.AsSpan().Trim();

        while (rest.Length > limit)
        {
            var cut = CutOf(rest[..(limit + 1)], limit);
            parts.Add(rest[..cut].Trim().ToString());
            rest = rest[cut..].TrimStart();
        }

        if (rest.Length > 0)
        {
            parts.Add(rest.ToString());
        }

        return parts;
    }

    private static int CutOf(ReadOnlySpan<char> window, int limit)
    {
        foreach (var mark in Breaks)
        {
            var at = window.LastIndexOf(mark);

            if (at > limit / 2)
            {
                return Math.Min(at + mark.Length, limit);
            }
        }

        return char.IsHighSurrogate(window[limit - 1]) && char.IsLowSurrogate(window[limit]) ? limit - 1 : limit;
    }
}

using System.Text;

namespace CommunityBot.Channels.Telegram;

/// <summary>Cuts words into bubbles Telegram takes, never through a letter, and makes hostile marks harmless.</summary>
internal static class TelegramText
{
    /// <summary>UTF-16 units in one message.</summary>
    public const int Longest = 4096;

    /// <summary>UTF-16 units below a picture.</summary>
    public const int LongestCaption = 1024;

    /// <summary>Bytes of UTF-8 in the key of a button.</summary>
    public const int LongestKey = 64;

    /// <summary>Characters shown at a pressed button.</summary>
    public const int LongestNotice = 200;

    private static readonly string[] Breaks = ["\n\n", "\n", ". ", "! ", "? ", "; ", ", ", " "];

    /// <summary>Only &amp;, &lt; and &gt; mean something to Telegram outside of tags.</summary>
    public static string Escape(string text) =>
        text.AsSpan().IndexOfAny('&', '<', '>') < 0
            ? text
            : new StringBuilder(text).Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").ToString();

    /// <summary>The text in parts of at most <paramref name="limit"/> units, cut after a paragraph, a line, a sentence or a word.</summary>
    public static IReadOnlyList<string> Split(string text, int limit = Longest)
    {
        if (text.Length <= limit)
        {
            return [text];
        }

        var parts = new List<string>();
        var rest = text.AsSpan();

        while (rest.Length > limit)
        {
            var cut = CutOf(rest[..(limit + 1)], limit);
            Add(parts, rest[..cut]);
            rest = rest[cut..].TrimStart();
        }

        Add(parts, rest);
        return parts;
    }

    /// <summary>The beginning of the text, at most so many units, never half a letter.</summary>
    public static string Shorten(string text, int limit) =>
        text.Length <= limit ? text : string.Concat(text.AsSpan(0, WholeLetters(text, limit - 1)), "…");

    public static bool IsKeyShortEnough(string key) => key.Length > 0 && Encoding.UTF8.GetByteCount(key) <= LongestKey;

    private static void Add(List<string> parts, ReadOnlySpan<char> part)
    {
        part = part.Trim();

        if (part.Length > 0)
        {
            parts.Add(part.ToString());
        }
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

        return WholeLetters(window, limit);
    }

    private static int WholeLetters(ReadOnlySpan<char> text, int limit) =>
        limit < text.Length && limit > 0 && char.IsHighSurrogate(text[limit - 1]) && char.IsLowSurrogate(text[limit]) ? limit - 1 : limit;
}

namespace CommunityBot.Phrases;

/// <summary>A piece of a phrase: words to say as they are, or a place to fill in.</summary>
internal readonly record struct PhrasePart(string Text, bool IsPlace);

/// <summary>Cuts a phrase at its {places}.</summary>
internal static class PhraseParts
{
    public static List<PhrasePart> Cut(string text)
    {
        var parts = new List<PhrasePart>();
        var at = 0;

        while (at < text.Length)
        {
            var open = text.IndexOf('{', at);
            var close = open < 0 ? -1 : text.IndexOf('}', open);

            if (close < 0)
            {
                break;
            }

            AddWords(parts, text[at..open]);
            parts.Add(new PhrasePart(text[(open + 1)..close], IsPlace: true));
            at = close + 1;
        }

        AddWords(parts, text[at..]);
        return parts;
    }

    private static void AddWords(List<PhrasePart> parts, string words)
    {
        if (words.Length > 0)
        {
            parts.Add(new PhrasePart(words, IsPlace: false));
        }
    }
}

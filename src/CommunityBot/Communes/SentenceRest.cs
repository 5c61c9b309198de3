using System.Text;

namespace CommunityBot.Communes;

/// <summary>What a villager's sentence says besides the commune: the hamlet, and the words that are left.</summary>
internal sealed class SentenceRest(string text, IReadOnlyList<SpokenWord> words, IReadOnlyList<NameMention> mentions)
{
    private const int MostVillageWords = 4;
    private const int UsualVillageWords = 2;

    /// <summary>"bản Nà Mu", "tổ 5", or the capitalised words right before the commune; empty when there is none.</summary>
    public string Village()
    {
        for (var at = 0; at < words.Count; at++)
        {
            if (!IsNamed(at) && NameReader.LabelAt(words, at) is (NameLabel.Village, var length) && LengthOfVillage(at + length) is var more and > 0)
            {
                return Cut(at, at + length + more);
            }
        }

        return mentions.Count > 0 ? CapitalsBefore(mentions[0].First) : "";
    }

    /// <summary>The sentence without the names of commune, district and province.</summary>
    public string Text()
    {
        var rest = new StringBuilder();
        var from = 0;

        foreach (var mention in mentions)
        {
            rest.Append(text, from, words[mention.First].Start - from).Append(' ');
            from = words[mention.Last - 1].End;
        }

        rest.Append(text, from, text.Length - from);
        var parts = rest.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Where(part => mentions.Count == 0 || !part.All(char.IsPunctuation));
        return string.Join(' ', parts).Trim(' ', ',', '.', ';', '-');
    }

    private int LengthOfVillage(int from)
    {
        var end = from;

        while (end < words.Count && end - from <= MostVillageWords && !EndsVillage(end, from))
        {
            end++;
        }

        var isBounded = end - from <= MostVillageWords && (end == words.Count || EndsVillage(end, from));
        return isBounded ? end - from : UsualLength(from, end);
    }

    private bool EndsVillage(int at, int from) => IsNamed(at)
        || (at > from && words[at].AfterPause)
        || (at > from && NameReader.LabelAt(words, at).Label is NameLabel.Unit or NameLabel.District);

    // No comma and no commune behind it: hamlets are called by a number or by two words, or by as many as are capitalised.
    private int UsualLength(int from, int end)
    {
        if (char.IsAsciiDigit(words[from].Plain[0]))
        {
            return 1;
        }

        var capitals = 0;

        while (from + capitals < end && words[from + capitals].IsCapital)
        {
            capitals++;
        }

        return capitals > 0 ? capitals : Math.Min(UsualVillageWords, end - from);
    }

    private string CapitalsBefore(int end)
    {
        var start = end;

        while (start > 0 && end - start < MostVillageWords && words[start - 1].IsCapital && !IsNamed(start - 1))
        {
            start--;
        }

        return end - start >= UsualVillageWords ? Cut(start, end) : "";
    }

    private bool IsNamed(int at) => mentions.Any(mention => at >= mention.First && at < mention.Last);

    private string Cut(int first, int last) => text[words[first].Start..words[last - 1].End];
}

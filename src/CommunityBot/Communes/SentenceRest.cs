using System.Text;

namespace CommunityBot.Communes;

/// <summary>What a villager's sentence says besides the commune: the hamlet, and the words that are left.</summary>
internal sealed class SentenceRest(string text, IReadOnlyList<SpokenWord> words, IReadOnlyList<NameMention> mentions)
{
    private const int MostVillageWords = 4;
    private const int UsualVillageWords = 2;

    // Behind bản, tổ, khu, làng, đường these words make something else: bản thân, tổ chức, khu vực, làng nghề, đường ống.
    private static readonly HashSet<string> NoHamlet =
        ["than", "do", "tin", "sao", "quyen", "chuc", "vuc", "nghe", "ong", "di", "vao", "ra", "xa", "pho", "day", "nay", "kia", "nha"];

    /// <summary>"bản Nà Mu", "tổ 5", or the capitalised words right before the commune; empty when there is none.</summary>
    public string Village()
    {
        for (var at = 0; at < words.Count; at++)
        {
            var (label, length) = NameReader.LabelAt(words, at);
            var isVillage = label is NameLabel.Village || (label is NameLabel.MaybeVillage && IsSurelyVillage(at, at + length));

            if (isVillage && !IsNamed(at) && LengthOfVillage(at + length) is var more and > 0)
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

    private bool IsSurelyVillage(int at, int next)
    {
        if (next >= words.Count || words[next].AfterPause || NoHamlet.Contains(words[next].Plain))
        {
            return false;
        }

        return IsNumber(next) || words[next].IsCapital || IsNamed(EndOfRun(next)) || words[at].Spelt == "ban\u0309";
    }

    // Hamlets are called by a number, by as many words as are capitalised, by all words before a comma or the commune, or by two.
    private int LengthOfVillage(int from)
    {
        if (from < words.Count && IsNumber(from))
        {
            return 1;
        }

        var end = EndOfRun(from);
        var capitals = Enumerable.Range(from, end - from).TakeWhile(at => words[at].IsCapital).Count();
        var isBounded = end < words.Count && end - from <= MostVillageWords && EndsVillage(end, from);

        return capitals >= UsualVillageWords ? capitals
            : isBounded ? end - from
            : Math.Min(UsualVillageWords, end - from);
    }

    /// <summary>The first word that cannot belong to the hamlet any more, at most one word too far.</summary>
    private int EndOfRun(int from)
    {
        var end = from;

        while (end < words.Count && end - from <= MostVillageWords && !EndsVillage(end, from))
        {
            end++;
        }

        return end;
    }

    private bool EndsVillage(int at, int from) => IsNamed(at)
        || (at > from && words[at].AfterPause)
        || (at > from && NameReader.LabelAt(words, at).Label is NameLabel.Unit or NameLabel.District);

    private bool IsNumber(int at) => char.IsAsciiDigit(words[at].Plain[0]);

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

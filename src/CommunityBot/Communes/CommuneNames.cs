using CommunityBot.Primitives;

namespace CommunityBot.Communes;

/// <summary>Knows the commune bà con mean, whichever of its former or present names they write, with or without marks.</summary>
public sealed class CommuneNames
{
    private const int MostMentions = 8;
    private const int MostNameWords = 5;

    private static readonly HashSet<string> FillerWords =
        ["o", "tai", "thuoc", "cu", "nay", "la", "cua", "truoc", "moi", "va", "toi", "em", "chau", "nha"];

    private readonly NameIndex index;
    private readonly NameReader reader;
    private readonly NameJudgement judgement;

    public CommuneNames(CommuneDirectory directory)
    {
        index = new NameIndex(directory);
        reader = new NameReader(index);
        judgement = new NameJudgement(directory);
    }

    /// <summary>The commune a typed name stands for; the text may also be a short address.</summary>
    public CommuneAnswer Find(string text)
    {
        var words = SpokenWord.Read(VietnameseText.Compose(text));
        var mentions = Few(reader.Read(words));

        if (mentions.Count > 0 && IsNothingElse(words, mentions) && judgement.Judge(mentions) is { } whole)
        {
            return whole;
        }

        return judgement.Judge(NameJudgement.Trusted(mentions)) ?? Misspelt(words, mentions) ?? Unknown();
    }

    /// <summary>The commune named somewhere in a villager's sentence, the hamlet beside it, and what else was said.</summary>
    public CommuneInText FindInText(string text)
    {
        var composed = VietnameseText.Compose(text);
        var words = SpokenWord.Read(composed);
        var mentions = NameJudgement.Trusted(Few(reader.Read(words)));
        var answer = judgement.Judge(mentions) ?? MisspeltAfterLabel(words) ?? Unknown();
        var rest = new SentenceRest(composed, words, answer is CommuneAnswer.Unknown ? [] : mentions);
        return new CommuneInText(answer, rest.Village(), rest.Text());
    }

    // A message with a hundred names is no address; the first few decide, so the work stays linear.
    private static List<NameMention> Few(List<NameMention> mentions) => mentions.Count > MostMentions ? mentions[..MostMentions] : mentions;

    private static bool IsNothingElse(List<SpokenWord> words, List<NameMention> mentions)
    {
        var named = mentions.Sum(mention => mention.Last - mention.First);
        return words.Count <= named + MostNameWords
            && words.Where((_, i) => !mentions.Any(mention => i >= mention.First && i < mention.Last))
                .All(word => FillerWords.Contains(word.Plain));
    }

    private CommuneAnswer? Misspelt(List<SpokenWord> words, List<NameMention> mentions)
    {
        var skip = words.Count > 0 ? NameReader.LabelAt(words, 0) : default;
        var first = skip.Label is NameLabel.Unit ? skip.Length : 0;
        var last = mentions.Where(mention => mention.First > first).Select(mention => mention.First).FirstOrDefault(words.Count);
        return MisspeltAt(words, first, last - first, NameJudgement.DistrictsIn(mentions)) ?? MisspeltAfterLabel(words);
    }

    private CommuneAnswer? MisspeltAfterLabel(List<SpokenWord> words)
    {
        var looked = 0;

        for (var at = 0; at < words.Count && looked < MostMentions; at++)
        {
            if (NameReader.LabelAt(words, at) is not (NameLabel.Unit, var length))
            {
                continue;
            }

            looked++;

            for (var count = 2; count <= 4 && at + length + count <= words.Count; count++)
            {
                if (MisspeltAt(words, at + length, count, []) is { } answer)
                {
                    return answer;
                }
            }
        }

        return null;
    }

    private CommuneAnswer? MisspeltAt(List<SpokenWord> words, int first, int count, IReadOnlyList<string> districts)
    {
        if (count is < 1 or > MostNameWords)
        {
            return null;
        }

        if (index.Joined(words, first, count) is { } joined)
        {
            return judgement.Judge([new NameMention(first, first + count, NameLabel.None, joined, joined.Units, IsTitled: false)]);
        }

        var near = index.Near(words, first, count)
            .Concat(index.EndingWith(words, first, count))
            .SelectMany(meaning => meaning.Units)
            .OrderByDescending(unit => districts.Any(unit.WasIn))
            .Select(unit => unit.Today)
            .ToArray();
        return near.Length > 0 ? new CommuneAnswer.Choose(near, CommuneReasons.Misspelt) : null;
    }

    private static CommuneAnswer.Unknown Unknown() => new(CommuneReasons.NoSuchName);
}

using CommunityBot.Primitives;

namespace CommunityBot.Awareness.Search;

/// <summary>What was asked, word by word, and what each word is worth: rare words much, the little words of asking almost nothing.</summary>
internal sealed class Question
{
    /// <summary>Longer questions are stories: the beginning tells enough.</summary>
    private const int MostWords = 40;

    /// <summary>A word that only asks.</summary>
    private const double LittleShare = 0.15;

    /// <summary>A word no card has may be a filler, a name, or the one thing that was asked for: it counts half against every card.</summary>
    private const double UnknownShare = 0.5;

    private readonly double[] shares;
    private readonly bool[] isGiven;

    /// <param name="index">The cards.</param>
    /// <param name="reader">Cuts the words.</param>
    /// <param name="little">Phrases that only ask.</param>
    /// <param name="text">As it was typed.</param>
    /// <param name="given">Words that go without saying, because they name the topic that is meant: they tell nothing about which of its cards.</param>
    public Question(CardIndex index, WordReader reader, WordFinder<bool> little, string text, string given = "")
    {
        Words = Mended(index, reader.Read(text));
        shares = new double[Words.Count];
        Array.Fill(shares, 1);

        foreach (var found in little.Find(Words).Where(one => one.IsAsWritten))
        {
            Array.Fill(shares, LittleShare, found.Start, found.Length);
        }

        var named = reader.Read(given);
        isGiven = [.. Words.Select(word => named.Exists(one => one.Plain == word.Plain && word.MayBe(one)))];
        Worth = [.. Words.Select((word, at) => WorthOf(index, word, at))];
        Whole = Worth.Sum();
    }

    public List<Word> Words { get; }

    public double[] Worth { get; }

    /// <summary>What a card is worth that holds every word.</summary>
    public double Whole { get; }

    /// <summary>The word before and this one as one word, and how much the pair tells; false for the first word.</summary>
    public bool TryPair(CardIndex index, int at, out Word pair, out double worth)
    {
        pair = at == 0 ? default : CardIndex.Pair(Words[at - 1], Words[at]);
        worth = at == 0 || (isGiven[at - 1] && isGiven[at]) ? 0 : index.Rarity(pair) * Math.Min(shares[at - 1], shares[at]);
        return at > 0;
    }

    /// <summary>How much of the question stands in these words.</summary>
    public double In(List<Word> words)
    {
        var sum = 0.0;

        for (var at = 0; at < Words.Count; at++)
        {
            var asked = Words[at];
            sum += words.Exists(word => word.Plain == asked.Plain && asked.MayBe(word)) ? Worth[at] : 0;
        }

        return sum;
    }

    private double WorthOf(CardIndex index, Word word, int at) =>
        isGiven[at] ? 0 : index.Rarity(word) * shares[at] * (index.Knows(word.Plain) ? 1 : UnknownShare);

    /// <summary>Undoes half-typed Telex ("nuowcs") and a forgotten space ("namdoc") where the cards know the result.</summary>
    private static List<Word> Mended(CardIndex index, List<Word> words)
    {
        var mended = new List<Word>(words.Count);

        foreach (var word in words.Take(MostWords))
        {
            if (index.Knows(word.Plain))
            {
                mended.Add(word);
            }
            else if (KeyboardLeftovers.Telex(word.Plain) is { } undone && index.Knows(undone.Plain))
            {
                mended.Add(new Word(undone.Plain, null));
            }
            else if (SpaceIn(index, word.Plain) is var at and > 0)
            {
                mended.Add(new Word(word.Plain[..at], null));
                mended.Add(new Word(word.Plain[at..], null));
            }
            else
            {
                mended.Add(word);
            }
        }

        return mended;
    }

    private static int SpaceIn(CardIndex index, string word)
    {
        for (var at = 2; at <= word.Length - 2; at++)
        {
            if (index.Knows($"{word[..at]} {word[at..]}"))
            {
                return at;
            }
        }

        return 0;
    }
}

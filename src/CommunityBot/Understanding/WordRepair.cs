using System.Collections.Frozen;
using CommunityBot.Primitives;

namespace CommunityBot.Understanding;

/// <summary>Makes known words of what a hurried thumb typed: "nuowcs", "nuoc1", "voinuoc", "3hom".</summary>
public sealed class WordRepair
{
    private const int ShortestPiece = 2;
    private const int ShortestJoined = 5;
    private const int LongestPiece = 7;

    /// <summary>Every further piece must be worth it: rare readings of many pieces are no words.</summary>
    private const double PricePerPiece = 4;

    private readonly FrozenDictionary<string, double> prices;

    public WordRepair(IEnumerable<Word> spokenWords)
    {
        var counts = spokenWords.CountBy(word => word.Plain, StringComparer.Ordinal).ToList();
        var all = (double)counts.Sum(one => one.Value);
        prices = counts.ToFrozenDictionary(one => one.Key, one => PricePerPiece - Math.Log(one.Value / all), StringComparer.Ordinal);
    }

    /// <summary>Knows every word of the examples and of the vocabulary.</summary>
    public static WordRepair From(Vocabulary vocabulary, IEnumerable<Example> examples) => new(
        examples.Select(example => example.Text).Concat(vocabulary.Meanings.Select(one => one.Phrase)).Concat(vocabulary.Dangers.Select(one => one.Phrase))
            .SelectMany(vocabulary.Reader.Read));

    public List<Word> Repair(List<Word> words)
    {
        if (words.TrueForAll(IsKnown))
        {
            return words;
        }

        var repaired = new List<Word>(words.Count + 4);

        foreach (var word in words)
        {
            Add(repaired, word);
        }

        return repaired;
    }

    private bool IsKnown(Word word) => word.Spelt is not null || prices.ContainsKey(word.Plain);

    private void Add(List<Word> repaired, Word word)
    {
        var digits = word.Plain.AsSpan().IndexOfAnyExceptInRange('0', '9');

        if (IsKnown(word) || digits < 0)
        {
            repaired.Add(word);
        }
        else if (digits > 0)
        {
            repaired.Add(new Word(word.Plain[..digits], null));
            Add(repaired, new Word(word.Plain[digits..], null));
        }
        else if (Undone(word.Plain) is { } meant)
        {
            repaired.Add(meant);
        }
        else if (Pieces(word.Plain) is { } pieces)
        {
            repaired.AddRange(pieces);
        }
        else
        {
            repaired.Add(word);
        }
    }

    private Word? Undone(string word) =>
        KeyboardLeftovers.Telex(word) is { } telex && prices.ContainsKey(telex.Plain) ? telex
        : KeyboardLeftovers.Vni(word) is { } vni && prices.ContainsKey(vni.Plain) ? vni
        : null;

    /// <summary>The likeliest way to cut a word typed without spaces; null when something of it stays unknown.</summary>
    private List<Word>? Pieces(string word)
    {
        if (word.Length < ShortestJoined)
        {
            return null;
        }

        var best = new double[word.Length + 1];
        var from = new int[word.Length + 1];
        best.AsSpan(1).Fill(double.PositiveInfinity);
        var known = prices.GetAlternateLookup<ReadOnlySpan<char>>();

        for (var end = ShortestPiece; end <= word.Length; end++)
        {
            for (var start = Math.Max(0, end - LongestPiece); start <= end - ShortestPiece; start++)
            {
                if (best[start] < double.PositiveInfinity && known.TryGetValue(word.AsSpan(start, end - start), out var price)
                    && best[start] + price < best[end])
                {
                    (best[end], from[end]) = (best[start] + price, start);
                }
            }
        }

        return best[^1] < double.PositiveInfinity ? Cut(word, from) : null;
    }

    private static List<Word> Cut(string word, int[] from)
    {
        var pieces = new List<Word>();

        for (var end = word.Length; end > 0; end = from[end])
        {
            pieces.Add(new Word(word[from[end]..end], null));
        }

        pieces.Reverse();
        return pieces;
    }
}

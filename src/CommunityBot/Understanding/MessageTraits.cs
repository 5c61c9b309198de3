using System.Runtime.InteropServices;
using CommunityBot.Primitives;

namespace CommunityBot.Understanding;

/// <summary>Everything about a message that may speak for a meaning: its words, word pairs, letter groups, marks, and the phrases of the vocabulary in it.</summary>
public sealed class MessageTraits
{
    private const int ShortestGroup = 2;
    private const int LongestGroup = 5;

    private readonly WordFinder<Meaning> meanings;
    private readonly WordFinder<DangerSign> dangers;

    /// <summary>How many different traits there can be; more share a place.</summary>
    public const int Places = 1 << 17;

    /// <summary>Longer messages are judged by their beginning.</summary>
    private const int MostWords = 60;

    public MessageTraits(Vocabulary vocabulary)
        : this(new WordFinder<Meaning>(vocabulary.Reader, vocabulary.Meanings), new WordFinder<DangerSign>(vocabulary.Reader, vocabulary.Dangers))
    {
    }

    internal MessageTraits(WordFinder<Meaning> meanings, WordFinder<DangerSign> dangers) =>
        (this.meanings, this.dangers) = (meanings, dangers);

    /// <summary>The places of all traits of these words, each once.</summary>
    public int[] Of(List<Word> words, bool withPhrases = true)
    {
        var kept = words.Count > MostWords ? words[..MostWords] : words;
        var traits = new HashSet<int>();
        AddWords(traits, kept);
        AddLetterGroups(traits, kept);

        if (withPhrases)
        {
            AddPhrases(traits, kept);
        }

        return [.. traits];
    }

    private static void AddWords(HashSet<int> traits, List<Word> words)
    {
        for (var at = 0; at < words.Count; at++)
        {
            var plain = Hash(1, words[at].Plain);
            traits.Add(Place(plain));

            if (words[at].Spelt is { } spelt)
            {
                traits.Add(Place(Hash(2, spelt)));
            }

            if (at + 1 < words.Count)
            {
                var pair = Hash(Mix(plain, 3), words[at + 1].Plain);
                traits.Add(Place(pair));

                if (words[at].Spelt is not null || words[at + 1].Spelt is not null)
                {
                    traits.Add(Place(Hash(Mix(Hash(4, words[at].Spelt ?? words[at].Plain), 4), words[at + 1].Spelt ?? words[at + 1].Plain)));
                }

                if (at + 2 < words.Count)
                {
                    traits.Add(Place(Hash(Mix(pair, 5), words[at + 2].Plain)));
                    traits.Add(Place(Hash(Mix(plain, 6), words[at + 2].Plain)));
                }
            }
        }

        if (words.Count > 0)
        {
            traits.Add(Place(Hash(7, words[0].Plain)));
            traits.Add(Place(Hash(8, words[^1].Plain)));
        }

        traits.Add(Place(Mix(9, (uint)Math.Min(words.Count, 12))));
    }

    /// <summary>Groups of two to five letters, also across word ends: they survive misspelling and lost spaces.</summary>
    private static void AddLetterGroups(HashSet<int> traits, List<Word> words)
    {
        var line = $" {string.Join(' ', words.Select(word => word.Plain))} ";

        for (var length = ShortestGroup; length <= LongestGroup; length++)
        {
            for (var start = 0; start + length <= line.Length; start++)
            {
                traits.Add(Place(Hash((uint)(10 + length), line.AsSpan(start, length))));
            }
        }
    }

    private void AddPhrases(HashSet<int> traits, List<Word> words)
    {
        foreach (var found in meanings.Find(words))
        {
            var (intent, key, weight) = found.Value;
            var subject = Hash(Mix(20, (uint)intent), key ?? "");
            traits.Add(Place(Mix(subject, found.IsAsWritten ? (uint)(weight + 10) : 0)));
            if (found.IsAsWritten && weight > 0)
            {
                traits.Add(Place(Mix(subject, (uint)(100 + found.Length))));
            }
        }

        foreach (var found in dangers.Find(words))
        {
            if (found.IsAsWritten)
            {
                traits.Add(Place(Hash(Mix(30, (uint)found.Value.Kind), found.Value.Number?.Number ?? "")));
            }
        }
    }

    private static int Place(uint hash) => (int)((hash ^ (hash >> 15)) * 2654435761u >> 15);

    private static uint Mix(uint hash, uint with) => (hash ^ (with + 0x9E3779B9u + (hash << 6) + (hash >> 2))) * 16777619u;

    private static uint Hash(uint seed, ReadOnlySpan<char> letters)
    {
        var hash = 2166136261u ^ (seed * 0x85EBCA6Bu);

        foreach (var letter in letters)
        {
            hash = (hash ^ letter) * 16777619u;
        }

        return hash;
    }
}

using System.Collections.Frozen;

namespace CommunityBot.Primitives;

/// <summary>Finds many known phrases in a message in one pass, with or without diacritics; the time grows with the message, not with the list.</summary>
/// <typeparam name="T">What a phrase stands for.</typeparam>
public sealed class WordFinder<T>
{
    private readonly WordReader reader;
    private readonly Dictionary<string, int> ids = new(StringComparer.Ordinal);
    private readonly Dictionary<long, int> edges = [];
    private readonly List<List<Entry>?> entries = [null];
    private readonly FrozenDictionary<string, int> known;
    private readonly FrozenDictionary<long, int> steps;

    public WordFinder(WordReader reader, IEnumerable<(string Phrase, T Value)> phrases)
    {
        this.reader = reader;

        foreach (var (phrase, value) in phrases)
        {
            Add(reader.Read(phrase), value);
        }

        known = ids.ToFrozenDictionary(StringComparer.Ordinal);
        steps = edges.ToFrozenDictionary();
    }

    /// <summary>Every phrase in the text, also the ones inside longer ones, in reading order.</summary>
    public List<Found<T>> Find(string text) => Find(reader.Read(text));

    public List<Found<T>> Find(List<Word> words)
    {
        var found = new List<Found<T>>();
        var spoken = words.ConvertAll(IdOf);

        for (var start = 0; start < words.Count; start++)
        {
            var node = 0;

            for (var at = start; at < words.Count && spoken[at] >= 0 && steps.TryGetValue(Step(node, spoken[at]), out node); at++)
            {
                Collect(node, words, start, at - start + 1, found);
            }
        }

        return found;
    }

    /// <summary>True when a phrase stands in the text with no mark against it.</summary>
    public bool FindsAny(string text) => Find(text).Exists(one => one.IsAsWritten);

    private void Collect(int node, List<Word> words, int start, int length, List<Found<T>> found)
    {
        if (entries[node] is not { } here)
        {
            return;
        }

        foreach (var entry in here)
        {
            var (isAsWritten, isGuessed) = (true, false);

            for (var i = 0; i < length; i++)
            {
                var word = words[start + i];
                isAsWritten &= word.MayBe(entry.Words[i]);
                isGuessed |= word.Spelt is null && entry.Words[i].Spelt is not null;
            }

            found.Add(new Found<T>(entry.Value, start, length, isAsWritten, isGuessed));
        }
    }

    private void Add(List<Word> words, T value)
    {
        if (words.Count == 0)
        {
            throw new ArgumentException("A phrase without a word cannot be found.", nameof(words));
        }

        var node = 0;

        foreach (var word in words)
        {
            if (!ids.TryGetValue(word.Plain, out var id))
            {
                ids[word.Plain] = id = ids.Count;
            }

            if (!edges.TryGetValue(Step(node, id), out var next))
            {
                edges[Step(node, id)] = next = entries.Count;
                entries.Add(null);
            }

            node = next;
        }

        (entries[node] ??= []).Add(new Entry([.. words], value));
    }

    private static long Step(int node, int word) => ((long)node << 32) | (uint)word;

    private int IdOf(Word word)
    {
        if (known.TryGetValue(word.Plain, out var id))
        {
            return id;
        }

        return KeyboardLeftovers.Telex(word.Plain) is { } undone && known.TryGetValue(undone.Plain, out id) ? id : -1;
    }

    private sealed record Entry(Word[] Words, T Value);
}

/// <summary>A phrase that stands in a message.</summary>
/// <param name="Value">What the phrase stands for.</param>
/// <param name="Start">The first word, counted from 0.</param>
/// <param name="Length">How many words.</param>
/// <param name="IsAsWritten">False when the marks the villager typed say it is another word.</param>
/// <param name="IsGuessed">True when marks of the phrase were not typed: "bo" may be "bò", "bỏ" or "bố".</param>
public readonly record struct Found<T>(T Value, int Start, int Length, bool IsAsWritten, bool IsGuessed);

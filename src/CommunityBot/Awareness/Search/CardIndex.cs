using System.Collections.Frozen;
using CommunityBot.Primitives;

namespace CommunityBot.Awareness.Search;

/// <summary>Which word and which pair of words stands in which card, and how prominently: built once at start, read in microseconds.</summary>
internal sealed class CardIndex
{
    /// <summary>A word of the heading counts like so many of the text.</summary>
    private const double TitleWeight = 3;

    /// <summary>The topic's title speaks a little for each of its cards.</summary>
    private const double TopicWeight = 0.5;

    // The usual constants of BM25: how soon repeating a word stops to count, and how much long cards are held back.
    private const double Saturation = 1.2;
    private const double LengthShare = 0.5;

    private readonly FrozenDictionary<string, Posting[]> postings;
    private readonly double[] lengths;
    private readonly double averageLength;

    public CardIndex(TopicCatalogue topics, WordReader reader)
    {
        var places = new List<(Topic Topic, int At)>();
        var building = new Dictionary<(string Term, string? Spelt), Dictionary<int, double>>();
        var cardLengths = new List<double>();

        foreach (var topic in topics.All)
        {
            for (var at = 0; at < topic.Cards.Count; at++)
            {
                var card = topic.Cards[at];
                var length = Add(reader.Read(topic.Title), TopicWeight)
                    + Add(reader.Read(card.Title), TitleWeight)
                    + Add(reader.Read(card.Text), 1);
                places.Add((topic, at));
                cardLengths.Add(length);
            }
        }

        Places = places;
        lengths = [.. cardLengths];
        averageLength = lengths.Length == 0 ? 1 : Math.Max(1, lengths.Average());
        postings = building
            .SelectMany(term => term.Value.Select(one => (term.Key.Term, Posting: new Posting(one.Key, term.Key.Spelt, one.Value))))
            .GroupBy(one => one.Term, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.Select(one => one.Posting).ToArray(), StringComparer.Ordinal);

        double Add(List<Word> words, double weight)
        {
            for (var at = 0; at < words.Count; at++)
            {
                Count(words[at], weight);

                if (at > 0)
                {
                    Count(Pair(words[at - 1], words[at]), weight);
                }
            }

            return words.Count * weight;
        }

        void Count(Word word, double weight)
        {
            var key = (word.Plain, word.Spelt);

            if (!building.TryGetValue(key, out var cards))
            {
                building[key] = cards = [];
            }

            cards[places.Count] = cards.GetValueOrDefault(places.Count) + weight;
        }
    }

    /// <summary>Every card by its number in the index.</summary>
    public IReadOnlyList<(Topic Topic, int At)> Places { get; }

    public bool Knows(string term) => postings.ContainsKey(term);

    public ReadOnlySpan<Posting> Find(string term) => postings.TryGetValue(term, out var found) ? found : [];

    /// <summary>How much a word tells: the fewer cards have it, the more.</summary>
    public double Rarity(Word word)
    {
        var cards = 0;

        foreach (ref readonly var posting in Find(word.Plain))
        {
            cards += posting.Is(word) ? 1 : 0;
        }

        return Math.Log(1 + ((lengths.Length - cards + 0.5) / (cards + 0.5)));
    }

    public double Strength(in Posting posting)
    {
        var room = 1 - LengthShare + (LengthShare * lengths[posting.Card] / averageLength);
        return posting.Weight * (Saturation + 1) / (posting.Weight + (Saturation * room));
    }

    /// <summary>Two neighbours as one word: "nấm độc" is more than "nấm" and "độc".</summary>
    public static Word Pair(Word first, Word second) => new(
        $"{first.Plain} {second.Plain}",
        first.Spelt is null && second.Spelt is null ? null : $"{first.Spelt ?? first.Plain} {second.Spelt ?? second.Plain}");
}

/// <summary>A word stands in a card.</summary>
/// <param name="Card">Number of the card in the index.</param>
/// <param name="Spelt">With its marks; null when it has none.</param>
/// <param name="Weight">How often, the heading counting more.</param>
internal readonly record struct Posting(int Card, string? Spelt, double Weight)
{
    /// <summary>True unless the typed marks say that another word is meant.</summary>
    public bool Is(Word typed) => typed.Spelt is null || typed.Spelt == Spelt;
}

using CommunityBot.Primitives;

namespace CommunityBot.Awareness.Search;

/// <summary>Finds the cards that answer a villager's words, typed with marks or without, by what they say and by the villagers' own names for it.</summary>
public sealed class CardSearch
{
    /// <summary>Marks that contradict the card's count little: people misspell.</summary>
    private const double MisspeltShare = 0.25;

    /// <summary>One syllable is rarely a whole Vietnamese word; two together usually are.</summary>
    private const double SyllableShare = 0.6;

    /// <summary>So much of what was asked must be found in a card before it is shown.</summary>
    private const double LeastCovered = 0.4;

    /// <summary>Less is enough once the topic is known.</summary>
    private const double LeastCoveredInTopic = 0.25;

    /// <summary>From here on a name alone leads to its topic.</summary>
    private const double ClearName = 2;

    /// <summary>What the villagers' name of a topic adds to each card of it, at most.</summary>
    private const double NameBonus = 4;

    /// <summary>A later card of a topic is shown first only when it fits so much better than its first.</summary>
    private const double ClearlyBetter = 1.25;

    private readonly WordReader reader;
    private readonly CardIndex index;
    private readonly WordFinder<TopicName> names;
    private readonly WordFinder<bool> little;

    public CardSearch(TopicCatalogue topics, SearchWords words)
    {
        reader = words.Reader;
        index = new CardIndex(topics, words.Reader);
        names = new WordFinder<TopicName>(reader, words.Names);
        little = new WordFinder<bool>(reader, words.Little.Select(phrase => (phrase, true)));
    }

    /// <summary>The best cards, best first; none when nothing fits.</summary>
    public IReadOnlyList<CardHit> Find(string text, int most = 3)
    {
        var question = new Question(index, reader, little, text);
        var fits = FitsOf(question);
        var best = Enumerable.Range(0, fits.Length)
            .Where(card => fits[card].Points > 0 && fits[card].Covered >= LeastCovered * question.Whole)
            .OrderByDescending(card => fits[card].Points)
            .ThenBy(card => card)
            .Take(most);
        return [.. best.Select(card => HitOf(question, card, fits[card].Points))];
    }

    /// <summary>The place of the card of a topic that answers best: the first one unless another fits clearly better.</summary>
    public int BestIn(Topic topic, string text)
    {
        var question = new Question(index, reader, little, text, topic.Title);
        var fits = FitsOf(question);
        var own = Enumerable.Range(0, fits.Length).Where(card => index.Places[card].Topic.Key == topic.Key).ToList();
        var best = own.MaxBy(card => fits[card].Points);
        var isClear = fits[best].Covered >= LeastCoveredInTopic * question.Whole && fits[best].Points > fits[own[0]].Points * ClearlyBetter;
        return isClear ? index.Places[best].At : 0;
    }

    private Fit[] FitsOf(Question question)
    {
        var fits = new Fit[index.Places.Count];

        for (var at = 0; at < question.Words.Count; at++)
        {
            Add(fits, question.Words[at], question.Worth[at] * SyllableShare, covers: question.Worth[at]);

            if (question.TryPair(index, at, out var pair, out var worth))
            {
                Add(fits, pair, worth, covers: 0);
            }
        }

        AddNames(fits, question);
        return fits;
    }

    private void Add(Fit[] fits, Word word, double worth, double covers)
    {
        foreach (ref readonly var posting in index.Find(word.Plain))
        {
            var share = posting.Is(word) ? 1 : MisspeltShare;
            ref var fit = ref fits[posting.Card];
            fit.Points += worth * share * index.Strength(posting);
            fit.Covered += posting.Is(word) ? covers : 0;
        }
    }

    /// <summary>"Hố xí" stands in no card, yet every card about latrines is about it.</summary>
    private void AddNames(Fit[] fits, Question question)
    {
        foreach (var topic in names.Find(question.Words).Where(found => found.IsAsWritten).GroupBy(found => found.Value.Topic))
        {
            var weight = topic.Sum(found => found.Value.Weight);

            if (weight < ClearName)
            {
                continue;
            }

            var named = topic.Where(found => found.Value.Weight > 0).SelectMany(found => Enumerable.Range(found.Start, found.Length)).Distinct();
            var covered = named.Sum(word => question.Worth[word]);

            for (var card = 0; card < fits.Length; card++)
            {
                if (index.Places[card].Topic.Key == topic.Key)
                {
                    fits[card].Points += NameBonus * weight / (weight + ClearName);
                    fits[card].Covered = Math.Max(fits[card].Covered, covered);
                }
            }
        }
    }

    private CardHit HitOf(Question question, int card, double points)
    {
        var (topic, at) = index.Places[card];
        return new CardHit(topic, at, ContextLine.Of(topic.Cards[at], line => question.In(reader.Read(line))), points);
    }

    /// <summary>How well a card fits, and how much of the question it covers.</summary>
    private record struct Fit(double Points, double Covered);
}

using System.Collections.Frozen;

namespace CommunityBot.Awareness;

/// <summary>All topics a villager can choose from, in the order of the menu.</summary>
/// <param name="topics">In Vietnamese, complete.</param>
/// <param name="translations">By language; a card or quiz that is missing there is shown whole in Vietnamese.</param>
public sealed class TopicCatalogue(
    IReadOnlyList<Topic> topics,
    IReadOnlyDictionary<string, IReadOnlyList<Topic>>? translations = null)
{
    private readonly FrozenDictionary<string, Topic> byKey = topics.ToFrozenDictionary(topic => topic.Key, StringComparer.Ordinal);

    private readonly FrozenDictionary<string, TopicCatalogue> byLanguage = (translations ?? new Dictionary<string, IReadOnlyList<Topic>>())
        .ToFrozenDictionary(one => one.Key, one => new TopicCatalogue(Translate(topics, one.Value)), StringComparer.Ordinal);

    public IReadOnlyList<Topic> All => topics;

    public Topic? Find(string key) => byKey.GetValueOrDefault(key);

    public TopicCard? FindCard(CardLink link) => Find(link.Topic)?.FindCard(link.Card);

    /// <summary>The same topics for somebody who chose a language; Vietnamese where nothing is translated.</summary>
    public TopicCatalogue In(string? language) => language is not null && byLanguage.TryGetValue(language, out var catalogue) ? catalogue : this;

    private static IReadOnlyList<Topic> Translate(IReadOnlyList<Topic> originals, IReadOnlyList<Topic> translated) =>
        [.. originals.Select(original => translated.FirstOrDefault(topic => topic.Key == original.Key) is { } topic ? Translate(original, topic) : original)];

    private static Topic Translate(Topic original, Topic translated) => original with
    {
        Title = translated.Title,
        ButtonLabel = translated.ButtonLabel,
        Cards = [.. original.Cards.Select(card => translated.FindCard(card.Id) is { } other
            ? other with { NeedsReview = card.NeedsReview, More = card.More, Audio = card.Audio }
            : card)],
        Quizzes = translated.Quizzes.Count > 0 ? translated.Quizzes : original.Quizzes,
    };
}

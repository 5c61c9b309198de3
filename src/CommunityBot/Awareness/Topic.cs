namespace CommunityBot.Awareness;

/// <summary>Something a villager can learn here, in small cards.</summary>
public sealed record Topic
{
    /// <summary>The largest text of one message.</summary>
    public const int LongestMessage = 320;

    /// <summary>The largest label of a button.</summary>
    public const int LongestButton = 20;

    /// <summary>Stable name of the folder, such as <c>waste_sorting</c>.</summary>
    public required string Key { get; init; }

    /// <summary>As the villager reads it.</summary>
    public required string Title { get; init; }

    /// <summary>At most 20 characters.</summary>
    public required string ButtonLabel { get; init; }

    /// <summary>In reading order, at least one.</summary>
    public required IReadOnlyList<TopicCard> Cards { get; init; }

    /// <summary>Sets of three to five questions; none when the topic has no quiz.</summary>
    public IReadOnlyList<QuizSet> Quizzes { get; init; } = [];

    /// <summary>Keys of the areas of the province's plan this topic serves.</summary>
    public IReadOnlyList<string> Areas { get; init; } = [];

    /// <summary>Where the facts come from.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>When the facts were last compared with their sources.</summary>
    public DateOnly CheckedOn { get; init; }

    /// <summary>Which trades have read it, and who signed; empty while nobody has.</summary>
    public IReadOnlyDictionary<ReviewField, string> Reviews { get; init; } = new Dictionary<ReviewField, string>();

    /// <summary>The card with this id.</summary>
    public TopicCard? FindCard(string id) => Cards.FirstOrDefault(card => card.Id == id);

    /// <summary>Where a card stands in reading order, from 0; -1 when it is not in this topic.</summary>
    public int PlaceOf(string cardId)
    {
        for (var at = 0; at < Cards.Count; at++)
        {
            if (Cards[at].Id == cardId)
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>True while no professional of the field has signed for the card.</summary>
    public bool AwaitsReview(TopicCard card) => card.NeedsReview is { } field && !Reviews.ContainsKey(field);
}

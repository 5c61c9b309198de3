using CommunityBot.Primitives;

namespace CommunityBot.Awareness;

/// <summary>One message of a topic: a short heading, a few sentences, perhaps a drawing.</summary>
public sealed record TopicCard
{
    /// <summary>Stable within its topic; it stands in buttons that villagers press weeks later.</summary>
    public required string Id { get; init; }

    /// <summary>Heading, shown above the text.</summary>
    public required string Title { get; init; }

    /// <summary>With the heading at most 320 characters; dated facts are filled in.</summary>
    public required string Text { get; init; }

    /// <summary>The language the whole card is written in.</summary>
    public string Language { get; init; } = Languages.Vietnamese;

    /// <summary>Shown with the text, when there is one.</summary>
    public Picture? Picture { get; init; }

    /// <summary>Which professional must have read it (first aid, chemicals, animals); null when any reader may believe it.</summary>
    public ReviewField? NeedsReview { get; init; }

    /// <summary>Another card that goes on from here.</summary>
    public CardLink? More { get; init; }

    /// <summary>The dated facts (fines, loans, numbers, laws) that were filled in.</summary>
    public IReadOnlyList<Fact> Facts { get; init; } = [];

    /// <summary>Language to sound file inside the content folder (<c>audio/tay/latrine.distance.ogg</c>).</summary>
    public IReadOnlyDictionary<string, string> Audio { get; init; } = new Dictionary<string, string>();

    /// <summary>What is sent: heading, then text.</summary>
    public string Message => $"{Title}\n{Text}";

    /// <summary>True when one of its facts no longer holds on that day.</summary>
    public bool IsOutdatedOn(DateOnly day) => Facts.Any(fact => !fact.HoldsOn(day));
}

/// <summary>A card of some topic, by its stable names.</summary>
public sealed record CardLink(string Topic, string Card)
{
    public override string ToString() => $"{Topic}/{Card}";
}

/// <summary>The trades that sign for what could harm somebody when it is wrong.</summary>
public enum ReviewField
{
    /// <summary>Trạm y tế: first aid, poisoning, disease.</summary>
    Health,

    /// <summary>Khuyến nông: pesticides, fertiliser, crops.</summary>
    Agriculture,

    /// <summary>Thú y: sick and dead animals.</summary>
    Veterinary,

    /// <summary>Môi trường: waste, waste water, gas.</summary>
    Environment,
}

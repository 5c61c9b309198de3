using CommunityBot.Awareness;

namespace CommunityBot.Files.Content;

/// <summary>The file whose cards are read, and what its cards may refer to.</summary>
/// <param name="Topic">Key of the topic.</param>
/// <param name="Language">All cards of the file are in it.</param>
/// <param name="File">Named in mistakes.</param>
/// <param name="FirstLine">The line of the file on which the cards begin.</param>
internal sealed record CardSource(string Topic, string Language, string File, int FirstLine);

/// <summary>What all content files refer to: drawings, facts, sounds.</summary>
internal sealed record ContentShelf(PictureFolder Pictures, FactBook Facts, AudioFolder Audio);

/// <summary>A card as it stands in a file; where it stands is needed to name mistakes that show only later.</summary>
internal sealed record WrittenCard(TopicCard Card, string Topic, string File, int Line)
{
    public CardLink Link => new(Topic, Card.Id);
}

/// <summary>The words by which content files name the trades that sign.</summary>
internal static class ReviewFields
{
    public static IReadOnlyDictionary<string, ReviewField> Names { get; } = new Dictionary<string, ReviewField>(StringComparer.Ordinal)
    {
        ["health"] = ReviewField.Health,
        ["agriculture"] = ReviewField.Agriculture,
        ["veterinary"] = ReviewField.Veterinary,
        ["environment"] = ReviewField.Environment,
    };
}

using CommunityBot.Primitives;

namespace CommunityBot.Awareness.Search;

/// <summary>The villagers' own words for what the cards say: short forms, other names of a topic's things, and the little words of a question.</summary>
/// <param name="Reader">Cuts and writes out words, the same for cards and questions.</param>
/// <param name="Names">Phrases that name a topic ("hố xí", "cầu tõm"), with how strongly.</param>
/// <param name="Little">Phrases that only ask ("thế nào", "cho hỏi") and say nothing about what.</param>
public sealed record SearchWords(
    WordReader Reader,
    IReadOnlyList<(string Phrase, TopicName Name)> Names,
    IReadOnlyList<string> Little);

/// <summary>A phrase speaks for a topic.</summary>
/// <param name="Topic">Key of the topic.</param>
/// <param name="Weight">How strongly; negative speaks against.</param>
public readonly record struct TopicName(string Topic, double Weight);

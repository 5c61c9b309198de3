using CommunityBot.Primitives;

namespace CommunityBot.Understanding;

/// <summary>The hand-written words and phrases of <c>content/vocabulary</c>.</summary>
/// <param name="Reader">Knows the short forms.</param>
/// <param name="Dangers">Phrases of danger, and those that only sound like it.</param>
/// <param name="Meanings">Phrases that speak for or against an intent, topic or category.</param>
/// <param name="Commands">Whole messages that are commands.</param>
/// <param name="Numbers">Whole messages that are a number: "hai", "số 2".</param>
public sealed record Vocabulary(
    WordReader Reader,
    IReadOnlyList<(string Phrase, DangerSign Sign)> Dangers,
    IReadOnlyList<(string Phrase, Meaning Meaning)> Meanings,
    IReadOnlyList<(string Phrase, Command Command)> Commands,
    IReadOnlyList<(string Phrase, int Number)> Numbers);

/// <summary>What a phrase speaks for.</summary>
/// <param name="Intent">The intent.</param>
/// <param name="Key">The topic or category; null: the phrase speaks for every topic or category that is also mentioned.</param>
/// <param name="Weight">How strongly; negative speaks against.</param>
public sealed record Meaning(Intent Intent, string? Key, double Weight);

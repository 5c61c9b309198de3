using CommunityBot.Primitives;

namespace CommunityBot.Reports;

/// <summary>Words that make a report more urgent: "nhiều nhà mất nước" is worse than one tap.</summary>
public sealed class RaiseRule(Severity to, WordReader reader, IEnumerable<string> phrases, string? advice, string? number)
{
    private readonly WordFinder<bool> finder = new(reader, phrases.Select(phrase => (phrase, true)));

    public Severity To { get; } = to;

    /// <summary>What to say instead of the category's own advice.</summary>
    public string? Advice { get; } = advice;

    /// <summary>The emergency number that belongs to it: 114, 115…</summary>
    public string? Number { get; } = number;

    public bool Fits(string words) => finder.FindsAny(words);
}

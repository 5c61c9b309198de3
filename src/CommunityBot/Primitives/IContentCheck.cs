namespace CommunityBot.Primitives;

/// <summary>Reads one part of the content and tells its writers every mistake at once; <c>content check</c> asks all of them.</summary>
public interface IContentCheck
{
    ContentFindings Check();
}

/// <summary>What a check found.</summary>
/// <param name="Mistakes">The bot does not start with any of these.</param>
/// <param name="Hints">Worth mending; the bot starts all the same.</param>
public sealed record ContentFindings(IReadOnlyList<ContentMistake> Mistakes, IReadOnlyList<ContentMistake> Hints)
{
    /// <summary>How much there is, and how much of it has drawings, sounds, translations and signatures; one sentence a line.</summary>
    public IReadOnlyList<string> Coverage { get; init; } = [];
}

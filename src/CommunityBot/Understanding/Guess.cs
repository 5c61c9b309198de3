namespace CommunityBot.Understanding;

/// <summary>What a message may mean.</summary>
/// <param name="Intent">What is wanted.</param>
/// <param name="Key">Topic, category or emergency number; null where the intent needs none.</param>
/// <param name="Confidence">0 to 1.</param>
public sealed record Guess(Intent Intent, string? Key, double Confidence);

/// <summary>What the reader made of a message.</summary>
/// <param name="Danger">Set when somebody may be in danger: its sentence is said before everything else.</param>
/// <param name="Command">Set when the whole message is a typed command.</param>
/// <param name="Guesses">At most three, best first; empty when no word was known.</param>
public sealed record Understood(DangerNumber? Danger, Command? Command, IReadOnlyList<Guess> Guesses)
{
    /// <summary>From here on the bot acts without asking back.</summary>
    public const double SureFrom = 0.6;

    public bool IsSure => Guesses is [var best, ..] && best.Confidence >= SureFrom;
}

/// <summary>A number to call at once.</summary>
/// <param name="Number">111 to 115.</param>
/// <param name="Sentence">What the villager reads first, at most 320 characters.</param>
public sealed record DangerNumber(string Number, string Sentence);

namespace CommunityBot.Understanding;

/// <summary>What a message is about: the wish, and the topic, category or emergency number where the wish needs one.</summary>
/// <param name="Intent">What is wanted.</param>
/// <param name="Key">Topic, category or number; null where the intent needs none.</param>
public readonly record struct Subject(Intent Intent, string? Key)
{
    /// <summary>An answer to a question (a place, a name, a number), not a wish of its own.</summary>
    public static Subject Nothing { get; } = new(Intent.OutOfScope, "nothing");

    /// <summary>As in files and output: <c>report:litter</c>, <c>thanks</c>.</summary>
    public override string ToString() => Key is null ? IntentReader.NameOf(Intent) : $"{IntentReader.NameOf(Intent)}:{Key}";
}

using System.Diagnostics.CodeAnalysis;

namespace CommunityBot.Awareness.Voice;

/// <summary>What a sound file reads aloud to a villager: a card of a topic, or one of the bot's sentences.</summary>
public readonly record struct ClipTarget
{
    private const string CardPrefix = "card:";
    private const string PhrasePrefix = "phrase:";

    /// <summary>Buttons carry a target, and a button's key holds 64 bytes.</summary>
    private const int Longest = 48;

    private readonly string? name;

    private ClipTarget(string name) => this.name = name;

    public static ClipTarget OfCard(string topic, string card) => new($"{CardPrefix}{topic}.{card}");

    public static ClipTarget OfPhrase(string key) => new(PhrasePrefix + key);

    public static bool TryParse([NotNullWhen(true)] string? text, out ClipTarget target)
    {
        target = default;

        if (text is null or { Length: > Longest } || !(IsName(text, CardPrefix) || IsName(text, PhrasePrefix)))
        {
            return false;
        }

        target = new ClipTarget(text);
        return true;
    }

    /// <summary>Topic and card, when it is a card.</summary>
    public (string Topic, string Card)? Card => Part(CardPrefix) is { } both ? (both[..Dot(both)], both[(Dot(both) + 1)..]) : null;

    /// <summary>The key of the sentence, when it is one.</summary>
    public string? Phrase => Part(PhrasePrefix);

    public override string ToString() => name ?? throw new InvalidOperationException("A clip of nothing.");

    private static bool IsName(string text, string prefix) =>
        text.StartsWith(prefix, StringComparison.Ordinal)
        && text[prefix.Length..] is var rest
        && Dot(rest) > 0 && Dot(rest) < rest.Length - 1
        && rest.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '_' or '.');

    private static int Dot(string text) => text.IndexOf('.', StringComparison.Ordinal);

    private string? Part(string prefix) => name?.StartsWith(prefix, StringComparison.Ordinal) is true ? name[prefix.Length..] : null;
}

namespace CommunityBot.Primitives;

/// <summary>One word of what somebody wrote.</summary>
/// <param name="Plain">Lower case without marks: what is compared first.</param>
/// <param name="Spelt">With its marks, when the writer typed any; null when the word was typed plain.</param>
public readonly record struct Word(string Plain, string? Spelt)
{
    /// <summary>True when this typed word may be meant as the known one: "chảy" is not "cháy", but "chay" may be either.</summary>
    public bool MayBe(Word known) => Spelt is null || string.Equals(Spelt, known.Spelt, StringComparison.Ordinal);
}

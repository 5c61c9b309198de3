namespace CommunityBot.Primitives;

/// <summary>One word of what somebody wrote.</summary>
/// <param name="Plain">Lower case without marks: what is compared first.</param>
/// <param name="Spelt">With its marks, when the writer typed any; null when the word was typed plain.</param>
public readonly record struct Word(string Plain, string? Spelt)
{
    /// <summary>True unless both were typed with marks and the marks differ: "chảy" is not "cháy", but "chay" may be either.</summary>
    public bool MayBe(Word other) => Spelt is null || other.Spelt is null || string.Equals(Spelt, other.Spelt, StringComparison.Ordinal);
}

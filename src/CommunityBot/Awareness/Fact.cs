using CommunityBot.Primitives;

namespace CommunityBot.Awareness;

/// <summary>Something that changes with time: a fine, a loan, a phone number, the name of a law. Cards name it by key, so it is mended in one place.</summary>
/// <param name="Key">As cards write it: <c>{fact:waste_fine}</c>.</param>
/// <param name="Text">What is filled in, in Vietnamese.</param>
/// <param name="Source">Where it is written.</param>
/// <param name="CheckedOn">When somebody last compared it with the source.</param>
/// <param name="ValidFrom">First day it holds; null when it always did.</param>
/// <param name="ValidTo">Last day it holds; null while no end is known.</param>
public sealed record Fact(string Key, string Text, string Source, DateOnly CheckedOn, DateOnly? ValidFrom, DateOnly? ValidTo)
{
    /// <summary>The same in other languages, by language.</summary>
    public IReadOnlyDictionary<string, string> Translations { get; init; } = new Dictionary<string, string>();

    public bool HoldsOn(DateOnly day) => (ValidFrom is not { } from || day >= from) && (ValidTo is not { } to || day <= to);

    /// <summary>The words of a language, or null when nobody translated it.</summary>
    public string? In(string language) => language == Languages.Vietnamese ? Text : Translations.GetValueOrDefault(language);
}

using CommunityBot.Primitives;

namespace CommunityBot.Phrases;

/// <summary>The languages a villager may choose: Vietnamese, and those somebody has read and signed for.</summary>
public sealed class OfferedLanguages(IReadOnlyList<Language> reviewed)
{
    /// <summary>Vietnamese first.</summary>
    public IReadOnlyList<Language> All { get; } = [new Language(Languages.Vietnamese, "Tiếng Việt", null), .. reviewed];

    /// <summary>False while there is nothing to choose from.</summary>
    public bool IsChoice => All.Count > 1;

    public Language? Find(string code) => All.FirstOrDefault(language => language.Code == code);
}

/// <summary>A language the bot can speak.</summary>
/// <param name="Code">As in file names: <c>tay</c>, <c>en</c>.</param>
/// <param name="Name">As its speakers read it, at most 20 characters.</param>
/// <param name="ReviewedBy">Who has read its sentences and cards; null for Vietnamese.</param>
public sealed record Language(string Code, string Name, string? ReviewedBy);

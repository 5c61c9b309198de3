namespace CommunityBot.Phrases;

/// <summary>One sentence for a villager or an officer, with the places where names and numbers are filled in.</summary>
/// <param name="Key">Feature, dot, name: <c>report.ask_photo</c>.</param>
/// <param name="Text">Vietnamese; a place to fill in is written {name}.</param>
public sealed record Phrase(string Key, string Text)
{
    /// <summary>The places to fill in, each once.</summary>
    public IReadOnlyList<string> Places => [.. PhraseParts.Cut(Text).Where(part => part.IsPlace).Select(part => part.Text).Distinct()];
}

using CommunityBot.Awareness;
using CommunityBot.Phrases;
using CommunityBot.Primitives;
using CommunityBot.Reports;
using CommunityBot.Tickets;
using CommunityBot.Understanding;

namespace CommunityBot.Files.Content;

/// <summary>The whole content as it was read, with what is wrong with it.</summary>
internal sealed record LoadedContent(
    TopicCatalogue Topics,
    IReadOnlyList<WrittenCard> Cards,
    PlanBook Plans,
    FactBook Facts,
    CategoryCatalogue Categories,
    OutcomeCatalogue Outcomes,
    ContactBook Contacts,
    Phrasebook Phrases,
    IReadOnlyDictionary<string, IReadOnlyList<Phrase>> Translations,
    OfferedLanguages Languages,
    Vocabulary Vocabulary,
    IReadOnlyList<Example> Examples,
    IPictures Pictures,
    IReadOnlyList<CheckedDate> Dates,
    ContentFindings Findings)
{
    /// <summary>This content, if the bot may start with it.</summary>
    /// <exception cref="ContentException">There are mistakes; all of them are in it.</exception>
    public LoadedContent WithoutMistakes() => Findings.Mistakes.Count == 0 ? this : throw new ContentException(Findings.Mistakes);
}

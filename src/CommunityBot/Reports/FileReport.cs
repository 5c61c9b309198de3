using CommunityBot.Messages;
using CommunityBot.Storage;
using CommunityBot.Tickets;
using CommunityBot.Villagers;

namespace CommunityBot.Reports;

/// <summary>The villager's "gửi": the draft becomes a ticket in the same commit, with as much of the reporter as they allowed.</summary>
public sealed class FileReport(CategoryCatalogue categories, OpenTicket openTicket)
{
    /// <summary>Whoever hides from the commune does not tell their messenger either.</summary>
    private const string HiddenChannel = "hidden";

    public Ticket Run(Work work, ReportDraft draft, Villager villager, string? senderName, DateTimeOffset now)
    {
        var key = draft.Category ?? CategoryCatalogue.Unsorted;
        var category = categories.Find(key) ?? throw new InvalidOperationException($"The category {key} is not in content/categories.");
        var isNobody = draft.Anonymity == Anonymity.NothingStored;
        var place = draft.Place;

        return openTicket.Run(work, new ReportFacts
        {
            Category = key,
            Severity = category.Judge(draft.Words).Severity,
            Words = draft.Words,
            Files = [.. draft.Files.OrderBy(file => file.Kind == FileKind.Voice)],
            Place = new TicketPlace(place.Commune ?? place.NotServed, isNobody ? place.Point?.Blurred() : place.Point, place.Village, place.AssetCode, place.Why),
            Culprit = draft.Culprit,
            Reporter = ReporterOf(draft, villager, senderName),
            From = draft.Anonymity == Anonymity.Named ? villager.Conversation.Channel : HiddenChannel,
            ReceivedAt = now,
        });
    }

    private static Reporter ReporterOf(ReportDraft draft, Villager villager, string? senderName) => draft.Anonymity switch
    {
        Anonymity.Named => new Reporter(villager.Conversation, senderName, draft.Phone, Anonymity.Named, draft.ForSomebodyElse),
        Anonymity.HiddenFromCommune => new Reporter(villager.Conversation, null, null, Anonymity.HiddenFromCommune, null),
        Anonymity.NothingStored => new Reporter(null, null, null, Anonymity.NothingStored, null),
    };
}

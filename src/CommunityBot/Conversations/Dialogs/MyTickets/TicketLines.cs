using CommunityBot.Phrases;
using CommunityBot.Primitives;
using CommunityBot.Reports;
using CommunityBot.Tickets;

namespace CommunityBot.Conversations.Dialogs.MyTickets;

/// <summary>How a villager reads their tickets.</summary>
public sealed class TicketLines(CategoryCatalogue categories, TicketWords words)
{
    private const int LongestAnswer = 90;

    public string KindOf(Ticket ticket) => categories.Find(ticket.Category)?.ButtonLabel ?? ticket.Category;

    public string Line(Phrasebook phrases, Ticket ticket) => phrases.Say(
        "mytickets.line",
        ("icon", phrases.Say(IconOf(ticket.Status))),
        ("ma", ticket.Id.ToString()),
        ("viec", KindOf(ticket)),
        ("trang_thai", words.StatusOf(ticket.Status)));

    /// <summary>What anybody with the code may know: no words, no person, no exact place.</summary>
    public string Public(Phrasebook phrases, Ticket ticket) => phrases.Say(
        "mytickets.details",
        ("icon", phrases.Say(IconOf(ticket.Status))),
        ("ma", ticket.Id.ToString()),
        ("viec", KindOf(ticket)),
        ("trang_thai", words.StatusOf(ticket.Status)),
        ("xa", words.CommuneOf(ticket.Commune ?? ticket.Place.Commune)),
        ("ngay", VietnamTime.DateWords(ticket.ReceivedAt.VietnamDay())));

    public string Full(Phrasebook phrases, Ticket ticket) => ticket.Resolution is { } answer
        ? $"{Public(phrases, ticket)}\n{phrases.Say("mytickets.answer", ("loi", DraftWords.Cut(answer.Words, LongestAnswer)))}"
        : Public(phrases, ticket);

    private static string IconOf(TicketStatus status) => status switch
    {
        TicketStatus.New or TicketStatus.Routed => "mytickets.icon_waiting",
        TicketStatus.Accepted or TicketStatus.InProgress => "mytickets.icon_working",
        TicketStatus.NeedsInfo => "mytickets.icon_question",
        TicketStatus.Forwarded => "mytickets.icon_forwarded",
        TicketStatus.Resolved or TicketStatus.Closed => "mytickets.icon_done",
        TicketStatus.Declined or TicketStatus.Duplicate or TicketStatus.Withdrawn => "mytickets.icon_ended",
    };
}

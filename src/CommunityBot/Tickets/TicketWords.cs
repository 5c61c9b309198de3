using System.Globalization;
using CommunityBot.Communes;
using CommunityBot.Messages;
using CommunityBot.Phrases;
using CommunityBot.Primitives;
using CommunityBot.Reports;

namespace CommunityBot.Tickets;

/// <summary>How a ticket reads: its state, its place, its card in the desk. Never the reporter's name, phone or account.</summary>
public sealed class TicketWords(Phrasebook phrases, CategoryCatalogue categories, CommuneDirectory communes)
{
    private const int LongestWords = 600;

    public Phrasebook Phrases => phrases;

    public string CategoryOf(Ticket ticket) => categories.Find(ticket.Category)?.Name ?? ticket.Category;

    /// <summary>"xã Chợ Rã", or "tỉnh" for the province's queue.</summary>
    public string CommuneOf(UnitKey? unit) => unit is { } key && communes.ResponsibleFor(key) is { } commune
        ? commune.NameInSentence
        : phrases.Say("desk.province");

    public string StatusOf(TicketStatus status) => status switch
    {
        TicketStatus.New => phrases.Say("ticket.state_new"),
        TicketStatus.Routed => phrases.Say("ticket.state_routed"),
        TicketStatus.Accepted => phrases.Say("ticket.state_accepted"),
        TicketStatus.InProgress => phrases.Say("ticket.state_in_progress"),
        TicketStatus.NeedsInfo => phrases.Say("ticket.state_needs_info"),
        TicketStatus.Forwarded => phrases.Say("ticket.state_forwarded"),
        TicketStatus.Resolved => phrases.Say("ticket.state_resolved"),
        TicketStatus.Closed => phrases.Say("ticket.state_closed"),
        TicketStatus.Declined => phrases.Say("ticket.state_declined"),
        TicketStatus.Duplicate => phrases.Say("ticket.state_duplicate"),
        TicketStatus.Withdrawn => phrases.Say("ticket.state_withdrawn"),
    };

    public string SeverityOf(Severity severity) => severity switch
    {
        Severity.S1 => phrases.Say("desk.severity_1"),
        Severity.S2 => phrases.Say("desk.severity_2"),
        Severity.S3 => phrases.Say("desk.severity_3"),
        Severity.S4 => phrases.Say("desk.severity_4"),
    };

    /// <summary>The bubble in the desk that shows the ticket and changes in place.</summary>
    public OutgoingMessage Card(Ticket ticket) => new()
    {
        Text = string.Join('\n', Lines(ticket).Where(line => line.Length > 0)),
        Buttons = [.. TicketButtons.For(ticket, phrases)],
    };

    /// <summary>One line of a list: code, state, category, village.</summary>
    public string Line(Ticket ticket) => phrases.Say(
        "desk.list_line",
        ("ma", ticket.Id.ToString()),
        ("muc", ticket.Severity.ToString()),
        ("loai", CategoryOf(ticket)),
        ("noi", Place(ticket)),
        ("trang_thai", StatusOf(ticket.Status)));

    private IEnumerable<string> Lines(Ticket ticket)
    {
        yield return phrases.Say("desk.card_head", ("ma", ticket.Id.ToString()), ("muc", SeverityOf(ticket.Severity)));
        yield return phrases.Say("desk.card_kind", ("loai", CategoryOf(ticket)));
        yield return ticket.Words.Length == 0 ? "" : phrases.Say("desk.card_words", ("loi", Cut(ticket.Words)));
        yield return FilesLine(ticket);
        yield return phrases.Say("desk.card_place", ("noi", Place(ticket)));
        yield return phrases.Say("desk.card_time", ("luc", VietnamTime.MomentWords(ticket.ReceivedAt)));
        yield return DeadlineLine(ticket);
        yield return phrases.Say("desk.card_state", ("trang_thai", StatusLine(ticket)));
        yield return ticket.Question is { } question ? phrases.Say("desk.card_question", ("loi", Cut(question.Words))) : "";
        yield return ticket.Followers.Count == 0 ? "" : phrases.Say("desk.card_followers", ("so", Number(ticket.Followers.Count)));
        yield return ticket.Reopening is null ? "" : phrases.Say("desk.card_reopening");
    }

    private string StatusLine(Ticket ticket) => ticket switch
    {
        { Status: TicketStatus.Accepted or TicketStatus.InProgress, AssigneeName: { } name } => $"{StatusOf(ticket.Status)} · {name}",
        { Status: TicketStatus.Forwarded, Forwarding: { } forwarding } => $"{StatusOf(ticket.Status)}: {forwarding.To}",
        _ => StatusOf(ticket.Status),
    };

    private string DeadlineLine(Ticket ticket) => ticket switch
    {
        { Deadlines: null } => "",
        { Status: TicketStatus.New or TicketStatus.Routed } => phrases.Say("desk.card_accept_by", ("luc", VietnamTime.MomentWords(ticket.Deadlines.AcceptBy))),
        { Status: TicketStatus.Accepted or TicketStatus.InProgress or TicketStatus.Forwarded } =>
            phrases.Say("desk.card_done_by", ("luc", VietnamTime.MomentWords(ticket.Deadlines.DoneBy))),
        _ => "",
    };

    private string FilesLine(Ticket ticket)
    {
        var photos = ticket.Files.Count(file => file.Kind is FileKind.Photo or FileKind.ImageDocument);
        var voices = ticket.Files.Count(file => file.Kind == FileKind.Voice);
        return (photos, voices) switch
        {
            (0, 0) => "",
            (_, 0) => phrases.Say("desk.card_photos", ("so", Number(photos))),
            (0, _) => phrases.Say("desk.card_voice"),
            _ => phrases.Say("desk.card_photos_and_voice", ("so", Number(photos))),
        };
    }

    private string Place(Ticket ticket)
    {
        var commune = ticket.Place.Commune is { } unit ? CommuneOf(unit) : null;
        var parts = new[] { ticket.Place.Village, commune }.Where(part => !string.IsNullOrWhiteSpace(part));
        var words = string.Join(", ", parts);
        return words.Length == 0 ? phrases.Say("desk.place_unknown") : words;
    }

    private static string Cut(string words) => words.Length <= LongestWords ? words : $"{words[..LongestWords].TrimEnd()}…";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

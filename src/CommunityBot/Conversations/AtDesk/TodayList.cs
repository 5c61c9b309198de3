using System.Globalization;
using CommunityBot.Desks;
using CommunityBot.Messages;
using CommunityBot.Storage;
using CommunityBot.Tickets;

namespace CommunityBot.Conversations.AtDesk;

/// <summary>"Việc hôm nay": how many are overdue, new, in work and waiting, and the most urgent of them to open.</summary>
internal sealed class TodayList(TicketWords words)
{
    private const int Shown = 6;

    private static readonly TicketStatus[] Open =
        [TicketStatus.Routed, TicketStatus.Accepted, TicketStatus.InProgress, TicketStatus.NeedsInfo, TicketStatus.Forwarded];

    public async Task ShowAsync(DeskTurn turn, CancellationToken cancellationToken)
    {
        var unit = turn.Seat.Unit;

        if (!turn.Officer.MayWorkFor(unit))
        {
            turn.Answer(turn.Phrases.Say("desk.not_linked"));
            return;
        }

        var tickets = await FindOpenAsync(turn.Work, CommuneDesk.IdOf(unit), cancellationToken);
        var first = tickets.OrderByDescending(ticket => IsLate(ticket, turn.Now)).ThenBy(ticket => ticket.Severity).ThenBy(ticket => ticket.ReceivedAt).Take(Shown).ToList();
        turn.Say(new OutgoingMessage
        {
            Text = string.Join('\n', [Counts(turn, unit, tickets), .. first.Select((ticket, at) => $"{at + 1}. {words.Line(ticket)}")]),
            Buttons =
            [
                .. first.Select((ticket, at) => new Button(
                    string.Create(CultureInfo.InvariantCulture, $"{at + 1}. {ticket.Id.Code[..3]}-{ticket.Id.Code[3..6]}-{ticket.Id.Code[6..]}"),
                    TicketKeys.ForOfficer(TicketKeys.Open, ticket.Id))).Chunk(2),
                [new Button(turn.Phrases.Say("desk.button_today"), DeskKeys.Today), new Button(turn.Phrases.Say("desk.button_people"), DeskKeys.People)],
            ],
        });
    }

    private string Counts(DeskTurn turn, Communes.UnitKey? unit, List<Ticket> tickets) => turn.Phrases.Say(
        "desk.today",
        ("noi", words.CommuneOf(unit)),
        ("qua_han", Number(tickets.Count(ticket => IsLate(ticket, turn.Now)))),
        ("moi", Number(tickets.Count(ticket => ticket.Status == TicketStatus.Routed))),
        ("dang_lam", Number(tickets.Count(ticket => ticket.Status is TicketStatus.Accepted or TicketStatus.InProgress))),
        ("cho", Number(tickets.Count(ticket => ticket.Status == TicketStatus.NeedsInfo))),
        ("chuyen", Number(tickets.Count(ticket => ticket.Status == TicketStatus.Forwarded))));

    private static bool IsLate(Ticket ticket, DateTimeOffset now) => ticket switch
    {
        { Deadlines: null } or { Status: TicketStatus.NeedsInfo } => false,
        { Status: TicketStatus.Routed } => ticket.Deadlines.AcceptBy < now,
        _ => ticket.Deadlines.DoneBy < now,
    };

    private static async Task<List<Ticket>> FindOpenAsync(Work work, string unit, CancellationToken cancellationToken)
    {
        var tickets = new List<Ticket>();

        foreach (var status in Open)
        {
            var page = await work.Store.ListAsync(
                new IndexRange(Ticket.Kind.Definition.Name, Ticket.CommuneIndex, $"{unit}|{status}|", $"{unit}|{status}}}"), cancellationToken);
            tickets.AddRange(page.Select(Ticket.Kind.Read));
        }

        return tickets;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

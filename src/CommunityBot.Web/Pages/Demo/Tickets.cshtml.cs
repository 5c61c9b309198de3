using CommunityBot.Primitives;
using CommunityBot.Storage;
using CommunityBot.Tickets;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityBot.Web.Pages.Demo;

/// <summary>All tickets of the demo at a glance: how many stand where, and each commune's.</summary>
internal sealed class TicketsModel(IDocumentStore store, TicketWords words) : PageModel
{
    public TicketWords Words => words;

    public int Total { get; private set; }

    public IReadOnlyList<(TicketStatus Status, int Count)> States { get; private set; } = [];

    /// <summary>By the commune's name; the newest ticket first.</summary>
    public IReadOnlyList<IGrouping<string, Ticket>> Communes { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Response.Headers.CacheControl = "no-store";
        var tickets = await ReadAllAsync(cancellationToken);
        Total = tickets.Count;
        States = [.. Enum.GetValues<TicketStatus>().Select(status => (status, tickets.Count(ticket => ticket.Status == status)))];
        Communes =
        [
            .. tickets.OrderByDescending(ticket => ticket.ReceivedAt)
                .GroupBy(ticket => words.CommuneOf(ticket.Commune))
                .OrderBy(group => VietnameseText.Fold(group.Key), StringComparer.Ordinal),
        ];
    }

    private async Task<List<Ticket>> ReadAllAsync(CancellationToken cancellationToken)
    {
        var tickets = new List<Ticket>();
        var range = new IndexRange(Ticket.Kind.Definition.Name, IndexRange.ById, "", null);

        while (true)
        {
            var page = await store.ListAsync(range, cancellationToken);
            tickets.AddRange(page.Select(Ticket.Kind.Read));

            if (page.Count < range.Limit)
            {
                return tickets;
            }

            range = range with { After = (page[^1].Id, page[^1].Id) };
        }
    }
}

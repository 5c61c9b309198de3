using CommunityBot.Primitives;
using CommunityBot.Reports;
using CommunityBot.Storage;
using CommunityBot.Tickets;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityBot.Web.Pages.Status;

/// <summary>How a report stands, for whoever has its code: state, kind, commune, days and the kind of answer. No words of anybody, no person, no exact place.</summary>
internal sealed class IndexModel(IDocumentStore store, TicketWords words, CategoryCatalogue categories, OutcomeCatalogue outcomes, WrongCodeGuard guard) : PageModel
{
    public Ticket? Ticket { get; private set; }

    /// <summary>This address has guessed too often.</summary>
    public bool MustWait { get; private set; }

    public string State => words.StatusOf(Ticket!.Status); // asked only with a ticket

    public string Kind => categories.Find(Ticket!.Category)?.Name ?? Ticket.Category;

    public string Commune => words.CommuneOf(Ticket!.Commune ?? Ticket.Place.Commune);

    public DateOnly LatestDay => (Ticket!.Timeline.Count > 0 ? Ticket.Timeline[^1].At : Ticket.ReceivedAt).VietnamDay();

    public string? Answer => Ticket?.Resolution is { } answer ? outcomes.Find(answer.Outcome)?.Sentence : null;

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken)
    {
        Response.Headers.CacheControl = "no-store";
        var address = HttpContext.Connection.RemoteIpAddress?.ToString() ?? "";

        if (guard.MustWait(address))
        {
            MustWait = true;
            return Show(StatusCodes.Status429TooManyRequests);
        }

        if (TicketId.TryParse(code, out var id) && await store.FindAsync(CommunityBot.Tickets.Ticket.Kind.Definition.Name, id.Code, cancellationToken) is { } document)
        {
            Ticket = CommunityBot.Tickets.Ticket.Kind.Read(document);
            return Page();
        }

        guard.Note(address);
        return Show(StatusCodes.Status404NotFound);
    }

    private PageResult Show(int status)
    {
        var page = Page();
        page.StatusCode = status;
        return page;
    }
}

using System.Text.RegularExpressions;
using CommunityBot.Messages;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityBot.Web.Pages.Chat;

/// <summary>The web chat: the third door for villagers, and a whole desk for officers without a messenger.</summary>
internal sealed partial class IndexModel(IEnumerable<IFixedSeats> fixedSeats) : PageModel
{
    // The demo shows the villager's phone and the officer's desk side by side in frames of our own; nobody else may frame us.
    private const string Policy =
        "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; frame-ancestors 'self'; form-action 'self'";

    /// <summary>Which of several chats in one browser this is; empty for the ordinary one.</summary>
    public string Seat { get; private set; } = "";

    /// <summary>In the demo, the only place with fixed seats, every page says that nothing here is real.</summary>
    public bool IsTrial => fixedSeats.Any();

    public void OnGet(string? seat)
    {
        Seat = seat is not null && SeatName().IsMatch(seat) ? seat : "";
        Response.Headers.ContentSecurityPolicy = Policy;
        Response.Headers.CacheControl = "no-cache";
    }

    [GeneratedRegex("^[a-z0-9-]{1,20}$")]
    private static partial Regex SeatName();
}

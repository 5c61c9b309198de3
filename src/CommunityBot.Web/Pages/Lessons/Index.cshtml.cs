using CommunityBot.Awareness;
using CommunityBot.Messages;
using CommunityBot.Primitives;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityBot.Web.Pages.Lessons;

/// <summary>All cards of one topic on one page, to read, print and hand on; each card has an address of its own.</summary>
internal sealed class IndexModel(TopicCatalogue topics, IEnumerable<IFixedSeats> fixedSeats, TimeProvider clock) : PageModel
{
    public Topic Topic { get; private set; } = null!; // the page is not found without one

    /// <summary>In the demo every page says that nothing here is real.</summary>
    public bool IsTrial => fixedSeats.Any();

    public IActionResult OnGet(string key)
    {
        if (topics.Find(key) is not { } topic)
        {
            return NotFound();
        }

        Topic = topic;
        Response.Headers.CacheControl = "no-cache";
        return Page();
    }

    public bool IsOutdated(TopicCard card) => card.IsOutdatedOn(clock.GetUtcNow().VietnamDay());

    public TopicCard? Find(CardLink? link) => link is null ? null : topics.FindCard(link);
}

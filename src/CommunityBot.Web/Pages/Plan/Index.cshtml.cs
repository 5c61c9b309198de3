using CommunityBot.Awareness;
using CommunityBot.Messages;
using CommunityBot.Primitives;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityBot.Web.Pages.Plan;

/// <summary>The province's plan for everybody: its areas and tasks, who answers for them by today's names, and what the bot does for each.</summary>
internal sealed class IndexModel(PlanBook plans, TopicCatalogue topics, IEnumerable<IFixedSeats> fixedSeats, TimeProvider clock) : PageModel
{
    public ProvincePlan Plan { get; private set; } = null!; // the page is not found without one

    /// <summary>In the demo every page says that nothing here is real.</summary>
    public bool IsTrial => fixedSeats.Any();

    public bool HasEnded { get; private set; }

    public IActionResult OnGet()
    {
        var today = clock.GetUtcNow().VietnamDay();

        if (plans.On(today) is not { } plan)
        {
            return NotFound();
        }

        Plan = plan;
        HasEnded = plan.ValidTo < today;
        Response.Headers.CacheControl = "no-cache";
        return Page();
    }

    /// <summary>The lessons that serve an area.</summary>
    public IEnumerable<Topic> LessonsOf(PlanArea area) => topics.All.Where(topic => topic.Areas.Contains(area.Key));

    public PlanService ServiceOf(string id) => Plan.Services[id];

    public static string StateWords(PlanServiceState state) => state switch
    {
        PlanServiceState.There => "có",
        PlanServiceState.InWork => "đang làm",
        PlanServiceState.OutsideSoftware => "ngoài phần mềm",
    };

    public static string AgencyWords(PlanAgency agency) => agency.Now is { } now ? $"{agency.Name} (nay là {now})" : agency.Name;
}

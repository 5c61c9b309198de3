using CommunityBot.Awareness;

namespace CommunityBot.Files.Tests.Content;

/// <summary>The plan's lines and what the software does for each, as the README shows them.</summary>
internal static class PlanTable
{
    private const string Begin = "<!-- plan: made from content/plan by PlanTests -->";
    private const string End = "<!-- plan: end -->";

    public static string Of(ProvincePlan plan) => string.Join(
        '\n',
        [
            Begin,
            "| mục | kế hoạch | phần mềm | nơi | tình trạng |",
            "|---|---|---|---|---|",
            .. plan.Ids.Select(id => Row(plan, id)),
            End,
        ]);

    public static string Replace(string readme, string table)
    {
        var (from, to) = (readme.IndexOf(Begin, StringComparison.Ordinal), readme.IndexOf(End, StringComparison.Ordinal));
        Assert.True(from >= 0 && to > from, "README.md has lost its marks for the plan.");
        return readme[..from] + table + readme[(to + End.Length)..];
    }

    private static string Row(ProvincePlan plan, string id)
    {
        var service = plan.Services[id];
        var places = string.Join(", ", service.Places.Select(place => $"`{place}`"));
        return $"| {id} | {HeadingOf(plan, id)} | {service.Feature} | {(places.Length > 0 ? places : "–")} | {StateWords(service.State)} |";
    }

    private static string HeadingOf(ProvincePlan plan, string id) =>
        plan.Areas.FirstOrDefault(area => area.Tasks.Any(task => task.Id == id))?.Name
        ?? plan.Solutions.FirstOrDefault(solution => solution.Id == id)?.Group
        ?? plan.Duties.First(duty => duty.Id == id).Agency.Name;

    private static string StateWords(PlanServiceState state) => state switch
    {
        PlanServiceState.There => "có",
        PlanServiceState.InWork => "đang làm",
        PlanServiceState.OutsideSoftware => "ngoài phần mềm",
    };
}

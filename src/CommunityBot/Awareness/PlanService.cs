namespace CommunityBot.Awareness;

/// <summary>What the bot does for one line of the plan.</summary>
/// <param name="Id">The task, solution or duty.</param>
/// <param name="Feature">In one Vietnamese sentence.</param>
/// <param name="State">Whether it is there.</param>
/// <param name="Places">Files or folders of the repository, or addresses of pages; none outside the software.</param>
public sealed record PlanService(string Id, string Feature, PlanServiceState State, IReadOnlyList<string> Places);

/// <summary>How far the bot serves a line of the plan.</summary>
public enum PlanServiceState
{
    /// <summary>Có.</summary>
    There,

    /// <summary>Đang làm.</summary>
    InWork,

    /// <summary>Ngoài phần mềm: money, land, buildings, law.</summary>
    OutsideSoftware,
}

namespace CommunityBot.Awareness;

/// <summary>All plans the content knows, so that a new one takes over on its day.</summary>
public sealed class PlanBook(IReadOnlyList<ProvincePlan> plans)
{
    public IReadOnlyList<ProvincePlan> All => plans;

    /// <summary>The plan in force that day, else the last one that was; null when there is none.</summary>
    public ProvincePlan? On(DateOnly day) => plans
        .Where(plan => plan.ValidFrom <= day)
        .OrderByDescending(plan => plan.ValidTo >= day)
        .ThenByDescending(plan => plan.ValidTo)
        .FirstOrDefault();
}

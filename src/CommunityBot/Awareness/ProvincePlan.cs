namespace CommunityBot.Awareness;

/// <summary>A plan of the province as it was signed: what the bot teaches and routes by. A later plan is another file, not another program.</summary>
public sealed record ProvincePlan
{
    public required string Key { get; init; }

    /// <summary>As on the document.</summary>
    public required string Title { get; init; }

    /// <summary>As people call it.</summary>
    public required string ShortTitle { get; init; }

    /// <summary>Blank where the document is: <c>…/KH-UBND</c>.</summary>
    public required string Number { get; init; }

    /// <summary>Place and date with the document's own blanks.</summary>
    public required string PlaceDate { get; init; }

    public required PlanAgency Issuer { get; init; }

    public required string Signatory { get; init; }

    public required string LegalBasis { get; init; }

    /// <summary>By when every agency reports each year.</summary>
    public required string YearlyReport { get; init; }

    public required DateOnly ValidFrom { get; init; }

    public required DateOnly ValidTo { get; init; }

    public required DateOnly CheckedOn { get; init; }

    public required IReadOnlyList<PlanArea> Areas { get; init; }

    public required IReadOnlyList<PlanSolution> Solutions { get; init; }

    public required IReadOnlyList<PlanDuty> Duties { get; init; }

    /// <summary>What the bot does for each task, solution and duty, by id.</summary>
    public required IReadOnlyDictionary<string, PlanService> Services { get; init; }

    public IEnumerable<PlanTask> Tasks => Areas.SelectMany(area => area.Tasks);

    /// <summary>Every task, solution and duty in the plan's order.</summary>
    public IEnumerable<string> Ids => [.. Tasks.Select(task => task.Id), .. Solutions.Select(solution => solution.Id), .. Duties.Select(duty => duty.Id)];
}

/// <summary>One of the plan's areas, such as rural water supply.</summary>
public sealed record PlanArea(string Key, string Name, IReadOnlyList<PlanTask> Tasks);

/// <summary>A task of the plan's appendix.</summary>
/// <param name="Id">Area and order: <c>1.2</c>.</param>
/// <param name="Text">Word for word.</param>
/// <param name="Leads">Who answers for it.</param>
/// <param name="TogetherWith">Who helps, word for word.</param>
/// <param name="Period">Word for word.</param>
public sealed record PlanTask(string Id, string Text, IReadOnlyList<PlanAgency> Leads, string TogetherWith, string Period);

/// <summary>An agency by the name of the plan's time, and what it is called now.</summary>
/// <param name="Key">Stable.</param>
/// <param name="Name">As the plan writes it.</param>
/// <param name="Now">"Nay là…"; null when nothing changed or nobody has confirmed what it is now.</param>
public sealed record PlanAgency(string Key, string Name, string? Now);

/// <summary>A solution of the plan's part III.</summary>
public sealed record PlanSolution(string Id, string Group, string Text);

/// <summary>A duty of the plan's part V.</summary>
public sealed record PlanDuty(string Id, PlanAgency Agency, string Text);

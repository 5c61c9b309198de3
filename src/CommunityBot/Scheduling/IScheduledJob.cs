namespace CommunityBot.Scheduling;

/// <summary>Something the clock does for villagers and officers: a sweep over due rows that may run twice, in parallel, or be killed in the middle.</summary>
public interface IScheduledJob
{
    /// <summary>Shown to operators; stable; lower case with hyphens.</summary>
    string Name { get; }

    /// <summary>How often to look, at most 5 minutes; what is due is asked of the store.</summary>
    TimeSpan LookEvery { get; }

    Task<JobSummary> RunAsync(CancellationToken cancellationToken);
}

/// <summary>What one run of a job did.</summary>
public sealed record JobSummary(int Done, int Skipped, int Failed)
{
    public static JobSummary Nothing { get; } = new(0, 0, 0);

    public static JobSummary operator +(JobSummary left, JobSummary right) => left.Add(right);

    public JobSummary Add(JobSummary other) => new(Done + other.Done, Skipped + other.Skipped, Failed + other.Failed);
}

/// <summary>Asks for a run of a job now, because a commit left something due. At most one ring waits per job.</summary>
public interface IJobBell
{
    void Ring(string name);
}

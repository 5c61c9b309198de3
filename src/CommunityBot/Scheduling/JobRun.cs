namespace CommunityBot.Scheduling;

/// <summary>One run of a job, as an operator and the demo's strip see it.</summary>
/// <param name="Job">Its name.</param>
/// <param name="StartedAt">When, by the bot's clock.</param>
/// <param name="Took">How long by the stopwatch.</param>
/// <param name="Summary">What it did; nothing when it failed.</param>
/// <param name="Error">The kind of trouble, never data; null when all went well.</param>
public sealed record JobRun(string Job, DateTimeOffset StartedAt, TimeSpan Took, JobSummary Summary, string? Error);

/// <summary>How a job has been doing since the bot started.</summary>
public sealed record JobStanding(string Job, TimeSpan LookEvery, long Runs, long Failures, bool IsRunning, JobRun? Last);

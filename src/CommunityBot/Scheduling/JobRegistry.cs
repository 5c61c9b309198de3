using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace CommunityBot.Scheduling;

/// <summary>Every job of the bot by name, each run behind a fence: a job that throws is counted and told, and the next one runs all the same.</summary>
public sealed partial class JobRegistry
{
    /// <summary>How many runs that did something the demo's strip can look back on.</summary>
    private const int Remembered = 50;

    private static readonly Meter Meter = new("CommunityBot.Jobs");
    private static readonly Counter<long> RunCount = Meter.CreateCounter<long>("runs", description: "Runs of each job by outcome.");
    private static readonly Histogram<double> RunTime = Meter.CreateHistogram<double>("duration_seconds", description: "How long a run took.");

    private readonly Dictionary<string, JobTrack> tracks = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<JobRun> recent = new();
    private readonly TimeProvider clock;
    private readonly ILogger<JobRegistry> log;

    public JobRegistry(IEnumerable<IScheduledJob> jobs, TimeProvider clock, ILogger<JobRegistry> log)
    {
        this.clock = clock;
        this.log = log;

        foreach (var job in jobs)
        {
            if (job.LookEvery <= TimeSpan.Zero || job.LookEvery > TimeSpan.FromMinutes(5))
            {
                throw new InvalidOperationException($"The job {job.Name} must look at least every 5 minutes.");
            }

            if (!tracks.TryAdd(job.Name, new JobTrack(job)))
            {
                throw new InvalidOperationException($"Two jobs are called {job.Name}.");
            }
        }
    }

    public IEnumerable<IScheduledJob> Jobs => tracks.Values.Select(track => track.Job);

    /// <summary>How every job is doing, in the order of their registration.</summary>
    public IReadOnlyList<JobStanding> Standings => [.. tracks.Values.Select(track => track.Standing)];

    /// <summary>The last runs that did something or failed, oldest first.</summary>
    public IReadOnlyList<JobRun> RecentRuns => [.. recent];

    /// <summary>Runs a job that was rung: when it is running already, once more after that, because what was rung for may have come too late for it.</summary>
    public async Task<JobRun> RunAsync(string name, CancellationToken cancellationToken)
    {
        var track = TrackOf(name);
        await track.Gate.WaitAsync(cancellationToken);

        try
        {
            return await RunBehindFenceAsync(track, cancellationToken);
        }
        finally
        {
            track.Gate.Release();
        }
    }

    /// <summary>Runs a job whose time to look has come, unless it is running already.</summary>
    public Task<JobRun?> RunIfIdleAsync(string name, CancellationToken cancellationToken)
    {
        var track = TrackOf(name);
        return track.Gate.Wait(0, CancellationToken.None) ? RunAndReleaseAsync(track, cancellationToken) : Task.FromResult<JobRun?>(null);
    }

    /// <summary>Every job once, one after the other: what a start, a moved clock of the demo and a journey need.</summary>
    public async Task<IReadOnlyList<JobRun>> RunAllAsync(CancellationToken cancellationToken)
    {
        var runs = new List<JobRun>(tracks.Count);

        foreach (var name in tracks.Keys)
        {
            runs.Add(await RunAsync(name, cancellationToken));
        }

        return runs;
    }

    private async Task<JobRun?> RunAndReleaseAsync(JobTrack track, CancellationToken cancellationToken)
    {
        try
        {
            return await RunBehindFenceAsync(track, cancellationToken);
        }
        finally
        {
            track.Gate.Release();
        }
    }

    private async Task<JobRun> RunBehindFenceAsync(JobTrack track, CancellationToken cancellationToken)
    {
        var name = track.Job.Name;
        var startedAt = clock.GetUtcNow();
        var stopwatch = Stopwatch.GetTimestamp();
        var summary = JobSummary.Nothing;
        string? error = null;
        track.Starts();

        try
        {
            summary = await track.Job.RunAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            error = "stopped";
        }
        catch (Exception exception)
        {
            error = exception.GetType().Name;
            LogFailed(exception, name);
        }

        var run = new JobRun(name, startedAt, Stopwatch.GetElapsedTime(stopwatch), summary, error);
        track.Ends(run);
        Remember(run);
        return run;
    }

    private void Remember(JobRun run)
    {
        RunCount.Add(1, new("job", run.Job), new("outcome", run.Error is null ? "done" : "failed"));
        RunTime.Record(run.Took.TotalSeconds, new KeyValuePair<string, object?>("job", run.Job));

        if (run.Summary == JobSummary.Nothing && run.Error is null)
        {
            return;
        }

        var (done, skipped, failed) = run.Summary;
        LogRan(run.Job, done, skipped, failed);
        recent.Enqueue(run);

        while (recent.Count > Remembered)
        {
            recent.TryDequeue(out _);
        }
    }

    private JobTrack TrackOf(string name) =>
        tracks.TryGetValue(name, out var track) ? track : throw new ArgumentException($"No job is called {name}.", nameof(name));

    [LoggerMessage(Level = LogLevel.Error, Message = "The job {Job} failed; it looks again at its next time")]
    private partial void LogFailed(Exception exception, string job);

    [LoggerMessage(Level = LogLevel.Debug, Message = "The job {Job} ran: {Done} done, {Skipped} skipped, {Failed} failed")]
    private partial void LogRan(string job, int done, int skipped, int failed);

    private sealed class JobTrack(IScheduledJob job)
    {
        private readonly Lock guard = new();
        private long runs;
        private long failures;
        private bool isRunning;
        private JobRun? last;

        public IScheduledJob Job => job;

        public SemaphoreSlim Gate { get; } = new(1, 1);

        public JobStanding Standing
        {
            get
            {
                lock (guard)
                {
                    return new JobStanding(job.Name, job.LookEvery, runs, failures, isRunning, last);
                }
            }
        }

        public void Starts()
        {
            lock (guard)
            {
                isRunning = true;
            }
        }

        public void Ends(JobRun run)
        {
            lock (guard)
            {
                isRunning = false;
                runs++;
                failures += run.Error is null ? 0 : 1;
                last = run;
            }
        }
    }
}

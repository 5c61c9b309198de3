using CommunityBot.Scheduling;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace CommunityBot.Tests.Scheduling;

public sealed class JobRegistryTests
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 23, 1, 0, 0, TimeSpan.Zero));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_run_says_when_it_started_and_what_it_did()
    {
        var registry = RegistryOf(new ListedJob("route", _ => Task.FromResult(new JobSummary(3, 1, 0))));

        var run = await registry.RunAsync("route", Token);

        Assert.Equal((clock.GetUtcNow(), new JobSummary(3, 1, 0), null), (run.StartedAt, run.Summary, run.Error));
        Assert.Equal(run, Assert.Single(registry.RecentRuns));
        Assert.Equal(1, Assert.Single(registry.Standings).Runs);
    }

    [Fact]
    public async Task A_job_that_throws_is_told_and_the_next_one_runs()
    {
        var registry = RegistryOf(
            new ListedJob("broken", _ => throw new InvalidDataException("bad row")),
            new ListedJob("sound", _ => Task.FromResult(new JobSummary(1, 0, 0))));

        var runs = await registry.RunAllAsync(Token);

        Assert.Equal(["InvalidDataException", null], runs.Select(run => run.Error));
        Assert.Equal([1L, 0L], registry.Standings.Select(standing => standing.Failures));
    }

    [Fact]
    public async Task A_tick_is_left_out_while_the_job_is_running()
    {
        var release = new TaskCompletionSource();
        var registry = RegistryOf(new ListedJob("slow", async _ =>
        {
            await release.Task;
            return JobSummary.Nothing;
        }));

        var first = registry.RunIfIdleAsync("slow", Token);

        Assert.True(Assert.Single(registry.Standings).IsRunning);
        Assert.Null(await registry.RunIfIdleAsync("slow", Token));
        release.SetResult();
        Assert.NotNull(await first);
    }

    [Fact]
    public async Task A_ring_during_a_run_leads_to_one_more_run()
    {
        var release = new TaskCompletionSource();
        var runs = 0;
        var registry = RegistryOf(new ListedJob("slow", async _ =>
        {
            runs++;
            await release.Task;
            return JobSummary.Nothing;
        }));

        var first = registry.RunAsync("slow", Token);
        var rung = registry.RunAsync("slow", Token);
        Assert.Equal(1, runs);
        release.SetResult();
        await Task.WhenAll(first, rung);

        Assert.Equal(2, runs);
    }

    [Fact]
    public async Task Runs_that_found_nothing_are_counted_but_not_shown()
    {
        var registry = RegistryOf(new ListedJob("idle", _ => Task.FromResult(JobSummary.Nothing)));

        await registry.RunAsync("idle", Token);

        Assert.Empty(registry.RecentRuns);
        Assert.NotNull(Assert.Single(registry.Standings).Last);
    }

    [Fact]
    public void Two_jobs_of_one_name_do_not_start() =>
        Assert.Throws<InvalidOperationException>(() => RegistryOf(
            new ListedJob("same", _ => Task.FromResult(JobSummary.Nothing)),
            new ListedJob("same", _ => Task.FromResult(JobSummary.Nothing))));

    [Fact]
    public void A_job_that_would_look_less_than_every_five_minutes_does_not_start() =>
        Assert.Throws<InvalidOperationException>(() => RegistryOf(
            new ListedJob("lazy", _ => Task.FromResult(JobSummary.Nothing)) { LookEvery = TimeSpan.FromHours(1) }));

    private JobRegistry RegistryOf(params IScheduledJob[] jobs) => new(jobs, clock, NullLogger<JobRegistry>.Instance);

    private sealed class ListedJob(string name, Func<CancellationToken, Task<JobSummary>> run) : IScheduledJob
    {
        public string Name => name;

        public TimeSpan LookEvery { get; init; } = TimeSpan.FromMinutes(1);

        public Task<JobSummary> RunAsync(CancellationToken cancellationToken) => run(cancellationToken);
    }
}

using CommunityBot.Host.Jobs;
using CommunityBot.Host.Settings;
using CommunityBot.Scheduling;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBot.Host.Tests.Jobs;

public sealed class HangfireTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_job_runs_once_at_start_and_again_when_rung()
    {
        var job = new CountedJob();
        await using var host = await RunningHost.StartAsync(HostMode.Serve, builder => builder.Services.AddSingleton<IScheduledJob>(job));

        await job.Ran(1).WaitAsync(TimeSpan.FromSeconds(30), Token);
        host.Services.GetRequiredService<IJobBell>().Ring(job.Name);
        await job.Ran(2).WaitAsync(TimeSpan.FromSeconds(30), Token);

        Assert.True(job.Count >= 2);
    }

    [Fact]
    public async Task A_storm_of_rings_becomes_a_handful_of_runs()
    {
        var job = new CountedJob();
        await using var host = await RunningHost.StartAsync(HostMode.Serve, builder => builder.Services.AddSingleton<IScheduledJob>(job));
        var bell = host.Services.GetRequiredService<IJobBell>();
        await job.Ran(1).WaitAsync(TimeSpan.FromSeconds(30), Token);

        for (var ring = 0; ring < 10_000; ring++)
        {
            bell.Ring(job.Name);
        }

        await job.Ran(2).WaitAsync(TimeSpan.FromSeconds(30), Token);
        Assert.InRange(job.Count, 2, 20);
    }

    [Fact]
    public async Task A_job_that_looks_every_second_is_called_again_and_again()
    {
        var job = new CountedJob { LookEvery = TimeSpan.FromSeconds(1) };
        await using var host = await RunningHost.StartAsync(HostMode.Serve, builder => builder.Services.AddSingleton<IScheduledJob>(job));

        await job.Ran(3).WaitAsync(TimeSpan.FromSeconds(60), Token);

        Assert.True(job.Count >= 3);
    }

    [Theory]
    [InlineData(1, "*/1 * * * * *")]
    [InlineData(7, "*/6 * * * * *")]
    [InlineData(45, "*/30 * * * * *")]
    [InlineData(60, "* * * * *")]
    [InlineData(90, "* * * * *")]
    [InlineData(300, "*/5 * * * *")]
    public void A_timetable_looks_at_least_as_often_as_asked(int seconds, string cron) =>
        Assert.Equal(cron, JobTimetable.CronOf(TimeSpan.FromSeconds(seconds)));

    private sealed class CountedJob : IScheduledJob
    {
        private readonly Lock gate = new();
        private readonly List<(int Runs, TaskCompletionSource Reached)> waiting = [];

        public string Name => "counted";

        public TimeSpan LookEvery { get; init; } = TimeSpan.FromMinutes(5);

        public int Count { get; private set; }

        public Task Ran(int runs)
        {
            lock (gate)
            {
                var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                waiting.Add((runs, reached));
                Tell();
                return reached.Task;
            }
        }

        public Task<JobSummary> RunAsync(CancellationToken cancellationToken)
        {
            lock (gate)
            {
                Count++;
                Tell();
            }

            return Task.FromResult(new JobSummary(1, 0, 0));
        }

        private void Tell()
        {
            foreach (var (_, reached) in waiting.Where(one => one.Runs <= Count))
            {
                reached.TrySetResult();
            }
        }
    }
}

using CommunityBot.Scheduling;
using Hangfire;

namespace CommunityBot.Host.Jobs;

/// <summary>Declares every job to Hangfire when the bot starts, and rings each once: whatever came due while the bot was off is done at once.</summary>
internal sealed class JobTimetable(JobRegistry registry, IRecurringJobManager hangfire, JobBell bell) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var job in registry.Jobs)
        {
            hangfire.AddOrUpdate<HangfireBridge>(
                job.Name, bridge => bridge.LookAsync(job.Name, CancellationToken.None), CronOf(job.LookEvery), new RecurringJobOptions());
            bell.Ring(job.Name);
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A cron line that looks at least as often as asked: every divisor of a minute or an hour keeps an even beat.</summary>
    public static string CronOf(TimeSpan lookEvery)
    {
        if (lookEvery < TimeSpan.FromMinutes(1))
        {
            return $"*/{EvenBeat((int)lookEvery.TotalSeconds)} * * * * *";
        }

        var minutes = EvenBeat((int)lookEvery.TotalMinutes);
        return minutes == 1 ? "* * * * *" : $"*/{minutes} * * * *";
    }

    private static int EvenBeat(int asked) => Enumerable.Range(1, Math.Max(1, asked)).Last(beat => 60 % beat == 0);
}

using System.ComponentModel;
using CommunityBot.Scheduling;
using Hangfire;

namespace CommunityBot.Host.Jobs;

/// <summary>What Hangfire calls: it knows names, the registry knows jobs. The store holds what is due, so a failed run is not repeated here but by the next look.</summary>
internal sealed class HangfireBridge(JobRegistry registry, JobBell bell)
{
    [AutomaticRetry(Attempts = 0)]
    [DisplayName("{0} (rung)")]
    public async Task RunRungAsync(string name, CancellationToken cancellationToken)
    {
        bell.Answered(name);
        await registry.RunAsync(name, cancellationToken);
    }

    [AutomaticRetry(Attempts = 0)]
    [DisplayName("{0}")]
    public Task LookAsync(string name, CancellationToken cancellationToken) => registry.RunIfIdleAsync(name, cancellationToken);
}

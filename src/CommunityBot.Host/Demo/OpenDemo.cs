using CommunityBot.Host.Demo.Seed;

namespace CommunityBot.Host.Demo;

/// <summary>Before the doors open: it is day in the demo, and the province has its people.</summary>
internal sealed class OpenDemo(DemoClock clock, SeedProvince seed) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        clock.WindToDaylight();
        await seed.RunAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

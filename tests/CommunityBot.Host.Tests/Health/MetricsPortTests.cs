using System.Net;
using System.Net.Sockets;
using CommunityBot.Host.Settings;
using CommunityBot.Scheduling;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBot.Host.Tests.Health;

public sealed class MetricsPortTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Numbers_are_shown_on_their_own_loopback_port_only()
    {
        var port = FreePort();
        await using var host = await RunningHost.StartAsync(HostMode.Serve, null, $"--Metrics:Port={port}");
        using var monitoring = new HttpClient();
        await host.Services.GetRequiredService<JobRegistry>().RunAllAsync(Token);

        var page = await monitoring.GetStringAsync(new Uri($"http://127.0.0.1:{port}/metrics"), Token);

        Assert.Contains("communitybot_jobs_runs{job=\"fetch-photos\",outcome=\"done\"}", page, StringComparison.Ordinal);
        Assert.Contains("process_", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Client.GetAsync(new Uri("/metrics", UriKind.Relative), Token)).StatusCode);
    }

    [Fact]
    public async Task A_taken_port_does_not_keep_the_bot_from_villagers()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();

        await using var host = await RunningHost.StartAsync(HostMode.Serve, null, $"--Metrics:Port={((IPEndPoint)taken.LocalEndpoint).Port}");

        Assert.Equal(HttpStatusCode.OK, (await host.Client.GetAsync(new Uri("/health/live", UriKind.Relative), Token)).StatusCode);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

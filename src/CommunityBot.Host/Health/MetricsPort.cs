using System.Net.Sockets;
using CommunityBot.Host.Settings;
using Microsoft.Extensions.Options;
using Prometheus;

namespace CommunityBot.Host.Health;

/// <summary>Shows the bot's numbers to monitoring at <c>/metrics</c> on a loopback port of its own, never on the villagers' port.</summary>
internal sealed partial class MetricsPort(IOptions<MetricsOptions> options, ILogger<MetricsPort> log) : IHostedService, IDisposable
{
    private readonly CollectorRegistry registry = Metrics.NewCustomRegistry();
    private IDisposable? adapter;
    private KestrelMetricServer? server;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var port = options.Value.Port;

        if (port == 0)
        {
            return;
        }

        DotNetStats.Register(registry);
        adapter = MeterAdapter.StartListening(new MeterAdapterOptions
        {
            Registry = registry,
            InstrumentFilterPredicate = instrument => instrument.Meter.Name.StartsWith("CommunityBot.", StringComparison.Ordinal),
        });
        server = new KestrelMetricServer("127.0.0.1", port, registry: registry);

        try
        {
            server.Start();
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
            // Monitoring must never keep the bot from villagers.
            LogPortTaken(port);
            await StopAsync(cancellationToken);
        }
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (server is { } running)
        {
            await running.StopAsync();
        }

        Dispose();
    }

    public void Dispose()
    {
        adapter?.Dispose();
        adapter = null;
        ((IDisposable?)server)?.Dispose();
        server = null;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Port {Port} for /metrics is taken; the bot runs without it. Set Metrics:Port to another one")]
    private partial void LogPortTaken(int port);
}

using System.Net.Sockets;
using CommunityBot.Host.Settings;
using Microsoft.Extensions.Options;
using Prometheus;

namespace CommunityBot.Host.Health;

/// <summary>Shows the bot's numbers to monitoring at <c>/metrics</c> on a loopback port of its own, never on the villagers' port.</summary>
internal sealed partial class MetricsPort(IOptions<MetricsOptions> options, ILogger<MetricsPort> log) : IHostedService, IDisposable
{
    /// <summary>A number that has not moved for so long goes; the library allows no more.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(1);

    /// <summary>From half a millisecond to half a minute; batch sizes use the upper ones.</summary>
    private static readonly double[] Buckets = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 100, 500];

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
            MetricFactory = Metrics.WithCustomRegistry(registry),
            MetricsExpireAfter = Remembered,
            ResolveHistogramBuckets = _ => Buckets,
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

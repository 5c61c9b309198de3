using CommunityBot.Host.Settings;

namespace CommunityBot.Host;

/// <summary>The web server's limits: small and quick unless an address says otherwise (an upload raises its own limit).</summary>
internal static class BotServer
{
    /// <summary>Bytes of a request; an update of a messenger is a few thousand.</summary>
    private const long LargestRequest = 1_000_000;

    public static void UseBotServer(this IWebHostBuilder web, IConfiguration configuration)
    {
        if (configuration.GetSection("Kestrel:Endpoints").GetChildren().Any())
        {
            web.UseUrls();
        }
        else
        {
            web.UseUrls([.. AddressCheck.AddressesIn(configuration)]);
        }

        web.UseStaticWebAssets();
        web.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = LargestRequest;
            server.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
            server.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
            server.Limits.MaxConcurrentConnections = 2_000;
            server.Limits.MaxConcurrentUpgradedConnections = 1_000;
        });
        web.ConfigureServices(services => services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(20)));
    }
}

using System.Net;
using CommunityBot.Settings;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using IPNetwork = System.Net.IPNetwork;

namespace CommunityBot.Host.Settings;

/// <summary>Believes a forwarded address only from the proxies the operator named; nobody is trusted for sitting on the same PC.</summary>
internal static class TrustedProxies
{
    public static bool IsAddress(string text) => IPAddress.TryParse(text, out _) || IPNetwork.TryParse(text, out _);

    public static void UseTrustedProxies(this WebApplication app)
    {
        var named = app.Services.GetRequiredService<IOptions<WebOptions>>().Value.TrustedProxies;

        if (named.Count == 0)
        {
            return;
        }

        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();

        foreach (var one in named)
        {
            if (IPAddress.TryParse(one, out var address))
            {
                options.KnownProxies.Add(address);
            }
            else
            {
                options.KnownIPNetworks.Add(IPNetwork.Parse(one));
            }
        }

        app.UseForwardedHeaders(options);
    }
}

using System.Net;
using Microsoft.AspNetCore.Http;

namespace CommunityBot.Host.Settings;

/// <summary>Where the bot may listen: this PC only without TLS, so that no villager's words cross a network in the clear.</summary>
internal static class AddressCheck
{
    public const string Default = "http://127.0.0.1:5080";

    /// <summary>The addresses the operator wrote, or the default.</summary>
    public static IReadOnlyList<string> AddressesIn(IConfiguration configuration)
    {
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"]).OfType<string>().ToList();

        if (endpoints.Count > 0)
        {
            return endpoints;
        }

        return configuration["urls"] is { Length: > 0 } urls
            ? urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            : [Default];
    }

    public static IEnumerable<SettingsMistake> Find(IConfiguration configuration, HostMode mode)
    {
        foreach (var address in AddressesIn(configuration))
        {
            if (!TryParse(address, out var binding))
            {
                yield return new SettingsMistake(
                    "Urls",
                    $"Not an address to listen on; write for example {Default}.",
                    $"Không phải địa chỉ để lắng nghe; ví dụ: {Default}.");
            }
            else if (mode == HostMode.Demo && !IsLoopback(binding))
            {
                yield return new SettingsMistake(
                    "Urls",
                    "The demo listens on this PC only (127.0.0.1); use 'serve' for real villagers.",
                    "Bản thử chỉ chạy trên máy này (127.0.0.1); muốn phục vụ thật hãy dùng lệnh 'serve'.");
            }
            else if (!IsLoopback(binding) && !binding.Scheme.Equals("https", StringComparison.OrdinalIgnoreCase))
            {
                yield return new SettingsMistake(
                    "Urls",
                    $"Plain http beyond this PC would show villagers' words to the whole network. Listen on {Default} behind a proxy with TLS (Caddy, nginx), or on https:// with a certificate in Kestrel:Certificates:Default.",
                    $"Dùng http trần ra ngoài máy này thì cả mạng đọc được lời của bà con. Hãy để bot ở {Default} sau một proxy có TLS (Caddy, nginx), hoặc dùng https:// với chứng thư trong Kestrel:Certificates:Default.");
            }
        }
    }

    private static bool TryParse(string address, out BindingAddress binding)
    {
        try
        {
            binding = BindingAddress.Parse(address);
            return true;
        }
        catch (FormatException)
        {
            binding = BindingAddress.Parse(Default);
            return false;
        }
    }

    private static bool IsLoopback(BindingAddress binding) =>
        binding.IsUnixPipe
        || binding.IsNamedPipe
        || binding.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(binding.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
}

using System.ComponentModel.DataAnnotations;

namespace CommunityBot.Settings;

/// <summary>How villagers and officers reach the bot's pages. Section <c>Web</c>.</summary>
public sealed class WebOptions
{
    /// <summary>The address people type ("https://moitruong.example.vn"); needed for links in messages; empty means links are left out.</summary>
    [Url]
    public string? PublicUrl { get; init; }

    /// <summary>Addresses or networks of the proxy in front ("10.0.0.5", "10.0.0.0/24"); only their forwarded headers are believed.</summary>
    public IReadOnlyList<string> TrustedProxies { get; init; } = [];

    /// <summary>True behind TLS: cookies are then Secure and bear the __Host- prefix.</summary>
    public bool IsHttps => PublicUrl?.StartsWith("https://", StringComparison.OrdinalIgnoreCase) is true;
}

using System.ComponentModel.DataAnnotations;

namespace CommunityBot.Host.Settings;

/// <summary>Where monitoring reads the bot's numbers. Section <c>Metrics</c>.</summary>
internal sealed class MetricsOptions
{
    /// <summary>A port of its own on 127.0.0.1; 0 switches it off; 0 to 65535, normally 5081.</summary>
    [Range(0, 65535)]
    public int Port { get; init; } = 5081;
}

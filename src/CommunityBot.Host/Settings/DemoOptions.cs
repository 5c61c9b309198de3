using System.ComponentModel.DataAnnotations;

namespace CommunityBot.Host.Settings;

/// <summary>The demo's own corner. Section <c>Demo</c>.</summary>
internal sealed class DemoOptions
{
    /// <summary>The demo's data folder; production's is never touched.</summary>
    [Required]
    public string Path { get; init; } = System.IO.Path.Combine("data", "demo");
}

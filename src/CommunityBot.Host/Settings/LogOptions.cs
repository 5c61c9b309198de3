using System.ComponentModel.DataAnnotations;
using Serilog.Events;

namespace CommunityBot.Host.Settings;

/// <summary>What the bot writes down about itself. Section <c>Log</c>.</summary>
internal sealed class LogOptions
{
    /// <summary>The least important line that is kept: Verbose, Debug, Information, Warning, Error.</summary>
    public LogEventLevel Level { get; init; } = LogEventLevel.Information;

    /// <summary>Days that log files are kept; 1 to 365, normally 14.</summary>
    [Range(1, 365)]
    public int KeepDays { get; init; } = 14;
}

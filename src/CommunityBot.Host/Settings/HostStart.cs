namespace CommunityBot.Host.Settings;

/// <summary>How the bot was asked to start.</summary>
/// <param name="Mode">Production or demo.</param>
/// <param name="Settings">What stood on the command line as <c>--Section:Key=value</c>.</param>
internal sealed record HostStart(HostMode Mode, string[] Settings)
{
    /// <summary>Where the operator stands; relative paths begin here.</summary>
    public string CurrentFolder { get; init; } = Environment.CurrentDirectory;

    /// <summary>The names in the environment, where slips of our own names are looked for.</summary>
    public IReadOnlyCollection<string> EnvironmentNames { get; init; } = [.. Environment.GetEnvironmentVariables().Keys.Cast<string>()];

    /// <summary>True when a command only looks something up and no page is served.</summary>
    public bool IsQuiet { get; init; }
}

/// <summary>The two ways to run.</summary>
internal enum HostMode
{
    /// <summary>Production: real villagers, real messengers.</summary>
    Serve,

    /// <summary>A seeded province to look at; loopback only, no messenger is ever called.</summary>
    Demo,
}

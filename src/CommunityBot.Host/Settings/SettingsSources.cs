using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Configuration.EnvironmentVariables;

namespace CommunityBot.Host.Settings;

/// <summary>Where an operator may write settings, the later one winning: the file beside the program, the file in the current folder, the environment, the command line.</summary>
internal static class SettingsSources
{
    public const string FileName = "appsettings.json";

    /// <summary>Names of the .NET host that come with a prefix (ASPNETCORE_URLS).</summary>
    public static readonly string[] HostPrefixes = ["DOTNET_", "ASPNETCORE_"];

    public static void AddTo(IConfigurationBuilder configuration, HostStart start)
    {
        configuration.Sources.Clear();

        foreach (var prefix in HostPrefixes)
        {
            configuration.Add(new EnvironmentVariablesConfigurationSource { Prefix = prefix });
        }

        foreach (var folder in new[] { AppContext.BaseDirectory, start.CurrentFolder }.Select(Path.GetFullPath).Distinct(StringComparer.Ordinal))
        {
            configuration.AddJsonFile(Path.Combine(folder, FileName), optional: true, reloadOnChange: false);
        }

        configuration.Add(new EnvironmentVariablesConfigurationSource());
        configuration.Add(new CommandLineConfigurationSource { Args = start.Settings });

        if (start.Mode == HostMode.Demo)
        {
            configuration.AddInMemoryCollection(DemoOnly(configuration.Build()));
        }
    }

    /// <summary>The demo lives in its own folder whatever production's settings say, knows no messenger, and answers to no other name than this PC's.</summary>
    private static Dictionary<string, string?> DemoOnly(IConfiguration written) => new()
    {
        ["Storage:Provider"] = "LiteDb",
        ["Storage:Path"] = written["Demo:Path"] is { Length: > 0 } path ? path : new DemoOptions().Path,
        ["Telegram:Token"] = "",
        ["AllowedHosts"] = "localhost;127.0.0.1;[::1]",
    };
}

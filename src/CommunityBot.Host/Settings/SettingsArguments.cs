namespace CommunityBot.Host.Settings;

/// <summary>Tells settings on the command line (<c>--Section:Key=value</c>) from commands and their options.</summary>
internal static class SettingsArguments
{
    /// <summary>A setting is what has a colon in its name; its value follows "=" or is the next word.</summary>
    public static (string[] Settings, string[] Words) Split(IReadOnlyList<string> arguments)
    {
        var settings = new List<string>();
        var words = new List<string>();

        for (var index = 0; index < arguments.Count; index++)
        {
            var argument = arguments[index];

            if (!IsSetting(argument))
            {
                words.Add(argument);
                continue;
            }

            settings.Add(argument);

            if (!argument.Contains('=', StringComparison.Ordinal) && index + 1 < arguments.Count)
            {
                index++;
                settings[^1] = $"{argument}={arguments[index]}";
            }
        }

        return ([.. settings], [.. words]);
    }

    private static bool IsSetting(string argument)
    {
        var name = argument.Split('=', 2)[0];
        return name.StartsWith("--", StringComparison.Ordinal) && name.Contains(':', StringComparison.Ordinal);
    }
}

namespace CommunityBot.Host.Settings;

/// <summary>One thing wrong with the settings, said to the operator in both languages; never with the value, which may be a secret.</summary>
internal sealed record SettingsMistake(string Name, string English, string Vietnamese);

/// <summary>Stops the start: everything that is wrong with the settings, at once.</summary>
internal sealed class SettingsException(IReadOnlyList<SettingsMistake> mistakes)
    : Exception($"{mistakes.Count} settings are wrong: {string.Join(", ", mistakes.Select(mistake => mistake.Name))}")
{
    public IReadOnlyList<SettingsMistake> Mistakes => mistakes;

    /// <summary>The whole list as it is printed.</summary>
    public string ForOperators()
    {
        var lines = mistakes.SelectMany(mistake => new[] { $"  ✗ {mistake.Name}", $"    {mistake.English}", $"    {mistake.Vietnamese}" });

        return string.Join(
            Environment.NewLine,
            lines.Prepend("The bot does not start: the settings hold mistakes. / Bot chưa chạy: cài đặt còn chỗ sai."));
    }
}

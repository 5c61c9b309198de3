using System.Reflection;
using CommunityBot.Host.Settings;
using CommunityBot.Settings;

namespace CommunityBot.Host.Logging;

/// <summary>The tokens and passwords of this host's settings, so that they can be blacked out of whatever is written.</summary>
internal sealed class SettingSecrets
{
    /// <summary>Shorter values would black out ordinary words.</summary>
    private const int ShortestSecret = 8;

    private readonly string[] values;

    public SettingSecrets(IConfiguration configuration, IEnumerable<SettingsSection> sections) =>
        values =
        [
            .. sections.SelectMany(section => SecretsIn(configuration.GetSection(section.Name), section.Shape))
                .Append(configuration.GetConnectionString("PostgreSql"))
                .OfType<string>()
                .Where(value => value.Length >= ShortestSecret)
                .Distinct(StringComparer.Ordinal)
                .OrderByDescending(value => value.Length),
        ];

    public string Scrub(string text)
    {
        foreach (var value in values)
        {
            text = text.Replace(value, "***", StringComparison.Ordinal);
        }

        return text;
    }

    private static IEnumerable<string?> SecretsIn(IConfigurationSection section, Type shape)
    {
        foreach (var property in KnownSettings.PropertiesOf(shape))
        {
            var child = section.GetSection(property.Name);

            if (property.GetCustomAttribute<SecretAttribute>() is not null)
            {
                yield return child.Value;
            }

            foreach (var inner in KnownSettings.IsPlain(property.PropertyType) ? [] : SecretsIn(child, property.PropertyType))
            {
                yield return inner;
            }
        }
    }
}

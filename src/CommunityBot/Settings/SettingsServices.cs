using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CommunityBot.Settings;

/// <summary>Declares the settings of a feature, so that the operator's spelling and values are checked before the bot starts.</summary>
public static class SettingsServices
{
    /// <summary>Binds a section to its options class. Bounds are data annotations; rules over several settings follow with <c>.Validate(…)</c>.</summary>
    public static OptionsBuilder<TOptions> AddSettings<TOptions>(this IServiceCollection services, string section)
        where TOptions : class
    {
        services.AddSingleton(new SettingsSection(
            section, typeof(TOptions), provider => provider.GetRequiredService<IOptions<TOptions>>().Value));

        return services.AddOptions<TOptions>().BindConfiguration(section).ValidateDataAnnotations().ValidateOnStart();
    }
}

namespace CommunityBot.Settings;

/// <summary>A section of the operator's settings that some feature reads: its name, its shape, and how its values are checked.</summary>
/// <param name="Name">As it stands in a settings file ("Telegram").</param>
/// <param name="Shape">The options class; its properties are the known names.</param>
/// <param name="Read">Binds and validates the whole section; throws what the options framework throws.</param>
public sealed record SettingsSection(string Name, Type Shape, Func<IServiceProvider, object> Read);

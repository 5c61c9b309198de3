using System.Reflection;
using CommunityBot.Settings;

namespace CommunityBot.Host.Settings;

/// <summary>Every name an operator may write: the sections of our features and the few of the .NET host.</summary>
internal sealed class KnownSettings(IEnumerable<SettingsSection> sections)
{
    /// <summary>Names of the .NET host itself; what stands inside is checked by it.</summary>
    private static readonly string[] OfTheFramework =
        ["Urls", "AllowedHosts", "Kestrel", "Logging", "Environment", "ContentRoot", "ApplicationName", "ShutdownTimeoutSeconds"];

    private readonly Dictionary<string, SettingsSection> byName = sections
        .GroupBy(section => section.Name, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(group => group.Key, group => group.First(), StringComparer.OrdinalIgnoreCase);

    public IEnumerable<SettingsSection> Ours => byName.Values;

    /// <summary>Names of our sections.</summary>
    public IEnumerable<string> SectionNames => byName.Keys;

    /// <summary>Every full name ("Storage:Path").</summary>
    public IEnumerable<string> FullNames => byName.Values.SelectMany(section => NamesIn(section.Name, section.Shape));

    public bool IsTopLevel(string name) => byName.ContainsKey(name) || OfTheFramework.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The settable names of a shape; empty for a plain value.</summary>
    public static IReadOnlyList<PropertyInfo> PropertiesOf(Type shape) =>
        IsPlain(shape) ? [] : [.. shape.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite)];

    /// <summary>True for a value that is one text in a settings file.</summary>
    public static bool IsPlain(Type shape)
    {
        var type = Nullable.GetUnderlyingType(shape) ?? shape;
        return type.IsPrimitive || type.IsEnum || type.Namespace == "System" || IsMany(type);
    }

    /// <summary>True for a list or a table, whose names are the operator's own.</summary>
    private static bool IsMany(Type type) => type != typeof(string) && typeof(System.Collections.IEnumerable).IsAssignableFrom(type);

    private static IEnumerable<string> NamesIn(string path, Type shape) => PropertiesOf(shape).SelectMany(property =>
        IsPlain(property.PropertyType) ? [$"{path}:{property.Name}"] : NamesIn($"{path}:{property.Name}", property.PropertyType));
}

using System.ComponentModel.DataAnnotations;
using CommunityBot.Settings;
using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.Options;

namespace CommunityBot.Host.Settings;

/// <summary>Reads all settings before the bot starts and names every mistake at once: unknown names, wrong values, rules broken.</summary>
internal sealed class SettingsCheck(IConfigurationRoot configuration, KnownSettings known, IReadOnlyCollection<string> environmentNames)
{
    private readonly List<SettingsMistake> mistakes = [];

    /// <exception cref="SettingsException">When anything is wrong.</exception>
    public static void Run(WebApplicationBuilder builder, HostStart start)
    {
        // Only options are made here, the features wait for right settings; disposing it would take the configuration along.
        var services = builder.Services.BuildServiceProvider();
        var known = new KnownSettings(services.GetServices<SettingsSection>());
        var ours = new SettingsCheck(builder.Configuration, known, start.EnvironmentNames).FindAll(services);
        SettingsMistake[] mistakes = [.. ours, .. AddressCheck.Find(builder.Configuration, start.Mode), .. StoreCheck(builder.Configuration)];

        if (mistakes.Length > 0)
        {
            throw new SettingsException(mistakes);
        }
    }

    public IReadOnlyList<SettingsMistake> FindAll(IServiceProvider services)
    {
        FindUnknownSections();
        FindMistypedEnvironmentNames();

        foreach (var section in known.Ours)
        {
            var before = mistakes.Count;
            CheckNames(configuration.GetSection(section.Name), section.Shape);

            if (mistakes.Count == before)
            {
                CheckRules(section, services);
            }
        }

        return mistakes;
    }

    private static IEnumerable<SettingsMistake> StoreCheck(ConfigurationManager configuration)
    {
        if (string.Equals(configuration["Storage:Provider"], "PostgreSql", StringComparison.OrdinalIgnoreCase))
        {
            yield return new SettingsMistake(
                "Storage:Provider",
                "PostgreSql is not available yet; use LiteDb (or leave the setting out).",
                "Chưa dùng được PostgreSql; hãy ghi LiteDb (hoặc bỏ dòng này).");
        }
    }

    private void FindUnknownSections()
    {
        var written = configuration.Providers
            .Where(provider => provider is JsonConfigurationProvider or CommandLineConfigurationProvider)
            .SelectMany(provider => provider.GetChildKeys([], null))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Where(name => !known.IsTopLevel(name));

        foreach (var name in written)
        {
            AddUnknown(name, known.SectionNames);
        }
    }

    /// <summary>An environment is shared with other programs, so only what looks like a slip of ours is refused.</summary>
    private void FindMistypedEnvironmentNames()
    {
        foreach (var name in environmentNames.Where(name => name.Contains("__", StringComparison.Ordinal)))
        {
            var full = name.Replace("__", ":", StringComparison.Ordinal);
            var section = full.Split(':')[0];

            if (!known.IsTopLevel(section) && !section.Contains('_', StringComparison.Ordinal) && NearestTo(full, section) is { } meant)
            {
                Add(name, $"Unknown name; did you mean {meant}?", $"Không có tên này; có phải {meant} không?");
            }
        }
    }

    private string? NearestTo(string full, string section)
    {
        // Two letters off a name of three would catch strangers such as DB__HOST.
        var near = known.SectionNames.FirstOrDefault(name => NearestName.Distance(section, name) <= Math.Min(2, name.Length / 2));
        var whole = known.FullNames.FirstOrDefault(name => NearestName.Distance(full, name) <= 2);
        return (whole ?? near)?.Replace(":", "__", StringComparison.Ordinal);
    }

    private void CheckNames(IConfigurationSection written, Type shape)
    {
        var properties = KnownSettings.PropertiesOf(shape);

        if (written.Value is { Length: > 0 } && properties.Count > 0)
        {
            Add(written.Path, "This is a section with settings inside, not a value.", "Đây là một mục có các cài đặt bên trong, không phải một giá trị.");
        }

        foreach (var child in written.GetChildren())
        {
            var property = properties.FirstOrDefault(one => string.Equals(one.Name, child.Key, StringComparison.OrdinalIgnoreCase));

            if (property is null)
            {
                AddUnknown(child.Path, properties.Select(one => $"{written.Path}:{one.Name}"));
            }
            else if (KnownSettings.IsPlain(property.PropertyType))
            {
                CheckValue(child, property.PropertyType);
            }
            else
            {
                CheckNames(child, property.PropertyType);
            }
        }
    }

    private void CheckValue(IConfigurationSection written, Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;

        try
        {
            var value = written.Get(type);

            if (!plain.IsEnum || value is null || Enum.IsDefined(plain, value))
            {
                return;
            }
        }
        catch (InvalidOperationException)
        {
            // The binder's own sentence repeats the value, which may be a secret.
        }

        var (english, vietnamese) = Expected(plain);
        Add(written.Path, $"The value must be {english}.", $"Giá trị phải là {vietnamese}.");
    }

    private static (string English, string Vietnamese) Expected(Type type) => type switch
    {
        { IsEnum: true } => ($"one of {string.Join(", ", Enum.GetNames(type))}", $"một trong các từ {string.Join(", ", Enum.GetNames(type))}"),
        _ when type == typeof(bool) => ("true or false", "true hoặc false"),
        _ when type == typeof(TimeSpan) => ("a time such as 00:05:00", "khoảng thời gian, ví dụ 00:05:00"),
        _ when type == typeof(double) || type == typeof(decimal) => ("a number", "một số"),
        _ when type.IsPrimitive => ("a whole number", "một số nguyên"),
        _ => ($"a {type.Name}", $"kiểu {type.Name}"),
    };

    private void CheckRules(SettingsSection section, IServiceProvider services)
    {
        var options = configuration.GetSection(section.Name).Get(section.Shape) ?? Activator.CreateInstance(section.Shape)!;
        var results = new List<ValidationResult>();

        if (!Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true))
        {
            foreach (var result in results)
            {
                AddRule(section, result);
            }

            return;
        }

        try
        {
            section.Read(services);
        }
        catch (OptionsValidationException exception)
        {
            foreach (var failure in exception.Failures)
            {
                var halves = failure.Split(" / ", 2);
                Add(section.Name, halves[0], halves[^1]);
            }
        }
    }

    private void AddRule(SettingsSection section, ValidationResult result)
    {
        var member = result.MemberNames.FirstOrDefault();
        var rules = member is null ? [] : section.Shape.GetProperty(member)?.GetCustomAttributes(inherit: true) ?? [];
        var vietnamese = rules.OfType<ValidationAttribute>().Select(InVietnamese).FirstOrDefault(words => words is not null);

        Add(
            member is null ? section.Name : $"{section.Name}:{member}",
            result.ErrorMessage ?? "The value is not valid.",
            vietnamese ?? "Giá trị không hợp lệ.");
    }

    private static string? InVietnamese(ValidationAttribute rule) => rule switch
    {
        RangeAttribute range => $"Phải từ {range.Minimum} đến {range.Maximum}.",
        RequiredAttribute => "Không được để trống.",
        UrlAttribute => "Phải là một địa chỉ bắt đầu bằng http:// hoặc https://.",
        MinLengthAttribute length => $"Phải có ít nhất {length.Length} ký tự.",
        MaxLengthAttribute length => $"Nhiều nhất {length.Length} ký tự.",
        _ => null,
    };

    private void AddUnknown(string name, IEnumerable<string> candidates)
    {
        var nearest = NearestName.Of(name, candidates) ?? NearestName.Of(name, known.FullNames);

        if (nearest is null)
        {
            Add(name, "Unknown setting.", "Không có cài đặt nào tên như vậy.");
        }
        else
        {
            Add(name, $"Unknown setting; did you mean {nearest}?", $"Không có cài đặt này; có phải {nearest} không?");
        }
    }

    private void Add(string name, string english, string vietnamese) => mistakes.Add(new SettingsMistake(name, english, vietnamese));
}

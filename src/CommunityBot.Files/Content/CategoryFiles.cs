using System.Globalization;
using System.Text.RegularExpressions;
using CommunityBot.Awareness;
using CommunityBot.Phrases;
using CommunityBot.Primitives;
using CommunityBot.Reports;

namespace CommunityBot.Files.Content;

/// <summary>Reads <c>categories/*.yaml</c>, the six pictures and the times aimed at.</summary>
internal sealed partial class CategoryFiles(ContentFolder folder, PictureFolder pictures, WordReader reader, ContentNotes notes)
{
    private const string GroupFile = "category_groups.yaml";
    private const string SeverityFile = "severities.yaml";
    private const int MostGroups = 6;
    private const int MostInGroup = 4;

    private static readonly Dictionary<string, Severity> Severities =
        Enum.GetValues<Severity>().ToDictionary(severity => severity.ToString(), StringComparer.Ordinal);

    private static readonly string[] EmergencyNumbers = ["111", "112", "113", "114", "115"];

    public CategoryCatalogue Read()
    {
        var groups = ReadGroups();
        var categories = ReadCategories(groups);
        CheckGroups(groups, categories);
        return new CategoryCatalogue(groups, categories, ReadTargets());
    }

    /// <summary>The names that a translation may give, beside the phrases.</summary>
    public static IEnumerable<Phrase> Names(CategoryCatalogue categories) =>
    [
        .. categories.Groups.Select(group => new Phrase($"category.group_{group.Key}", group.Label)),
        .. categories.All.Select(category => new Phrase($"category.button_{category.Key}", category.ButtonLabel)),
    ];

    private List<CategoryGroup> ReadGroups()
    {
        var groups = new List<CategoryGroup>();

        if (Open(GroupFile) is not { } form)
        {
            return groups;
        }

        foreach (var one in form.Forms("groups"))
        {
            var picture = new Picture(one.Text("picture"), one.Text("alt"));
            groups.Add(new CategoryGroup(one.Text("key"), one.Text("label", Topic.LongestButton), one.Text("icon"), picture));
            pictures.Expect(picture.Name, GroupFile, one.LineOf("picture"));
            one.NothingElse();
        }

        form.NothingElse();

        if (groups.Count > MostGroups)
        {
            form.Mistake("groups", $"chỉ được nhiều nhất {MostGroups} nhóm, ở đây có {groups.Count}.");
        }

        return groups;
    }

    private List<ReportCategory> ReadCategories(List<CategoryGroup> groups)
    {
        var categories = new List<ReportCategory>();

        foreach (var file in folder.Files("categories", "*.yaml"))
        {
            if (groups.Count > 0 && Open(file) is { } form)
            {
                categories.Add(ReadCategory(Path.GetFileNameWithoutExtension(file), form, groups));
                form.NothingElse();

                if (categories[..^1].Find(other => other.Code == categories[^1].Code) is { } twin)
                {
                    form.Mistake("code", $"mã \"{twin.Code}\" đã dùng cho \"{twin.Key}\".");
                }
            }
        }

        return [.. categories.OrderBy(category => category.Code, StringComparer.Ordinal)];
    }

    private ReportCategory ReadCategory(string key, YamlForm form, List<CategoryGroup> groups)
    {
        var category = new ReportCategory(
            key,
            form.Text("code"),
            form.Text("name", 60),
            form.Text("button", Topic.LongestButton),
            form.Text("icon"),
            form.OneOf("group", groups.ToDictionary(group => group.Key, StringComparer.Ordinal)),
            form.OneOf("severity", Severities),
            [.. form.Forms("raise").Select(ReadRaise)],
            form.Text("lead_agency"),
            form.Text("handled_by"),
            form.OptionalText("made_safe_within") is { } safe ? AsTarget(form, "made_safe_within", safe) : null,
            AsTarget(form, "done_within", form.Text("done_within")),
            Advice(form));

        if (!Code().IsMatch(category.Code))
        {
            form.Mistake("code", $"mã phải như C01, không phải \"{category.Code}\".");
        }

        return category;
    }

    private RaiseRule ReadRaise(YamlForm form)
    {
        var rule = new RaiseRule(
            form.OneOf("to", Severities),
            reader,
            form.FullList("words").Select(word => word.Text).Where(word => reader.Read(word).Count > 0),
            Advice(form),
            form.OptionalText("number"));
        form.NothingElse();

        if (rule.Number is { } number && !EmergencyNumbers.Contains(number))
        {
            form.Mistake("number", $"số khẩn cấp là 111 đến 115, không phải \"{number}\".");
        }

        return rule;
    }

    private static string? Advice(YamlForm form)
    {
        var advice = form.OptionalText("advice", Topic.LongestMessage);

        if (advice is not null)
        {
            WordingRules.Check(advice, sentence => form.Mistake("advice", sentence), sentence => form.Hint("advice", sentence));
        }

        return advice;
    }

    private List<SeverityTargets> ReadTargets()
    {
        var form = Open(SeverityFile);
        var targets = new List<SeverityTargets>();

        foreach (var (name, severity) in Severities)
        {
            if (form?.Form(name) is { } one)
            {
                targets.Add(new SeverityTargets(
                    severity,
                    one.Text("name"),
                    AsTarget(one, "acknowledge", one.Text("acknowledge")),
                    AsTarget(one, "acknowledge_off_hours", one.Text("acknowledge_off_hours")),
                    AsTarget(one, "on_site", one.Text("on_site")),
                    AsTarget(one, "done", one.Text("done"))));
                one.NothingElse();
            }
        }

        form?.NothingElse();
        return targets;
    }

    private void CheckGroups(List<CategoryGroup> groups, List<ReportCategory> categories)
    {
        foreach (var group in groups)
        {
            var members = categories.Count(category => category.Group == group);

            if (members is 0 or > MostInGroup)
            {
                notes.Mistake(GroupFile, 0, $"nhóm \"{group.Label}\" phải có 1 đến {MostInGroup} loại, ở đây có {members}.");
            }
        }
    }

    private static Target AsTarget(YamlForm form, string name, string text)
    {
        var match = Duration().Match(text);

        if (match.Success && int.TryParse(match.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var amount))
        {
            return match.Groups[2].Value switch
            {
                "phút" => Target.Minutes(amount),
                "giờ" => Target.Hours(amount),
                _ => Target.WorkingDays(amount),
            };
        }

        if (text.Length > 0)
        {
            form.Mistake(name, $"thời hạn phải viết như \"15 phút\", \"24 giờ\" hoặc \"3 ngày làm việc\", không phải \"{text}\".");
        }

        return Target.WorkingDays(1);
    }

    private YamlForm? Open(string file) => folder.ReadText(file) is { } text ? YamlFile.Read(text, file, 1, notes) : null;

    [GeneratedRegex("^C[0-9]{2}$", RegexOptions.CultureInvariant)]
    private static partial Regex Code();

    [GeneratedRegex("^([1-9][0-9]{0,2}) (phút|giờ|ngày làm việc)$", RegexOptions.CultureInvariant)]
    private static partial Regex Duration();
}

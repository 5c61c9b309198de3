using System.Globalization;
using CommunityBot.Primitives;
using YamlDotNet.RepresentationModel;

namespace CommunityBot.Files.Content;

/// <summary>A list of "name: value" lines in a content file; every question asked of it notes what is missing or wrong, with the line.</summary>
internal sealed class YamlForm(YamlMappingNode node, string file, int firstLine, ContentNotes notes)
{
    private readonly Dictionary<string, (YamlNode Name, YamlNode Value)> fields = FieldsOf(node);
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);

    public int Line => LineOf(node);

    public IEnumerable<string> Names => fields.Keys;

    public int LineOf(string name) => fields.TryGetValue(name, out var field) ? LineOf(field.Name) : Line;

    public void Mistake(string name, string sentence) => notes.Mistake(file, LineOf(name), sentence);

    public void Hint(string name, string sentence) => notes.Hint(file, LineOf(name), sentence);

    /// <summary>A text that must be there.</summary>
    public string Text(string name)
    {
        if (OptionalText(name) is { } text)
        {
            return text;
        }

        if (!fields.ContainsKey(name))
        {
            notes.Mistake(file, Line, $"thiếu dòng \"{name}:\".");
        }

        return "";
    }

    public string? OptionalText(string name)
    {
        if (Value(name) is not { } value)
        {
            return null;
        }

        if (value is YamlScalarNode { Value: { } text } && !string.IsNullOrWhiteSpace(text))
        {
            return VietnameseText.Compose(text.Trim());
        }

        Mistake(name, $"sau \"{name}:\" phải có chữ.");
        return null;
    }

    /// <summary>A text shown in a message or on a button: not longer than it may be.</summary>
    public string Text(string name, int most)
    {
        var text = Text(name);

        if (text.Length > most)
        {
            Mistake(name, $"\"{name}\" dài {text.Length} chữ, chỉ được nhiều nhất {most}.");
        }

        return text;
    }

    public string? OptionalText(string name, int most) => fields.ContainsKey(name) ? Text(name, most) : Skipped(name);

    public int WholeNumber(string name, int from, int to)
    {
        var text = Text(name);

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= from && number <= to)
        {
            return number;
        }

        if (text.Length > 0)
        {
            Mistake(name, $"\"{name}\" phải là số từ {from} đến {to}, không phải \"{text}\".");
        }

        return from;
    }

    public DateOnly Date(string name)
    {
        var text = Text(name);

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        if (text.Length > 0)
        {
            Mistake(name, $"ngày phải viết như 2026-11-23, không phải \"{text}\".");
        }

        return default;
    }

    /// <summary>When the content was last compared with its source; remembered, because it goes stale.</summary>
    public DateOnly CheckedOn()
    {
        var day = Date("checked_on");
        notes.Checked(file, LineOf("checked_on"), day);
        return day;
    }

    /// <summary>A date that may be missing.</summary>
    public DateOnly? OptionalDate(string name) => fields.ContainsKey(name) ? Date(name) : Missing(name);

    /// <summary>One of a few allowed words; a slip is answered with the nearest of them.</summary>
    public T OneOf<T>(string name, IReadOnlyDictionary<string, T> allowed)
    {
        var text = Text(name);

        if (allowed.TryGetValue(text, out var value))
        {
            return value;
        }

        if (text.Length > 0)
        {
            Mistake(name, $"\"{text}\" không có trong danh sách: {string.Join(", ", allowed.Keys)}.{NearestName.Hint(text, allowed.Keys)}");
        }

        return allowed.Values.First();
    }

    /// <summary>The lines of a list, each with its own line number; empty when the list is missing.</summary>
    public IReadOnlyList<(string Text, int Line)> List(string name)
    {
        if (Value(name) is not { } value)
        {
            return [];
        }

        if (value is not YamlSequenceNode list)
        {
            Mistake(name, $"\"{name}\" phải là danh sách, mỗi dòng bắt đầu bằng dấu gạch ngang.");
            return [];
        }

        return [.. list.SelectMany(one => Item(one, name))];
    }

    /// <summary>A list of which at least one line must be there.</summary>
    public IReadOnlyList<(string Text, int Line)> FullList(string name)
    {
        var list = List(name);

        if (list.Count == 0)
        {
            Mistake(name, $"\"{name}\" cần ít nhất một dòng.");
        }

        return list;
    }

    public YamlForm? Form(string name)
    {
        var value = Value(name);

        if (value is YamlMappingNode inner)
        {
            return new YamlForm(inner, file, firstLine, notes);
        }

        Mistake(name, value is null ? $"thiếu phần \"{name}:\"." : $"\"{name}\" phải gồm các dòng \"tên: giá trị\" thụt vào.");
        return null;
    }

    /// <summary>A part that may be missing.</summary>
    public YamlForm? OptionalForm(string name) => Value(name) is null ? null : Form(name);

    /// <summary>A list whose items are forms themselves.</summary>
    public IReadOnlyList<YamlForm> Forms(string name)
    {
        if (Value(name) is not { } value)
        {
            return [];
        }

        if (value is YamlSequenceNode list && list.All(one => one is YamlMappingNode))
        {
            return [.. list.Cast<YamlMappingNode>().Select(one => new YamlForm(one, file, firstLine, notes))];
        }

        Mistake(name, $"\"{name}\" phải là danh sách, mỗi mục bắt đầu bằng dấu gạch ngang và gồm các dòng \"tên: giá trị\".");
        return [];
    }

    /// <summary>Notes every name nobody asked for: a slip of the pen, with the nearest name that exists.</summary>
    public void NothingElse()
    {
        foreach (var name in fields.Keys.Where(name => !asked.Contains(name)))
        {
            Mistake(name, $"không có mục nào tên \"{name}\".{NearestName.Hint(name, asked)}");
        }
    }

    private static Dictionary<string, (YamlNode Name, YamlNode Value)> FieldsOf(YamlMappingNode node)
    {
        var fields = new Dictionary<string, (YamlNode Name, YamlNode Value)>(StringComparer.Ordinal);

        foreach (var (name, value) in node.Children)
        {
            fields[(name as YamlScalarNode)?.Value ?? ""] = (name, value);
        }

        return fields;
    }

    private IEnumerable<(string Text, int Line)> Item(YamlNode item, string name)
    {
        if (item is YamlScalarNode { Value: { } text } && !string.IsNullOrWhiteSpace(text))
        {
            yield return (VietnameseText.Compose(text.Trim()), LineOf(item));
        }
        else
        {
            notes.Mistake(file, LineOf(item), $"mỗi dòng của \"{name}\" phải là chữ; có dấu hai chấm thì đặt cả câu trong ngoặc kép.");
        }
    }

    private YamlNode? Value(string name)
    {
        asked.Add(name);
        return fields.TryGetValue(name, out var field) ? field.Value : null;
    }

    private string? Skipped(string name)
    {
        asked.Add(name);
        return null;
    }

    private DateOnly? Missing(string name)
    {
        asked.Add(name);
        return null;
    }

    private int LineOf(YamlNode one) => firstLine + (int)one.Start.Line - 1;
}

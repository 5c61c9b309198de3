using System.Text.RegularExpressions;
using CommunityBot.Awareness;
using CommunityBot.Primitives;

namespace CommunityBot.Files.Content;

/// <summary>Reads <c>facts/*.yaml</c>: fines, loans, phone numbers and laws, each with its source and the day it was checked.</summary>
internal static partial class FactFiles
{
    private const string Folder = "facts";
    private const int LongestFact = 160;

    public static FactBook Read(ContentFolder folder, ContentNotes notes)
    {
        var facts = new Dictionary<string, WrittenFact>(StringComparer.Ordinal);

        foreach (var file in folder.Files(Folder, "*.yaml"))
        {
            if (folder.ReadText(file) is not { } text || YamlFile.Read(text, file, 1, notes) is not { } form)
            {
                continue;
            }

            foreach (var item in form.Forms("facts"))
            {
                Keep(item, new WrittenFact(ReadFact(item), file, item.Line), facts);
            }

            form.NothingElse();
        }

        return new FactBook(facts);
    }

    private static void Keep(YamlForm item, WrittenFact written, Dictionary<string, WrittenFact> facts)
    {
        var key = written.Fact.Key;

        if (!Key().IsMatch(key))
        {
            item.Mistake("key", $"tên dữ kiện \"{key}\" chỉ gồm chữ thường không dấu, số và gạch dưới, như waste_fine.");
        }
        else if (!facts.TryAdd(key, written))
        {
            item.Mistake("key", $"dữ kiện \"{key}\" đã có trong {facts[key].File}. Hãy bỏ bớt một mục.");
        }
    }

    private static Fact ReadFact(YamlForm item)
    {
        var fact = new Fact(
            item.Text("key"),
            item.Text("text", LongestFact),
            item.Text("source"),
            item.CheckedOn(),
            item.OptionalDate("valid_from"),
            item.OptionalDate("valid_to"))
        {
            Translations = Languages.Others
                .Select(language => (Language: language, Text: item.OptionalText($"text_{language}", LongestFact)))
                .Where(one => one.Text is not null)
                .ToDictionary(one => one.Language, one => one.Text!, StringComparer.Ordinal),
        };

        if (fact is { ValidFrom: { } from, ValidTo: { } to } && to < from)
        {
            item.Mistake("valid_to", "ngày hết hiệu lực phải sau ngày bắt đầu.");
        }

        item.NothingElse();
        return fact;
    }

    [GeneratedRegex("^[a-z][a-z0-9_]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Key();
}

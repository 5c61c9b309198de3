using System.Text.RegularExpressions;
using CommunityBot.Awareness;
using CommunityBot.Phrases;

namespace CommunityBot.Files.Content;

/// <summary>Reads <c>phrases/*.yaml</c>: every sentence the bot says, one file per feature.</summary>
internal static partial class PhraseFiles
{
    private const string Folder = "phrases";
    private const string ButtonName = ".button_";

    public static IReadOnlyList<Phrase> Read(ContentFolder folder, ContentNotes notes)
    {
        var phrases = new Dictionary<string, Phrase>(StringComparer.Ordinal);
        var homes = new Dictionary<string, string>(StringComparer.Ordinal);

        foreach (var file in folder.Files(Folder, "*.yaml"))
        {
            if (folder.ReadText(file) is { } text && YamlFile.Read(text, file, 1, notes) is { } form)
            {
                ReadFile(form, file, phrases, homes);
            }
        }

        return [.. phrases.Values];
    }

    private static void ReadFile(YamlForm form, string file, Dictionary<string, Phrase> phrases, Dictionary<string, string> homes)
    {
        foreach (var key in form.Names.ToList())
        {
            if (!Key().IsMatch(key))
            {
                form.Mistake(key, $"tên câu \"{key}\" phải như report.ask_photo: chữ thường không dấu, một dấu chấm, gạch dưới.");
            }
            else if (!phrases.TryAdd(key, ReadPhrase(form, key)))
            {
                form.Mistake(key, $"câu \"{key}\" đã có trong {homes[key]}. Hãy bỏ bớt một câu.");
            }
            else
            {
                homes[key] = file;
            }
        }
    }

    private static Phrase ReadPhrase(YamlForm form, string key)
    {
        var isButton = key.Contains(ButtonName, StringComparison.Ordinal);
        var phrase = new Phrase(key, form.Text(key, isButton ? Topic.LongestButton : Topic.LongestMessage));
        WordingRules.Check(phrase.Text, sentence => form.Mistake(key, sentence), sentence => form.Hint(key, sentence));

        if (phrase.Places.FirstOrDefault(place => !Place().IsMatch(place)) is { } odd)
        {
            form.Mistake(key, $"chỗ điền {{{odd}}} phải là một tên chữ thường không dấu, như {{ma}}.");
        }

        return phrase;
    }

    [GeneratedRegex("^[a-z][a-z0-9_]*\\.[a-z][a-z0-9_]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Key();

    [GeneratedRegex("^[a-zB][a-z0-9_]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Place();
}

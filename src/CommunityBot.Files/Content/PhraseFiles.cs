using System.Text.RegularExpressions;
using CommunityBot.Awareness;
using CommunityBot.Phrases;
using CommunityBot.Primitives;

namespace CommunityBot.Files.Content;

/// <summary>Reads <c>phrases/*.yaml</c>: every sentence the bot says, one file per feature.</summary>
internal static partial class PhraseFiles
{
    private const string Folder = "phrases";
    private const string ButtonName = ".button_";

    /// <summary>The Vietnamese sentences.</summary>
    public static IReadOnlyList<Phrase> Read(ContentFolder folder, ContentNotes notes) =>
        Read(folder.Files(Folder, "*.yaml"), folder, notes, (_, _) => { });

    /// <summary>What is translated, by language, signed for or not.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<Phrase>> ReadTranslations(IReadOnlyCollection<Phrase> originals, ContentFolder folder, ContentNotes notes) => Languages.Others
        .Select(language => (Language: language, Phrases: ReadTranslation(language, originals, folder, notes)))
        .Where(one => one.Phrases.Count > 0)
        .ToDictionary(one => one.Language, one => one.Phrases, StringComparer.Ordinal);

    /// <summary>The sentences of <c>phrases/LANG</c>: the same keys, the same places to fill in, without the Vietnamese form of address.</summary>
    private static IReadOnlyList<Phrase> ReadTranslation(string language, IReadOnlyCollection<Phrase> originals, ContentFolder folder, ContentNotes notes)
    {
        var byKey = originals.ToDictionary(phrase => phrase.Key, StringComparer.Ordinal);
        var files = folder.Files($"{Folder}/{language}", "*.yaml").Where(file => !file.EndsWith(LanguageFiles.FileName, StringComparison.Ordinal));
        return Read(files, folder, notes, (form, phrase) => CheckAgainst(byKey.GetValueOrDefault(phrase.Key), phrase, form));
    }

    private static IReadOnlyList<Phrase> Read(IEnumerable<string> files, ContentFolder folder, ContentNotes notes, Action<YamlForm, Phrase> check)
    {
        var phrases = new Dictionary<string, Phrase>(StringComparer.Ordinal);
        var homes = new Dictionary<string, string>(StringComparer.Ordinal);

        foreach (var file in files)
        {
            if (folder.ReadText(file) is { } text && YamlFile.Read(text, file, 1, notes) is { } form)
            {
                ReadFile(form, file, phrases, homes);

                foreach (var key in form.Names.Where(key => homes.GetValueOrDefault(key) == file))
                {
                    check(form, phrases[key]);
                }
            }
        }

        return [.. phrases.Values];
    }

    private static void CheckAgainst(Phrase? original, Phrase translated, YamlForm form)
    {
        if (original is null)
        {
            form.Hint(translated.Key, $"không có câu \"{translated.Key}\" bên tiếng Việt, nên không dùng đến.");
            return;
        }

        var wanted = original.Places.Where(place => !IsAddress(place)).Order(StringComparer.Ordinal).ToList();
        var found = translated.Places.Order(StringComparer.Ordinal).ToList();

        if (!wanted.SequenceEqual(found, StringComparer.Ordinal))
        {
            form.Mistake(translated.Key, $"câu \"{translated.Key}\" phải có đúng các chỗ điền: {(wanted.Count == 0 ? "không có chỗ nào" : string.Join(", ", wanted.Select(place => $"{{{place}}}")))}.");
        }
    }

    private static bool IsAddress(string place) => place.Equals(Phrasebook.AddressPlace, StringComparison.OrdinalIgnoreCase);

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

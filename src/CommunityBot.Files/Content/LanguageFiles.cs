using CommunityBot.Awareness;
using CommunityBot.Phrases;
using CommunityBot.Primitives;

namespace CommunityBot.Files.Content;

/// <summary>Reads <c>phrases/LANG/language.yaml</c>: the name of a language and who has read it. Unsigned languages are never shown.</summary>
internal static class LanguageFiles
{
    public const string FileName = "/language.yaml";

    private const string Folder = "phrases";

    public static OfferedLanguages Read(ContentFolder folder, ContentNotes notes)
    {
        foreach (var place in folder.Folders(Folder).Where(place => !Languages.Others.Contains(place[(Folder.Length + 1)..])))
        {
            notes.Mistake(place, 0, $"không có tiếng \"{place[(Folder.Length + 1)..]}\": chỉ có {string.Join(", ", Languages.Others)}.");
        }

        return new OfferedLanguages([.. Languages.Others.Select(code => Read(code, folder, notes)).OfType<Language>().Where(language => language.ReviewedBy is not null)]);
    }

    private static Language? Read(string code, ContentFolder folder, ContentNotes notes)
    {
        var file = $"{Folder}/{code}{FileName}";

        if (!folder.Has(file) || folder.ReadText(file) is not { } text || YamlFile.Read(text, file, 1, notes) is not { } form)
        {
            return null;
        }

        var language = new Language(code, form.Text("name", Topic.LongestButton), form.OptionalText("reviewed_by"));
        form.NothingElse();
        return language;
    }
}

using CommunityBot.Primitives;
using CommunityBot.Understanding;

namespace CommunityBot.Files.Content;

/// <summary>Reads <c>understanding/*.tsv</c>: for every meaning the sentences bà con might write, one a line, with the family of phrasing before it.</summary>
internal sealed class ExampleFiles(ContentFolder folder, ContentNotes notes)
{
    private const string Subfolder = "understanding";
    private const string NothingFile = "nothing";

    /// <summary>One meaning a file, named after it: <c>report.litter.tsv</c>, <c>thanks.tsv</c>.</summary>
    public List<Example> Read() => [.. folder.Files(Subfolder, "*.tsv").SelectMany(ReadFile)];

    private List<Example> ReadFile(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        var (intentName, key) = name.Split('.', 2) is [var before, var behind] ? (before, behind) : (name, null);
        var examples = new List<Example>();

        if (name == NothingFile)
        {
            (intentName, key) = (IntentReader.NameOf(Subject.Nothing.Intent), Subject.Nothing.Key);
        }

        if (!VocabularyFiles.Intents.TryGetValue(intentName, out var intent))
        {
            notes.Mistake(file, 0, $"không có ý nào tên \"{intentName}\".{NearestName.Hint(intentName, VocabularyFiles.Intents.Keys)}");
            return examples;
        }

        foreach (var (at, line) in (folder.ReadText(file) ?? "").Split('\n').Index())
        {
            if (line.Length == 0)
            {
                continue;
            }

            if (line.Split('\t') is [{ Length: > 0 } family, { Length: > 0 } text] && WordReader.Plain.Read(text).Count > 0)
            {
                examples.Add(new Example($"{name}/{family}", text, new Subject(intent, key)));
            }
            else
            {
                notes.Mistake(file, at + 1, "mỗi dòng phải là: tên nhóm câu, một dấu tab, rồi câu mẫu.");
            }
        }

        return examples;
    }
}

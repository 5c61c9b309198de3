using System.Globalization;
using CommunityBot.Awareness;
using CommunityBot.Primitives;
using CommunityBot.Understanding;

namespace CommunityBot.Files.Content;

/// <summary>Reads <c>vocabulary/*.yaml</c>: the words of danger, of commands and of every intent, topic and category.</summary>
internal sealed class VocabularyFiles(ContentFolder folder, ContentNotes notes)
{
    private const string ShortFormFile = "vocabulary/short_forms.yaml";
    private const string DangerFile = "vocabulary/danger.yaml";
    private const string CommandFile = "vocabulary/commands.yaml";
    private const string IntentFile = "vocabulary/intents.yaml";
    private const string TopicFile = "vocabulary/topics.yaml";
    private const string CategoryFile = "vocabulary/categories.yaml";

    private static readonly Dictionary<string, double> Weights = new(StringComparer.Ordinal)
    {
        ["strong"] = 4,
        ["normal"] = 2,
        ["weak"] = 1,
        ["against"] = -3,
    };

    internal static readonly Dictionary<string, Intent> Intents =
        Enum.GetValues<Intent>().ToDictionary(IntentReader.NameOf, StringComparer.Ordinal);

    private static readonly Dictionary<string, Command> Commands =
        Enum.GetValues<Command>().ToDictionary(SnakeCase, StringComparer.Ordinal);

    private readonly Dictionary<string, YamlForm?> opened = new(StringComparer.Ordinal);

    public WordReader Reader { get; private set; } = WordReader.Plain;

    /// <summary>Must be read before everything that compares words.</summary>
    public void ReadShortForms()
    {
        var forms = new Dictionary<string, string>(StringComparer.Ordinal);

        if (Open(ShortFormFile) is { } form)
        {
            foreach (var name in form.Names.ToList())
            {
                var written = form.Text(name);

                if (WordReader.Plain.Read(name).Count != 1 || written.Length == 0)
                {
                    form.Mistake(name, $"chữ tắt \"{name}\" phải là một chữ liền.");
                }
                else
                {
                    forms[name] = written;
                }
            }
        }

        Reader = new WordReader(forms);
    }

    public Vocabulary Read() => new(
        Reader,
        ReadDangers(),
        [.. ReadIntents(), .. ReadKeyed(TopicFile, Intent.AskTopic), .. ReadKeyed(CategoryFile, Intent.Report)],
        ReadCommands(),
        ReadNumbers());

    /// <summary>Notes every topic or category of the vocabulary that does not exist, and hints at those without words.</summary>
    public void CheckKeys(IReadOnlyCollection<string> categories)
    {
        if (Open(CategoryFile) is not { } form)
        {
            return;
        }

        foreach (var name in form.Names.Where(name => !categories.Contains(name)))
        {
            form.Mistake(name, $"không có loại phản ánh \"{name}\".{NearestName.Hint(name, categories)}");
        }

        foreach (var category in categories.Where(category => !form.Names.Contains(category)))
        {
            notes.Mistake(CategoryFile, 0, $"loại phản ánh \"{category}\" chưa có từ nào.");
        }
    }

    private List<(string Phrase, DangerSign Sign)> ReadDangers()
    {
        if (Open(DangerFile) is not { } form)
        {
            return [];
        }

        var dangers = new List<(string Phrase, DangerSign Sign)>();

        foreach (var one in form.Forms("numbers"))
        {
            var number = new DangerNumber(
                one.WholeNumber("number", 111, 115).ToString(CultureInfo.InvariantCulture),
                one.Text("say", Topic.LongestMessage));
            dangers.AddRange(Signs(one, "phrases", new DangerSign(DangerSignKind.Sure, number)));
            dangers.AddRange(Signs(one, "doubtful", new DangerSign(DangerSignKind.Doubtful, number)));
            one.NothingElse();
        }

        dangers.AddRange(Signs(form, "harmless", new DangerSign(DangerSignKind.Harmless, null)));
        dangers.AddRange(Signs(form, "calm", new DangerSign(DangerSignKind.Calm, null)));
        form.NothingElse();
        return dangers;
    }

    private IEnumerable<(string Phrase, DangerSign Sign)> Signs(YamlForm form, string name, DangerSign sign) =>
        Words(form, DangerFile, name).Select(phrase => (phrase, sign));

    private IEnumerable<(string Phrase, Meaning Meaning)> ReadIntents()
    {
        if (Open(IntentFile) is not { } form)
        {
            return [];
        }

        foreach (var name in form.Names.Where(name => !Intents.ContainsKey(name)).ToList())
        {
            form.Mistake(name, $"không có ý nào tên \"{name}\".{NearestName.Hint(name, Intents.Keys)}");
        }

        return [.. form.Names.Where(Intents.ContainsKey).SelectMany(name => Weighed(form, IntentFile, name, Intents[name], null))];
    }

    private IEnumerable<(string Phrase, Meaning Meaning)> ReadKeyed(string file, Intent intent) =>
        Open(file) is { } form ? [.. form.Names.ToList().SelectMany(name => Weighed(form, file, name, intent, name))] : [];

    private IEnumerable<(string Phrase, Meaning Meaning)> Weighed(YamlForm form, string file, string name, Intent intent, string? key)
    {
        if (form.Form(name) is not { } one)
        {
            yield break;
        }

        foreach (var (strength, weight) in Weights)
        {
            foreach (var phrase in Words(one, file, strength))
            {
                yield return (phrase, new Meaning(intent, key, weight));
            }
        }

        one.NothingElse();
    }

    private List<(string Phrase, Command Command)> ReadCommands()
    {
        var commands = new List<(string Phrase, Command Command)>();

        if (Open(CommandFile)?.Form("commands") is not { } form)
        {
            return commands;
        }

        foreach (var name in form.Names.ToList())
        {
            if (Commands.TryGetValue(name, out var command))
            {
                commands.AddRange(Words(form, CommandFile, name).Select(phrase => (phrase, command)));
            }
            else
            {
                form.Mistake(name, $"không có lệnh nào tên \"{name}\".{NearestName.Hint(name, Commands.Keys)}");
            }
        }

        return commands;
    }

    private List<(string Phrase, int Number)> ReadNumbers()
    {
        var numbers = new List<(string Phrase, int Number)>();

        if (Open(CommandFile)?.Form("numbers") is not { } form)
        {
            return numbers;
        }

        foreach (var name in form.Names.ToList())
        {
            if (int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                numbers.AddRange(Words(form, CommandFile, name).Select(phrase => (phrase, number)));
            }
            else
            {
                form.Mistake(name, $"\"{name}\" phải là một số.");
            }
        }

        return numbers;
    }

    private IEnumerable<string> Words(YamlForm form, string file, string name)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);

        foreach (var (text, line) in form.List(name))
        {
            if (Reader.Read(text).Count == 0)
            {
                notes.Mistake(file, line, $"\"{text}\" không có chữ nào.");
            }
            else if (!seen.Add(text))
            {
                notes.Mistake(file, line, $"\"{text}\" đã có ở trên.");
            }
            else
            {
                yield return text;
            }
        }
    }

    private YamlForm? Open(string file)
    {
        if (!opened.TryGetValue(file, out var form))
        {
            opened[file] = form = folder.ReadText(file) is { } text ? YamlFile.Read(text, file, 1, notes) : null;
        }

        return form;
    }

    private static string SnakeCase(Command command) =>
        string.Concat(command.ToString().Select((letter, at) => char.IsUpper(letter) ? (at > 0 ? "_" : "") + char.ToLowerInvariant(letter) : letter.ToString()));
}

using System.CommandLine;
using System.Text;
using CommunityBot.Host.Commands;

namespace CommunityBot.Host.Tests.Commands;

public sealed class HelpTests
{
    private const string Snapshot = "help.txt";

    private static string SnapshotPath => Path.Combine(AppContext.BaseDirectory, "Commands", Snapshot);

    public static TheoryData<string> Commands => [.. Names()];

    [Fact]
    public async Task The_help_of_every_command_reads_as_written_down()
    {
        var pages = new StringBuilder();

        foreach (var name in Names())
        {
            var page = await HelpOfAsync(name);
            pages.Append("=== ").Append(name.Length == 0 ? "(none)" : name).Append('\n').Append(page.ReplaceLineEndings("\n").TrimEnd()).Append("\n\n");
        }

        var written = File.Exists(SnapshotPath) ? (await File.ReadAllTextAsync(SnapshotPath, TestContext.Current.CancellationToken)).ReplaceLineEndings("\n") : "";
        var now = pages.ToString();

        // Where the pages were changed on purpose, the new file is copied over the old one.
        if (written != now)
        {
            await File.WriteAllTextAsync(Path.Combine(AppContext.BaseDirectory, Snapshot + ".new"), now, TestContext.Current.CancellationToken);
        }

        Assert.Equal(written, now);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Every_command_has_an_example_that_is_understood(string name)
    {
        var root = CommandLine.Root(new Terminal([], TextReader.Null, TextWriter.Null, TextWriter.Null));
        var command = name.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Aggregate((Command)root, (parent, word) => parent.Subcommands.Single(one => one.Name == word));

        if (command is BotCommand { Examples: var examples })
        {
            Assert.NotEmpty(examples);
            Assert.All(examples, example => Assert.Contains($"CommunityBot.Host {name}", example, StringComparison.Ordinal));
        }

        Assert.Contains("Exit codes:", await HelpOfAsync(name), StringComparison.Ordinal);
    }

    private static List<string> Names()
    {
        var root = CommandLine.Root(new Terminal([], TextReader.Null, TextWriter.Null, TextWriter.Null));
        return ["", .. Below(root, "")];
    }

    private static IEnumerable<string> Below(Command command, string path) => command.Subcommands.SelectMany(
        child => Below(child, $"{path}{child.Name} ").Prepend($"{path}{child.Name}"));

    private static async Task<string> HelpOfAsync(string name)
    {
        using var output = new StringWriter();
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var exit = await CommandLine.RunAsync([.. words, "--help"], TextReader.Null, output, TextWriter.Null);
        Assert.Equal(0, exit);

        // The runner of the tests gives its own name to the program.
        return output.ToString().Replace(System.CommandLine.RootCommand.ExecutableName, "CommunityBot.Host", StringComparison.Ordinal);
    }
}

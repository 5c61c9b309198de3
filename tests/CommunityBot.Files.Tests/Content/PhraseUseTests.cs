using System.Text.RegularExpressions;
using CommunityBot.Files.Content;
using CommunityBot.TestKit.Talk;

namespace CommunityBot.Files.Tests.Content;

/// <summary>A key without a phrase and a phrase without use are both mistakes; keys are literals in the source.</summary>
public sealed partial class PhraseUseTests
{
    private static readonly string Source = Path.Combine(Path.GetDirectoryName(BenchContent.Folder)!, "src");

    private static readonly HashSet<string> Phrases = [.. ContentLoader.Load(BenchContent.Folder).Phrases.Keys];

    private static readonly string AllSource = string.Join('\n', SourceFiles().Select(File.ReadAllText));

    [Fact]
    public void Every_sentence_that_is_said_exists()
    {
        var said = Said().Matches(AllSource).Select(match => match.Groups[1].Value);

        Assert.Empty(said.Where(key => !Phrases.Contains(key)).Distinct().Order());
    }

    [Fact]
    public void Every_phrase_is_said_somewhere()
    {
        var whole = WholeKey().Matches(AllSource).Select(match => match.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        var beginnings = KeyBeginning().Matches(AllSource).Select(match => match.Groups[1].Value).ToList();
        var silent = Phrases.Where(key => !whole.Contains(key) && !beginnings.Exists(start => key.StartsWith(start, StringComparison.Ordinal)));

        Assert.Empty(silent.Order());
    }

    private static IEnumerable<string> SourceFiles() => Directory
        .EnumerateFiles(Source, "*.cs", SearchOption.AllDirectories)
        .Concat(Directory.EnumerateFiles(Source, "*.cshtml", SearchOption.AllDirectories))
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    [GeneratedRegex("\"([a-z][a-z0-9_]*\\.[a-z][a-z0-9_]*)\"")]
    private static partial Regex WholeKey();

    /// <summary>A key that is put together: <c>$"ticket.state_{state}"</c>.</summary>
    [GeneratedRegex("\\$\"([a-z][a-z0-9_]*\\.[a-z0-9_]*)\\{")]
    private static partial Regex KeyBeginning();

    [GeneratedRegex("\\b(?:Say|Phrase)\\(\\s*\"([a-z][a-z0-9_]*\\.[a-z][a-z0-9_]*)\"")]
    private static partial Regex Said();
}

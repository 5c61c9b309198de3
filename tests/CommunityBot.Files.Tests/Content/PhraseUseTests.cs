using System.Text.RegularExpressions;
using CommunityBot.Files.Content;
using CommunityBot.TestKit.Talk;

namespace CommunityBot.Files.Tests.Content;

/// <summary>A key without a phrase and a phrase without use are both mistakes; keys are literals in the source.</summary>
public sealed partial class PhraseUseTests
{
    private static readonly string Source = Path.Combine(Path.GetDirectoryName(BenchContent.Folder)!, "src");

    private static readonly HashSet<string> Phrases = [.. ContentLoader.Load(BenchContent.Folder).Phrases.Keys];

    private static readonly List<string> Literals = [.. SourceFiles().SelectMany(file => Literal().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value))];

    [Fact]
    public void Every_sentence_that_is_said_exists()
    {
        var said = SourceFiles().SelectMany(file => Said().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value));

        Assert.Empty(said.Where(key => !Phrases.Contains(key)).Distinct().Order());
    }

    [Fact]
    public void Every_phrase_is_said_somewhere()
    {
        var whole = Literals.ToHashSet(StringComparer.Ordinal);
        var beginnings = Literals
            .Where(literal => literal.Contains('{', StringComparison.Ordinal))
            .Select(literal => literal[..literal.IndexOf('{', StringComparison.Ordinal)])
            .Where(start => KeyBeginning().IsMatch(start))
            .ToList();
        var silent = Phrases.Where(key => !whole.Contains(key) && !beginnings.Exists(start => key.StartsWith(start, StringComparison.Ordinal)));

        Assert.Empty(silent.Order());
    }

    private static IEnumerable<string> SourceFiles() => Directory
        .EnumerateFiles(Source, "*.cs", SearchOption.AllDirectories)
        .Concat(Directory.EnumerateFiles(Source, "*.cshtml", SearchOption.AllDirectories))
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    [GeneratedRegex("\"([^\"\\n]*)\"")]
    private static partial Regex Literal();

    [GeneratedRegex("\\b(?:Say|Phrase)\\(\\s*\"([a-z][a-z0-9_]*\\.[a-z][a-z0-9_]*)\"")]
    private static partial Regex Said();

    [GeneratedRegex("^[a-z][a-z0-9_]*\\.[a-z0-9_]*$")]
    private static partial Regex KeyBeginning();
}

using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;

namespace CommunityBot.Files.Content;

/// <summary>The keys of sentences the program says, read from the program itself, so that writers learn which phrase nobody uses and which is missing.</summary>
internal sealed partial class SpokenKeys
{
    private readonly HashSet<string> whole = new(StringComparer.Ordinal);

    private SpokenKeys(IEnumerable<string> words)
    {
        whole.UnionWith(words.Where(word => KeyLike().IsMatch(word)));
        Beginnings = [.. whole.Where(word => word.EndsWith('_') || word.EndsWith('.'))];
    }

    /// <summary>False where the program is one file and cannot be read.</summary>
    public bool AreKnown => whole.Count > 0;

    private IReadOnlyList<string> Beginnings { get; }

    public static SpokenKeys Of(string programFolder) =>
        new(Directory.EnumerateFiles(programFolder, "CommunityBot*.dll").SelectMany(WordsIn));

    public bool Contains(string key) => whole.Contains(key) || Beginnings.Any(start => key.StartsWith(start, StringComparison.Ordinal));

    /// <summary>Keys that are said although no phrase has them; only for the features that have phrases at all.</summary>
    public IEnumerable<string> MissingFrom(IReadOnlyCollection<string> phrases)
    {
        var features = phrases.Select(FeatureOf).ToHashSet(StringComparer.Ordinal);
        return whole.Where(key => WholeKey().IsMatch(key) && features.Contains(FeatureOf(key)) && !phrases.Contains(key));
    }

    private static string FeatureOf(string key) => key[..key.IndexOf('.', StringComparison.Ordinal)];

    private static List<string> WordsIn(string program)
    {
        using var file = new PEReader(File.OpenRead(program));
        var words = new List<string>();

        if (!file.HasMetadata)
        {
            return words;
        }

        var reader = file.GetMetadataReader();

        for (var at = MetadataTokens.UserStringHandle(0); ;)
        {
            at = reader.GetNextHandle(at);

            if (at.IsNil)
            {
                return words;
            }

            words.Add(reader.GetUserString(at));
        }
    }

    [GeneratedRegex("^[a-z][a-z0-9_]*\\.[a-z0-9_]*$", RegexOptions.CultureInvariant)]
    private static partial Regex KeyLike();

    [GeneratedRegex("^[a-z][a-z0-9_]*\\.[a-z][a-z0-9_]*[a-z0-9]$", RegexOptions.CultureInvariant)]
    private static partial Regex WholeKey();
}

using System.Text.RegularExpressions;
using CommunityBot.Awareness;

namespace CommunityBot.Files.Content;

/// <summary>All dated facts by key, and the places in texts where they are filled in.</summary>
internal sealed partial class FactBook(IReadOnlyDictionary<string, WrittenFact> facts)
{
    private readonly HashSet<string> used = new(StringComparer.Ordinal);

    public IEnumerable<WrittenFact> All => facts.Values;

    public IEnumerable<WrittenFact> Unused => facts.Values.Where(written => !used.Contains(written.Fact.Key));

    /// <summary>The text with every <c>{fact:key}</c> filled in, and the facts that were.</summary>
    public (string Text, IReadOnlyList<Fact> Facts) Fill(string text, string language, Action<string> mistake)
    {
        var filled = new List<Fact>();
        var whole = Place().Replace(text, place =>
        {
            var key = place.Groups[1].Value;
            used.Add(key);

            if (!facts.TryGetValue(key, out var written))
            {
                mistake($"không có dữ kiện \"{key}\" trong thư mục facts.{NearestName.Hint(key, facts.Keys)}");
                return "";
            }

            if (written.Fact.In(language) is not { } words)
            {
                mistake($"dữ kiện \"{key}\" chưa có lời bằng tiếng này. Hãy thêm dòng \"text_{language}:\" trong {written.File}.");
                return "";
            }

            filled.Add(written.Fact);
            return words;
        });

        return (whole, filled);
    }

    /// <summary>The text with the places of facts taken out: what the writer wrote by hand.</summary>
    public static string WithoutFacts(string text) => Place().Replace(text, " ");

    [GeneratedRegex("\\{fact:([a-z0-9_]+)\\}", RegexOptions.CultureInvariant)]
    private static partial Regex Place();
}

/// <summary>A fact and where it is written.</summary>
internal sealed record WrittenFact(Fact Fact, string File, int Line);

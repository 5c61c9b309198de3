using CommunityBot.Primitives;

namespace CommunityBot.Communes;

/// <summary>A unit that bears a name, and who is responsible for it today.</summary>
internal sealed record NamedUnit(AdministrativeUnit Unit, Commune Today, SpokenWord[] Words)
{
    public bool WasIn(string district) => Unit.District is { } own ? own == district : Today.FormerDistricts.Contains(district);
}

/// <summary>All a name may mean once the marks are off.</summary>
internal sealed record NameMeaning(IReadOnlyList<NamedUnit> Units, FormerArea? District, FormerArea? Province, bool IsEveryday);

/// <summary>All names of units and areas by their plain words.</summary>
internal sealed class NameIndex
{
    private const int LettersForATypo = 6;
    private const int LongestCompact = 40;

    private readonly Dictionary<string, NameMeaning> byPlain;
    private readonly Dictionary<string, NameMeaning> byCompact;
    private readonly HashSet<string> nameWords;
    private readonly HashSet<string> beginnings;

    public NameIndex(CommuneDirectory directory)
    {
        var everyday = directory.EverydayWords.Select(Plain).ToHashSet();
        var units = directory.Units
            .Select(unit => new NamedUnit(unit, directory.ResponsibleFor(unit.Key)!, [.. SpokenWord.Read(unit.Name)]))
            .OrderByDescending(named => named.Unit.Key.Vintage)
            .ToLookup(named => Plain(named.Unit.Name));
        var areas = directory.Areas.ToLookup(area => Plain(area.Name));

        byPlain = units.Select(group => group.Key).Union(areas.Select(group => group.Key)).ToDictionary(plain => plain, plain => new NameMeaning(
            [.. units[plain]],
            areas[plain].FirstOrDefault(area => area.Type != AreaType.Province),
            areas[plain].FirstOrDefault(area => area.Type == AreaType.Province),
            everyday.Contains(plain)));
        byCompact = byPlain.ToDictionary(pair => Compact(pair.Key), pair => pair.Value);
        nameWords = [.. byPlain.Keys.SelectMany(plain => plain.Split(' '))];
        beginnings = [.. byPlain.Keys.SelectMany(Beginnings)];
    }

    /// <summary>The longest name that starts at a word, and how many words it has.</summary>
    public (NameMeaning Meaning, int Length)? LongestAt(IReadOnlyList<SpokenWord> words, int at)
    {
        (NameMeaning, int)? longest = null;
        var beginning = "";

        for (var i = at; i < words.Count; i++)
        {
            beginning = i == at ? Known(words[i].Plain) : $"{beginning} {Known(words[i].Plain)}";

            if (!beginnings.Contains(beginning))
            {
                break;
            }

            longest = byPlain.TryGetValue(beginning, out var meaning) ? (meaning, i - at + 1) : longest;
        }

        return longest;
    }

    /// <summary>The name written without its spaces ("thuonggiao").</summary>
    public NameMeaning? Joined(IReadOnlyList<SpokenWord> words, int at, int length) =>
        byCompact.GetValueOrDefault(Compact(PlainOf(words, at, length)));

    /// <summary>Names of which one letter is wrong, missing, too many, or swapped with its neighbour.</summary>
    public IEnumerable<NameMeaning> Near(IReadOnlyList<SpokenWord> words, int at, int length)
    {
        var typed = Compact(PlainOf(words, at, length));

        return typed.Length is >= LettersForATypo and <= LongestCompact
            ? byCompact.Where(pair => IsOneSlipAway(typed, pair.Key)).Select(pair => pair.Value)
            : [];
    }

    /// <summary>Part of a long name: "minh khai", "chi kien".</summary>
    public IEnumerable<NameMeaning> EndingWith(IReadOnlyList<SpokenWord> words, int at, int length)
    {
        var ending = $" {PlainOf(words, at, length)}";
        return length < 2 ? [] : byPlain.Where(pair => pair.Key.EndsWith(ending, StringComparison.Ordinal)).Select(pair => pair.Value);
    }

    private static string Plain(string name) => string.Join(' ', SpokenWord.Read(VietnameseText.Compose(name)).Select(word => word.Plain));

    private static IEnumerable<string> Beginnings(string plain)
    {
        var words = plain.Split(' ');
        return Enumerable.Range(1, words.Length).Select(count => string.Join(' ', words[..count]));
    }

    private static string Compact(string plain) => plain.Replace(" ", "", StringComparison.Ordinal);

    private string PlainOf(IReadOnlyList<SpokenWord> words, int at, int length) =>
        string.Join(' ', Enumerable.Range(at, length).Select(i => Known(words[i].Plain)));

    private string Known(string plain) => !nameWords.Contains(plain) && KeyboardLeftovers.Telex(plain) is { Plain: var meant } && nameWords.Contains(meant)
        ? meant
        : plain;

    private static bool IsOneSlipAway(string typed, string name)
    {
        if (Math.Abs(typed.Length - name.Length) > 1)
        {
            return false;
        }

        var head = typed.AsSpan().CommonPrefixLength(name);
        var left = typed.AsSpan(head);
        var right = name.AsSpan(head);

        return (left.Length == right.Length && left.Length > 0 && left[1..].SequenceEqual(right[1..]))
            || (left.Length == right.Length + 1 && left[1..].SequenceEqual(right))
            || (right.Length == left.Length + 1 && right[1..].SequenceEqual(left))
            || (left.Length == right.Length && left.Length > 1 && left[0] == right[1] && left[1] == right[0]
                && left[2..].SequenceEqual(right[2..]));
    }
}

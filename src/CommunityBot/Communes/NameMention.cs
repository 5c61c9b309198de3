namespace CommunityBot.Communes;

/// <summary>The word before a name that says what the name is.</summary>
internal enum NameLabel
{
    None,
    Unit,
    District,
    Province,

    /// <summary>Surely a hamlet: thôn, xóm.</summary>
    Village,

    /// <summary>A hamlet, or an everyday word: bản (thân), tổ (chức), đường (ống).</summary>
    MaybeVillage,
}

/// <summary>A name somebody wrote.</summary>
/// <param name="First">The first word, the label's if there is one.</param>
/// <param name="Last">Behind the last word.</param>
/// <param name="Label">Xã, huyện, tỉnh, thôn or nothing.</param>
/// <param name="Meaning">What the name may mean.</param>
/// <param name="Fitting">The units whose marks do not contradict what was typed; the one written exactly so first.</param>
/// <param name="IsTitled">Every word starts with a capital and the marks are exactly those of a unit.</param>
internal sealed record NameMention(
    int First, int Last, NameLabel Label, NameMeaning Meaning, IReadOnlyList<NamedUnit> Fitting, bool IsTitled);

/// <summary>Reads the names, with the words before them, out of a message; one pass.</summary>
internal sealed class NameReader(NameIndex index)
{
    // By their first word, the longest first.
    private static readonly Dictionary<string, (SpokenWord[] Words, NameLabel Label)[]> Labels = new[]
    {
        ("xã", NameLabel.Unit), ("x", NameLabel.Unit), ("phường", NameLabel.Unit), ("p", NameLabel.Unit),
        ("thị trấn", NameLabel.Unit), ("tt", NameLabel.Unit),
        ("huyện", NameLabel.District), ("h", NameLabel.District), ("thành phố", NameLabel.District),
        ("tp", NameLabel.District), ("thị xã", NameLabel.District), ("tx", NameLabel.District),
        ("tỉnh", NameLabel.Province),
        ("thôn", NameLabel.Village), ("xóm", NameLabel.Village), ("tổ dân phố", NameLabel.Village), ("tdp", NameLabel.Village),
        ("khu phố", NameLabel.Village), ("tiểu khu", NameLabel.Village),
        ("bản", NameLabel.MaybeVillage), ("tổ", NameLabel.MaybeVillage), ("khu", NameLabel.MaybeVillage),
        ("làng", NameLabel.MaybeVillage), ("phố", NameLabel.MaybeVillage), ("đường", NameLabel.MaybeVillage),
    }
        .Select(pair => (Words: SpokenWord.Read(pair.Item1).ToArray(), Label: pair.Item2))
        .GroupBy(label => label.Words[0].Plain)
        .ToDictionary(group => group.Key, group => group.OrderByDescending(label => label.Words.Length).ToArray());

    public List<NameMention> Read(IReadOnlyList<SpokenWord> words)
    {
        var mentions = new List<NameMention>();

        for (var at = 0; at < words.Count;)
        {
            var (label, length) = LabelAt(words, at);
            var isLabel = label is not NameLabel.None && !(label is NameLabel.MaybeVillage && words[at].InPlainText);
            var mention = (isLabel ? MentionAt(words, at, at + length, label) : null) ?? MentionAt(words, at, at, NameLabel.None);

            if (mention is not null)
            {
                mentions.Add(mention);
            }

            at = mention?.Last ?? at + 1;
        }

        return mentions;
    }

    /// <summary>The label that starts at a word, the longest first, and how many words it has.</summary>
    public static (NameLabel Label, int Length) LabelAt(IReadOnlyList<SpokenWord> words, int at)
    {
        if (at < words.Count && Labels.TryGetValue(words[at].Plain, out var labels))
        {
            foreach (var (label, meaning) in labels)
            {
                if (StartsWith(words, at, label))
                {
                    return (meaning, label.Length);
                }
            }
        }

        return (NameLabel.None, 0);
    }

    private static bool StartsWith(IReadOnlyList<SpokenWord> words, int at, SpokenWord[] label)
    {
        for (var i = 0; i < label.Length; i++)
        {
            if (at + i >= words.Count
                || (words[at + i].Spelt != label[i].Spelt && !(words[at].InPlainText && words[at + i].Plain == label[i].Plain)))
            {
                return false;
            }
        }

        return true;
    }

    private NameMention? MentionAt(IReadOnlyList<SpokenWord> words, int first, int at, NameLabel label)
    {
        if (index.LongestAt(words, at) is not var (meaning, length))
        {
            return null;
        }

        var typed = Enumerable.Range(at, length).Select(i => words[i]).ToArray();
        var fitting = meaning.Units.Where(unit => Fits(typed, unit.Words)).OrderByDescending(unit => IsExactly(typed, unit.Words)).ToArray();
        var isTitled = typed.All(word => word.IsCapital) && fitting.Length > 0 && IsExactly(typed, fitting[0].Words);
        return new NameMention(first, at + length, label, meaning, fitting, isTitled);
    }

    private static bool Fits(SpokenWord[] typed, SpokenWord[] name) =>
        typed.Length == name.Length && typed.Zip(name).All(pair => pair.First.MayBe(pair.Second));

    private static bool IsExactly(SpokenWord[] typed, SpokenWord[] name) =>
        typed.Select(word => word.Spelt).SequenceEqual(name.Select(word => word.Spelt));
}

using System.Collections.Frozen;

namespace CommunityBot.Reports;

/// <summary>Everything that can be reported, under six pictures, with the times the commune aims at.</summary>
public sealed class CategoryCatalogue(
    IReadOnlyList<CategoryGroup> groups,
    IReadOnlyList<ReportCategory> categories,
    IReadOnlyList<SeverityTargets> targets)
{
    /// <summary>The kind of a report that has only a voice note or a photo: an officer sets the real one within a day.</summary>
    public const string Unsorted = "other";

    private readonly FrozenDictionary<string, ReportCategory> byKey =
        categories.ToFrozenDictionary(category => category.Key, StringComparer.Ordinal);

    private readonly FrozenDictionary<Severity, SeverityTargets> bySeverity = targets.ToFrozenDictionary(one => one.Severity);

    public IReadOnlyList<CategoryGroup> Groups => groups;

    public IReadOnlyList<ReportCategory> All => categories;

    public ReportCategory? Find(string key) => byKey.GetValueOrDefault(key);

    /// <summary>The kinds under one picture, in the order of the buttons; at most four.</summary>
    public IReadOnlyList<ReportCategory> Of(CategoryGroup group) => [.. categories.Where(category => category.Group == group)];

    public SeverityTargets TargetsOf(Severity severity) => bySeverity[severity];

    /// <summary>Until it is solved: what the category says, unless the report was raised to something more urgent.</summary>
    public Target DoneWithin(ReportCategory category, Severity severity) =>
        severity < category.Severity ? bySeverity[severity].Done : category.DoneWithin;
}

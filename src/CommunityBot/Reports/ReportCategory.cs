namespace CommunityBot.Reports;

/// <summary>A kind of thing villagers report, with everything the bot and the commune need to know about it.</summary>
/// <param name="Key">Stable name, such as <c>broken_tap</c>.</param>
/// <param name="Code">The number of the kind in lists and exports: C01…</param>
/// <param name="Name">As the villager reads it.</param>
/// <param name="ButtonLabel">At most 20 characters.</param>
/// <param name="Icon">A small sign in front of the label.</param>
/// <param name="Group">The picture it is found under.</param>
/// <param name="Severity">How urgent it is when nothing else is said.</param>
/// <param name="Raises">What makes it more urgent.</param>
/// <param name="LeadAgency">Who leads according to the plan of the province, as written there.</param>
/// <param name="HandledBy">Who in the commune usually handles it now.</param>
/// <param name="MadeSafeWithin">Until the danger is stopped, where that comes before the real repair.</param>
/// <param name="DoneWithin">Until it is solved.</param>
/// <param name="Advice">What the villager should do right now, if anything.</param>
public sealed record ReportCategory(
    string Key,
    string Code,
    string Name,
    string ButtonLabel,
    string Icon,
    CategoryGroup Group,
    Severity Severity,
    IReadOnlyList<RaiseRule> Raises,
    string LeadAgency,
    string HandledBy,
    Target? MadeSafeWithin,
    Target DoneWithin,
    string? Advice)
{
    /// <summary>What the villager's own words make of it: the most urgent rule that fits, or the default.</summary>
    public Judgement Judge(string words)
    {
        var best = new Judgement(Severity, Advice, null);

        foreach (var rule in Raises)
        {
            if (rule.To < best.Severity && rule.Fits(words))
            {
                best = new Judgement(rule.To, rule.Advice ?? Advice, rule.Number);
            }
        }

        return best;
    }
}

/// <summary>How urgent a report is and what to tell the villager at once.</summary>
/// <param name="Severity">After the raise rules.</param>
/// <param name="Advice">To be said at once, or null.</param>
/// <param name="Number">The emergency number to call first, or null.</param>
public sealed record Judgement(Severity Severity, string? Advice, string? Number);

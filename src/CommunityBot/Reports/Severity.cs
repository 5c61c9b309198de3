namespace CommunityBot.Reports;

/// <summary>How urgent a report is; the smaller, the more urgent.</summary>
public enum Severity
{
    /// <summary>Khẩn: somebody is in danger, or many homes drink bad water.</summary>
    S1 = 1,

    /// <summary>Cao: harms health or spreads within the day.</summary>
    S2 = 2,

    /// <summary>Thường: disturbs daily life.</summary>
    S3 = 3,

    /// <summary>Thấp: looks and suggestions.</summary>
    S4 = 4,
}

/// <summary>What the commune aims at for one severity; proposals that the commune confirms.</summary>
/// <param name="Severity">The urgency these belong to.</param>
/// <param name="Name">As officers read it: "Khẩn", "Cao"…</param>
/// <param name="Acknowledge">Until an officer takes it, in office hours.</param>
/// <param name="AcknowledgeOffHours">The same outside office hours.</param>
/// <param name="OnSite">Until somebody has looked at the place.</param>
/// <param name="Done">Until it is solved, where the category says nothing nearer.</param>
public sealed record SeverityTargets(
    Severity Severity,
    string Name,
    Target Acknowledge,
    Target AcknowledgeOffHours,
    Target OnSite,
    Target Done);

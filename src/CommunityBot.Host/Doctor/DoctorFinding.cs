namespace CommunityBot.Host.Doctor;

/// <summary>One thing the doctor looked at.</summary>
/// <param name="Name">Stable, for programs.</param>
/// <param name="IsGood">False: the operator should do something.</param>
/// <param name="Sentence">What was seen.</param>
/// <param name="Remedy">What to do; null when all is well.</param>
internal sealed record DoctorFinding(string Name, bool IsGood, string Sentence, string? Remedy = null)
{
    public override string ToString() =>
        $"{(IsGood ? "✓" : "✗")} {Sentence}{(Remedy is null ? "" : $"{Environment.NewLine}  → {Remedy}")}";
}

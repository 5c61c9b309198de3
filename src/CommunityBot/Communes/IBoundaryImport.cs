namespace CommunityBot.Communes;

/// <summary>Takes an operator's file of commune borders, checks all of it, and keeps it for the next start.</summary>
public interface IBoundaryImport
{
    BoundaryImportResult Import(string file);
}

/// <summary>What came of an import; with a single mistake nothing was kept.</summary>
/// <param name="Units">How many communes have borders now.</param>
/// <param name="Mistakes">Why the file was refused, all at once, in Vietnamese.</param>
/// <param name="Warnings">Small flaws that do no harm, in Vietnamese.</param>
public sealed record BoundaryImportResult(int Units, IReadOnlyList<string> Mistakes, IReadOnlyList<string> Warnings)
{
    public bool IsKept => Mistakes.Count == 0;
}

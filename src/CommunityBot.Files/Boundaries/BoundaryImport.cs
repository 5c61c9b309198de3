using CommunityBot.Communes;

namespace CommunityBot.Files.Boundaries;

/// <summary>Checks a GeoJSON file of commune borders from the first brace to the last seam and keeps it when it holds.</summary>
internal sealed class BoundaryImport(CommuneDirectory directory, KeptBoundaries kept) : IBoundaryImport
{
    public BoundaryImportResult Import(string file)
    {
        if (GeoJsonFile.Read(file, out var unreadable) is not { } features)
        {
            return new BoundaryImportResult(0, [unreadable!], []);
        }

        var (mistakes, warnings) = (new List<string>(), new List<string>());
        var shapes = new BoundaryRules(directory).Check(features, mistakes);
        new BoundarySeams(mistakes, warnings).Check(shapes);

        if (mistakes.Count > 0)
        {
            return new BoundaryImportResult(0, mistakes, warnings);
        }

        kept.Write(shapes);
        return new BoundaryImportResult(shapes.Count, [], warnings);
    }
}

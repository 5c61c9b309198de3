using CommunityBot.Communes;
using Microsoft.Extensions.Logging;

namespace CommunityBot.Files.Boundaries;

/// <summary>The imported borders in the data folder: written at an import, read at the start.</summary>
internal sealed partial class KeptBoundaries(string dataFolder, ILogger<KeptBoundaries> log)
{
    private string Path => System.IO.Path.Combine(dataFolder, "boundaries", "current.geojson");

    public void Write(IReadOnlyList<BoundaryShape> shapes)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        File.WriteAllBytes(Path, GeoJsonFile.Write(shapes));
    }

    /// <summary>The borders, or none when nothing was imported. A file that cannot be read is no reason to leave villagers without a bot.</summary>
    public ICommuneBoundaries Read()
    {
        if (!File.Exists(Path))
        {
            return new NoBoundaries();
        }

        var shapes = (GeoJsonFile.Read(Path, out var mistake) ?? [])
            .Where(feature => feature is { Code: not null, Vintage: not null, Land: not null })
            .Select(feature => new BoundaryShape(new UnitKey(feature.Vintage!.Value, feature.Code!), feature.Name ?? feature.Code!, feature.Land!))
            .ToArray();

        if (shapes.Length > 0)
        {
            LogLoaded(shapes.Length);
            return new BoundaryGrid(shapes);
        }

        LogUnreadable(Path, mistake ?? "no shape with code and vintage");
        return new NoBoundaries();
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Loaded the borders of {Units} units")]
    private partial void LogLoaded(int units);

    [LoggerMessage(Level = LogLevel.Error, Message = "The imported borders in {File} could not be read ({Mistake}); import them again, until then places are asked about")]
    private partial void LogUnreadable(string file, string mistake);
}

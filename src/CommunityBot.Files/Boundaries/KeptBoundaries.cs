using CommunityBot.Communes;
using CommunityBot.Storage;
using Microsoft.Extensions.Logging;

namespace CommunityBot.Files.Boundaries;

/// <summary>The imported borders in the data folder: written at an import, read at the start.</summary>
internal sealed partial class KeptBoundaries(string dataFolder, DurableFile files, ILogger<KeptBoundaries> log)
{
    private string Folder => Path.Combine(dataFolder, "boundaries");

    private string CurrentFile => Path.Combine(Folder, "current.geojson");

    public void Write(IReadOnlyList<BoundaryShape> shapes)
    {
        files.CreateFolder(Folder);
        files.Write(CurrentFile, GeoJsonFile.Write(shapes));
    }

    /// <summary>The borders, or none when nothing was imported. A file that cannot be read is no reason to leave villagers without a bot.</summary>
    public ICommuneBoundaries Read()
    {
        if (!File.Exists(CurrentFile))
        {
            return new NoBoundaries();
        }

        var shapes = (GeoJsonFile.Read(CurrentFile, out var mistake) ?? [])
            .Where(feature => feature is { Code: not null, Vintage: not null, Land: not null })
            .Select(feature => new BoundaryShape(new UnitKey(feature.Vintage!.Value, feature.Code!), feature.Name ?? feature.Code!, feature.Land!))
            .ToArray();

        if (shapes.Length > 0)
        {
            LogLoaded(shapes.Length);
            return new BoundaryGrid(shapes);
        }

        LogUnreadable(CurrentFile, mistake ?? "no shape with code and vintage");
        return new NoBoundaries();
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Loaded the borders of {Units} units")]
    private partial void LogLoaded(int units);

    [LoggerMessage(Level = LogLevel.Error, Message = "The imported borders in {File} could not be read ({Mistake}); import them again, until then places are asked about")]
    private partial void LogUnreadable(string file, string mistake);
}

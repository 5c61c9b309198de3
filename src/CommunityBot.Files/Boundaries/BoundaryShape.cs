using System.Globalization;
using CommunityBot.Communes;
using NetTopologySuite.Geometries;

namespace CommunityBot.Files.Boundaries;

/// <summary>The land of one commune (degrees, longitude first).</summary>
internal sealed record BoundaryShape(UnitKey Unit, string Name, Geometry Land)
{
    /// <summary>"22.10000, 105.80000", as people look it up on a map.</summary>
    public static string Place(Coordinate coordinate) =>
        string.Create(CultureInfo.InvariantCulture, $"{coordinate.Y:0.00000}, {coordinate.X:0.00000}");
}

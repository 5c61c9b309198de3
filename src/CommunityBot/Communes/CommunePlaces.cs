using CommunityBot.Primitives;

namespace CommunityBot.Communes;

/// <summary>Says which commune is responsible at a place on the map: by imported borders, or else by the nearest known points.</summary>
public sealed class CommunePlaces
{
    // No place in the province is farther than 9.8 km from a known point of the lists of 2023 and 2025.
    private const double FarthestMetres = 10_000;
    private const int Choices = 3;

    private readonly CommuneDirectory directory;
    private readonly ICommuneBoundaries boundaries;
    private readonly (GeoPoint Point, Commune Commune)[] points;
    private readonly (GeoPoint Point, Commune Commune)[] pointsWithoutBorders;

    public CommunePlaces(CommuneDirectory directory, ICommuneBoundaries boundaries)
    {
        this.directory = directory;
        this.boundaries = boundaries;
        points = [.. directory.Units.Where(unit => unit.Inside is not null)
            .Select(unit => (unit.Inside!.Value, directory.ResponsibleFor(unit.Key)!))];

        var bordered = boundaries.Units.Select(directory.ResponsibleFor).OfType<Commune>().ToHashSet();
        pointsWithoutBorders = [.. points.Where(known => !bordered.Contains(known.Commune))];
    }

    public CommuneAnswer At(double latitude, double longitude) => At(new GeoPoint(latitude, longitude));

    public CommuneAnswer At(GeoPoint point)
    {
        if (!point.IsOnEarth)
        {
            return new CommuneAnswer.Outside(CommuneReasons.NoPoint);
        }

        if (boundaries.Units.Count == 0)
        {
            return Nearest(point, points);
        }

        var sighting = boundaries.At(point);
        var communes = sighting.Units.Select(directory.ResponsibleFor).OfType<Commune>().ToArray();

        return communes.Length switch
        {
            0 => Nearest(point, pointsWithoutBorders),
            1 when !sighting.IsNearBorder => CommuneAnswer.Of(communes[0], CommuneReasons.Within(communes[0])),
            _ => new CommuneAnswer.Choose(communes, CommuneReasons.NearBorder(BoundarySighting.BorderMetres)),
        };
    }

    private static CommuneAnswer Nearest(GeoPoint point, (GeoPoint Point, Commune Commune)[] known)
    {
        var near = known
            .Select(one => (one.Commune, Metres: point.MetresTo(one.Point)))
            .Where(one => one.Metres <= FarthestMetres * 2)
            .OrderBy(one => one.Metres)
            .ToArray();

        return near.Length == 0 || near[0].Metres > FarthestMetres
            ? new CommuneAnswer.Outside(CommuneReasons.FarOutside)
            : new CommuneAnswer.Choose(near.Select(one => one.Commune).Distinct().Take(Choices), CommuneReasons.NearestPoints);
    }
}

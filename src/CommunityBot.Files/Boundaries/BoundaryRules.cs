using CommunityBot.Communes;
using CommunityBot.Primitives;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Valid;

namespace CommunityBot.Files.Boundaries;

/// <summary>What every shape must be by itself: a known commune in force, sound, and where that commune lies.</summary>
internal sealed class BoundaryRules(CommuneDirectory directory)
{
    // A point the lists put inside may lie a little outside a drawing at another scale, but never this far.
    private const double FarthestInsidePointMetres = 1000;

    private readonly ILookup<string, Commune> byCode = directory.Communes.ToLookup(commune => commune.Key.Code);

    /// <summary>The usable shapes; everything wrong goes on the list.</summary>
    public IReadOnlyList<BoundaryShape> Check(IReadOnlyList<GeoJsonFeature> features, ICollection<string> mistakes)
    {
        var shapes = new List<BoundaryShape>();

        foreach (var feature in features)
        {
            if (FirstMistake(feature) is { } mistake)
            {
                mistakes.Add($"{Title(feature)}: {mistake}");
            }
            else if (shapes.Exists(shape => shape.Unit.Code == feature.Code))
            {
                mistakes.Add($"{Title(feature)}: mã này đã có ở một hình phía trên.");
            }
            else
            {
                var commune = byCode[feature.Code!].First();
                shapes.Add(new BoundaryShape(commune.Key, commune.FullName, feature.Land!));
            }
        }

        foreach (var missing in directory.Served.Where(commune => features.All(feature => feature.Code != commune.Key.Code)))
        {
            mistakes.Add($"Thiếu {missing.FullName} (mã {missing.Key.Code}): xã nào đang dùng CommunityBot cũng phải có ranh giới.");
        }

        return shapes;
    }

    private string? FirstMistake(GeoJsonFeature feature)
    {
        if (feature.Mistake is not null)
        {
            return feature.Mistake;
        }

        if (feature.Code is null || byCode[feature.Code].FirstOrDefault() is not { } commune)
        {
            return feature.Code is null ? "thiếu mã xã (code)." : $"không có xã nào đang dùng mã {feature.Code}.";
        }

        if (feature.Name is not null && !IsNameOf(commune, feature.Name))
        {
            return $"mã {feature.Code} nay là {commune.FullName}, không phải \"{feature.Name}\"; có lẽ đây là ranh giới cũ.";
        }

        return ShapeMistake(feature.Land!) ?? PlaceMistake(feature.Land!, commune);
    }

    private static string? ShapeMistake(Geometry land)
    {
        if (land is not (Polygon or MultiPolygon) || land.IsEmpty)
        {
            return "hình phải là Polygon hoặc MultiPolygon và không được rỗng.";
        }

        if (land.Coordinates.FirstOrDefault(corner => !IsInVietnam(corner)) is { } far)
        {
            return $"điểm {BoundaryShape.Place(far)} không ở Việt Nam: cần WGS 84, kinh độ trước, vĩ độ sau.";
        }

        var validity = new IsValidOp(land);

        return validity.IsValid
            ? null
            : $"đường ranh giới sai gần {BoundaryShape.Place(validity.ValidationError.Coordinate)} ({validity.ValidationError.Message}).";
    }

    private static string? PlaceMistake(Geometry land, Commune commune)
    {
        var inside = land.Factory.CreatePoint(new Coordinate(commune.Inside.Longitude, commune.Inside.Latitude));
        var nearest = NetTopologySuite.Operation.Distance.DistanceOp.NearestPoints(land, inside)[0];

        return commune.Inside.MetresTo(new GeoPoint(nearest.Y, nearest.X)) > FarthestInsidePointMetres
            ? $"hình nằm ở chỗ khác: {commune.NameInSentence} có điểm {BoundaryShape.Place(inside.Coordinate)}."
            : null;
    }

    private static bool IsInVietnam(Coordinate corner) => corner is { X: > 102 and < 110, Y: > 8 and < 24 };

    private static bool IsNameOf(Commune commune, string name) => Letters(name) is var typed
        && (typed == Letters(commune.Name) || typed == Letters(commune.FullName));

    private static string Letters(string name) => VietnameseText.ToneLast(name).Replace(" ", "", StringComparison.Ordinal);

    private static string Title(GeoJsonFeature feature) => feature.Name is { } name
        ? $"Hình {feature.Number} ({name})"
        : $"Hình {feature.Number}";
}

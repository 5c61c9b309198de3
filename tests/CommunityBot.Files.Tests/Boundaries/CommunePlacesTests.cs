using CommunityBot.Communes;
using CommunityBot.Files.Boundaries;
using CommunityBot.Files.Tests.Communes;
using CommunityBot.Primitives;
using CommunityBot.TestKit.Communes;
using CsCheck;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Operation.Distance;

namespace CommunityBot.Files.Tests.Boundaries;

public sealed class CommunePlacesTests
{
    private static readonly Tiling Province = new();
    private static readonly IReadOnlyList<BoundaryShape> Shapes = Read(Tiling.Collection(Province.Features()), Province.Directory);
    private static readonly CommunePlaces WithBorders = new(Province.Directory, new BoundaryGrid(Shapes));
    private static readonly CommunePlaces WithoutBorders = new(Province.Directory, new NoBoundaries());

    // A degree of longitude is shorter than one of latitude: on the stretched map distances are true.
    private static readonly AffineTransformation Stretch =
        new(Math.Cos(double.DegreesToRadians(Tiling.South + (Tiling.Side * Tiling.Step / 2))), 0, 0, 0, 1, 0);

    private static readonly Geometry[] StretchedBorders = [.. Shapes.Select(shape => Stretch.Transform(shape.Land.Boundary))];

    private static readonly Gen<GeoPoint> Anywhere = Gen.Select(
        Gen.Double[Tiling.South - 0.05, Tiling.South + (Tiling.Side * Tiling.Step) + 0.05],
        Gen.Double[Tiling.West - 0.05, Tiling.West + (Tiling.Side * Tiling.Step) + 0.05],
        (latitude, longitude) => new GeoPoint(latitude, longitude));

    [Fact]
    public void With_borders_the_answer_is_that_of_plain_geometry() => Anywhere.Sample(point =>
    {
        var (holder, metresToBorder) = ByHand(point);

        return WithBorders.At(point) switch
        {
            CommuneAnswer.Found(var commune, _) => holder == commune.Key && metresToBorder > 245,
            CommuneAnswer.Choose choose => metresToBorder < 255 && (holder is null || choose.Communes[0].Key == holder),
            CommuneAnswer.Outside => holder is null && metresToBorder > 245,
            _ => false,
        };
    }, iter: 3000);

    [Fact]
    public void Many_villagers_at_once_get_the_answers_they_would_get_alone()
    {
        var fresh = new CommunePlaces(Province.Directory, new BoundaryGrid(Shapes));
        var points = Enumerable.Range(0, 20_000).Select(i => new GeoPoint(
            Tiling.South + ((i * 7919 % 20_000) / 20_000.0 * Tiling.Side * Tiling.Step),
            Tiling.West + ((i * 104_729L % 20_000) / 20_000.0 * Tiling.Side * Tiling.Step))).ToArray();

        var together = points.AsParallel().AsOrdered().WithDegreeOfParallelism(8).Select(point => Locate.Json(fresh.At(point))).ToArray();

        Assert.Equal(points.Select(point => Locate.Json(WithBorders.At(point))), together);
    }

    [Fact]
    public void The_middle_of_a_commune_is_certain()
    {
        var found = Assert.IsType<CommuneAnswer.Found>(WithBorders.At(Tiling.South + 0.25, Tiling.West + 0.25));
        Assert.Equal(Tiling.KeyOf(2, 2), found.Commune.Key);
    }

    [Fact]
    public void Near_a_border_both_sides_are_offered_the_own_side_first()
    {
        var choose = Assert.IsType<CommuneAnswer.Choose>(WithBorders.At(Tiling.South + 0.05, Tiling.West + 0.1005));
        Assert.Equal(2, choose.Communes.Count);
        Assert.Contains("250 m", choose.Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(21.03, 105.85)]
    [InlineData(0, 0)]
    [InlineData(-90, 180)]
    [InlineData(double.NaN, 105)]
    [InlineData(double.PositiveInfinity, 105)]
    [InlineData(1e300, -1e300)]
    public void Places_outside_are_told_so(double latitude, double longitude)
    {
        Assert.IsType<CommuneAnswer.Outside>(WithBorders.At(latitude, longitude));
        Assert.IsType<CommuneAnswer.Outside>(WithoutBorders.At(latitude, longitude));
    }

    [Fact]
    public void Without_borders_the_right_commune_is_among_three_choices()
    {
        var (right, all) = Count(WithoutBorders, Shapes, Tiling.South, Tiling.West, Tiling.Side * Tiling.Step);
        Assert.True(right >= 0.99 * all, $"{right} of {all}");
    }

    [Fact]
    public void Without_borders_three_different_communes_are_offered() => Anywhere.Where(point => ByHand(point).Holder is not null).Sample(point =>
        WithoutBorders.At(point) is CommuneAnswer.Choose { Communes: var three } && three.Count == 3 && three.Distinct().Count() == 3);

    [Fact]
    public void Without_borders_a_real_place_is_among_three_choices()
    {
        var shapes = Read(File.ReadAllText(SharedBoundaries.Need("communes_2025_former_bac_kan.geojson")), RealContent.Directory);
        var places = new CommunePlaces(RealContent.Directory, new NoBoundaries());

        var (right, all) = Count(places, shapes, 21.8, 105.4, 0.95);
        Assert.True(right >= 0.99 * all, $"{right} of {all}");
    }

    [Fact]
    public void Every_known_point_lies_in_its_commune_of_the_real_borders()
    {
        var shapes = Read(File.ReadAllText(SharedBoundaries.Need("communes_2025_thai_nguyen.geojson")), RealContent.Directory);
        var places = new CommunePlaces(RealContent.Directory, new BoundaryGrid(shapes));

        Assert.All(RealContent.Directory.Communes, commune => Assert.Equal(commune, places.At(commune.Inside).Communes[0]));
        Assert.All(
            RealContent.Directory.Units.Where(unit => unit.Inside is not null),
            unit => Assert.Contains(RealContent.Directory.ResponsibleFor(unit.Key)!, places.At(unit.Inside!.Value).Communes));
        Assert.IsType<CommuneAnswer.Outside>(places.At(21.03, 105.85));
    }

    [Fact]
    public void Communes_without_imported_borders_are_still_offered_beside_those_that_have_them()
    {
        var shapes = Shapes.Where(shape => shape.Unit != Tiling.KeyOf(4, 4)).ToArray();
        var places = new CommunePlaces(Province.Directory, new BoundaryGrid(shapes));

        var choose = Assert.IsType<CommuneAnswer.Choose>(places.At(Tiling.South + 0.45, Tiling.West + 0.45));
        Assert.Equal(Tiling.KeyOf(4, 4), choose.Communes[0].Key);
    }

    private static (int Right, int All) Count(
        CommunePlaces places, IReadOnlyList<BoundaryShape> shapes, double south, double west, double size)
    {
        var (right, all) = (0, 0);
        var prepared = shapes.Select(shape => (shape.Unit, Land: PreparedGeometryFactory.Prepare(shape.Land))).ToArray();
        const int side = 120;

        for (var i = 0; i < side * side; i++)
        {
            var point = new GeoPoint(south + ((i / side) + 0.5) * size / side, west + ((i % side) + 0.5) * size / side);
            var holder = prepared.FirstOrDefault(shape => shape.Land.Covers(At(point)));

            if (holder.Land is not null)
            {
                all++;
                right += places.At(point).Communes.Any(commune => commune.Key == holder.Unit) ? 1 : 0;
            }
        }

        return (right, all);
    }

    private static (UnitKey? Holder, double Metres) ByHand(GeoPoint point)
    {
        var holder = Shapes.FirstOrDefault(shape => shape.Land.EnvelopeInternal.Contains(point.Longitude, point.Latitude) && shape.Land.Covers(At(point)));
        return (holder?.Unit, StretchedBorders.Min(border => DistanceOp.Distance(border, Stretch.Transform(At(point)))) * 111_195);
    }

    private static Point At(GeoPoint point) => new(point.Longitude, point.Latitude);

    private static IReadOnlyList<BoundaryShape> Read(string geoJson, CommuneDirectory directory)
    {
        var file = Path.GetTempFileName();

        try
        {
            File.WriteAllText(file, geoJson);
            var mistakes = new List<string>();
            var shapes = new BoundaryRules(directory).Check(GeoJsonFile.Read(file, out _)!, mistakes);
            Assert.Empty(mistakes);
            return shapes;
        }
        finally
        {
            File.Delete(file);
        }
    }
}

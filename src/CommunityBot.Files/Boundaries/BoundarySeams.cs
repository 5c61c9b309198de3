using System.Globalization;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;

namespace CommunityBot.Files.Boundaries;

/// <summary>How the shapes fit together: overlaps and gaps. Slivers are only warnings, they come from drawing each border twice.</summary>
internal sealed class BoundarySeams(ICollection<string> mistakes, ICollection<string> warnings)
{
    private const double SliverMetres = 50;
    private const double SliverSquareMetres = 10_000;
    private const double SpeckSquareMetres = 1;
    private const double MetresPerDegree = 111_195;

    public void Check(IReadOnlyList<BoundaryShape> shapes)
    {
        if (shapes.Count == 0)
        {
            return;
        }

        var ground = shapes.Select(shape => shape with { Land = InMetres(shape.Land) }).ToArray();
        FindOverlaps(ground);
        FindGaps(ground);
    }

    private void FindOverlaps(BoundaryShape[] ground)
    {
        var tree = new STRtree<int>();

        for (var i = 0; i < ground.Length; i++)
        {
            tree.Insert(ground[i].Land.EnvelopeInternal, i);
        }

        for (var i = 0; i < ground.Length; i++)
        {
            foreach (var other in tree.Query(ground[i].Land.EnvelopeInternal).Where(other => other > i).Order())
            {
                var common = OverlayNGRobust.Overlay(ground[i].Land, ground[other].Land, SpatialFunction.Intersection);
                Judge(common, $"{ground[i].Name} và {ground[other].Name} chồng lên nhau");
            }
        }
    }

    private void FindGaps(BoundaryShape[] ground)
    {
        var all = OverlayNGRobust.Union(ground.Select(shape => shape.Land).ToArray());

        for (var i = 0; i < all.NumGeometries; i++)
        {
            var part = (Polygon)all.GetGeometryN(i);

            foreach (var hole in part.InteriorRings)
            {
                Judge(part.Factory.CreatePolygon((LinearRing)hole), $"Có chỗ trống không thuộc xã nào, cạnh {Beside(hole, ground)}");
            }
        }
    }

    private void Judge(Geometry area, string what)
    {
        for (var i = 0; i < area.NumGeometries; i++)
        {
            if (area.GetGeometryN(i) is not Polygon { Area: > SpeckSquareMetres } piece)
            {
                continue;
            }

            var isSliver = piece.Area < SliverSquareMetres || piece.Buffer(-SliverMetres / 2).IsEmpty;
            var sentence = string.Create(
                CultureInfo.InvariantCulture, $"{what} gần {Place(piece)}, rộng {piece.Area / SliverSquareMetres:0.00} ha.");
            (isSliver ? warnings : mistakes).Add(sentence);
        }
    }

    private static string Beside(Geometry hole, BoundaryShape[] ground) =>
        ground.FirstOrDefault(shape => shape.Land.Intersects(hole))?.Name ?? ground[0].Name;

    private static string Place(Geometry piece)
    {
        var at = piece.InteriorPoint.Coordinate;
        var latitude = at.Y / MetresPerDegree;
        return BoundaryShape.Place(new Coordinate(at.X / MetresPerDegree / Shrink(latitude), latitude));
    }

    // An equal-area map of the sphere: every meridian is drawn as narrow as it is at that latitude.
    private static Geometry InMetres(Geometry land)
    {
        var copy = land.Copy();
        copy.Apply(new ToMetres());
        copy.GeometryChanged();
        return copy;
    }

    private static double Shrink(double latitude) => Math.Cos(double.DegreesToRadians(latitude));

    private sealed class ToMetres : ICoordinateSequenceFilter
    {
        public bool Done => false;

        public bool GeometryChanged => true;

        public void Filter(CoordinateSequence seq, int i)
        {
            var latitude = seq.GetY(i);
            seq.SetX(i, seq.GetX(i) * MetresPerDegree * Shrink(latitude));
            seq.SetY(i, latitude * MetresPerDegree);
        }
    }
}

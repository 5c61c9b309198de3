using CommunityBot.Communes;
using CommunityBot.Primitives;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Index.Strtree;

namespace CommunityBot.Files.Boundaries;

/// <summary>
/// Answers at once who is responsible for a point: the map is cut into squares of about 500 m. A square no border comes near
/// has its answer ready; in the others the few borders near it are measured.
/// </summary>
internal sealed class BoundaryGrid : ICommuneBoundaries
{
    private const double MetresPerDegree = 111_195;
    private const double SmallestCell = 0.005;
    private const int MostCells = 400_000;

    private static readonly BoundarySighting Nobody = new([], IsNearBorder: false);

    private readonly Cell[] cells;
    private readonly Envelope extent;
    private readonly double cellSize;
    private readonly int columns;
    private readonly IPointOnGeometryLocator[] locators;
    private readonly BoundarySighting[] alone;

    public BoundaryGrid(IReadOnlyList<BoundaryShape> shapes)
    {
        Units = [.. shapes.Select(shape => shape.Unit)];
        alone = [.. shapes.Select(shape => new BoundarySighting([shape.Unit], IsNearBorder: false))];
        var prepared = shapes.Select(shape => PreparedGeometryFactory.Prepare(shape.Land)).ToArray();
        locators = [.. prepared.Cast<PreparedPolygon>().Select(polygon => polygon.PointLocator)];
        Array.ForEach(locators, locator => locator.Locate(new Coordinate(0, 0))); // builds its index now, not under the first villager

        extent = new Envelope();

        foreach (var shape in shapes)
        {
            extent.ExpandToInclude(shape.Land.EnvelopeInternal);
        }

        extent.ExpandBy(LongitudeMargin(extent.MaxY), LatitudeMargin);
        cellSize = Math.Max(SmallestCell, Math.Sqrt(extent.Area / MostCells));
        columns = (int)(extent.Width / cellSize) + 1;
        cells = new Cell[columns * ((int)(extent.Height / cellSize) + 1)];
        Fill(shapes);
    }

    public IReadOnlyCollection<UnitKey> Units { get; }

    private static double LatitudeMargin => BoundarySighting.BorderMetres / MetresPerDegree;

    public BoundarySighting At(GeoPoint point)
    {
        if (!extent.Contains(point.Longitude, point.Latitude))
        {
            return Nobody;
        }

        var cell = cells[CellOf(point.Longitude, point.Latitude)];
        return cell.Edges is null ? cell.Answer : Measure(cell, point);
    }

    private BoundarySighting Measure(Cell cell, GeoPoint point)
    {
        Span<double> nearest = stackalloc double[cell.Shapes.Length];
        nearest.Fill(double.PositiveInfinity);
        var scale = Math.Cos(double.DegreesToRadians(point.Latitude));

        foreach (var edge in cell.Edges!)
        {
            nearest[edge.Shape] = Math.Min(nearest[edge.Shape], edge.SquareDegreesTo(point, scale));
        }

        var owner = Owner(cell, new Coordinate(point.Longitude, point.Latitude));
        return nearest.ContainsAnyInRange(0, LatitudeMargin * LatitudeMargin)
            ? NearBorder(cell, nearest, owner)
            : owner < 0 ? Nobody : alone[cell.Shapes[owner]];
    }

    /// <summary>Which of the cell's shapes holds the point, or -1.</summary>
    private int Owner(Cell cell, Coordinate point)
    {
        for (var i = 0; i < cell.Shapes.Length; i++)
        {
            if (locators[cell.Shapes[i]].Locate(point) != Location.Exterior)
            {
                return i;
            }
        }

        return -1;
    }

    private BoundarySighting NearBorder(Cell cell, ReadOnlySpan<double> nearest, int owner)
    {
        var near = new List<(double Distance, UnitKey Unit)>(cell.Shapes.Length);

        for (var i = 0; i < nearest.Length; i++)
        {
            if (i == owner || nearest[i] <= LatitudeMargin * LatitudeMargin)
            {
                near.Add((i == owner ? -1 : nearest[i], alone[cell.Shapes[i]].Units[0]));
            }
        }

        near.Sort((one, other) => one.Distance.CompareTo(other.Distance));
        return new BoundarySighting(near.ConvertAll(one => one.Unit), IsNearBorder: true);
    }

    private void Fill(IReadOnlyList<BoundaryShape> shapes)
    {
        var edges = new List<(int Shape, LineSegment Line)>?[cells.Length];

        for (var shape = 0; shape < shapes.Count; shape++)
        {
            foreach (var line in LinearComponentExtracter.GetLines(shapes[shape].Land).Cast<LineString>())
            {
                for (var i = 1; i < line.NumPoints; i++)
                {
                    Spread(edges, shape, new LineSegment(line.GetCoordinateN(i - 1), line.GetCoordinateN(i)));
                }
            }
        }

        var tree = new STRtree<int>();

        for (var shape = 0; shape < shapes.Count; shape++)
        {
            tree.Insert(shapes[shape].Land.EnvelopeInternal, shape);
        }

        tree.Build();

        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = edges[i] is { } near ? BorderCell(near) : QuietCell(CentreOf(i), tree);
        }
    }

    private void Spread(List<(int Shape, LineSegment Line)>?[] edges, int shape, LineSegment line)
    {
        var reach = new Envelope(line.P0, line.P1);
        reach.ExpandBy(LongitudeMargin(extent.MaxY), LatitudeMargin);
        var first = CellOf(Math.Max(reach.MinX, extent.MinX), Math.Max(reach.MinY, extent.MinY));
        var last = CellOf(Math.Min(reach.MaxX, extent.MaxX), Math.Min(reach.MaxY, extent.MaxY));

        for (var row = first / columns; row <= last / columns; row++)
        {
            for (var column = first % columns; column <= last % columns; column++)
            {
                (edges[(row * columns) + column] ??= []).Add((shape, line));
            }
        }
    }

    private static Cell BorderCell(List<(int Shape, LineSegment Line)> near)
    {
        var shapes = near.Select(edge => edge.Shape).Distinct().ToArray();
        return new Cell(default, shapes, [.. near.Select(edge => new Edge(
            Array.IndexOf(shapes, edge.Shape), edge.Line.P0.X, edge.Line.P0.Y, edge.Line.P1.X, edge.Line.P1.Y))]);
    }

    private Cell QuietCell(Coordinate centre, STRtree<int> tree)
    {
        foreach (var shape in tree.Query(new Envelope(centre)))
        {
            if (locators[shape].Locate(centre) != Location.Exterior)
            {
                return new Cell(alone[shape], [], null);
            }
        }

        return new Cell(Nobody, [], null);
    }

    private Coordinate CentreOf(int cell) =>
        new(extent.MinX + (((cell % columns) + 0.5) * cellSize), extent.MinY + (((cell / columns) + 0.5) * cellSize));

    private int CellOf(double longitude, double latitude) =>
        ((int)((latitude - extent.MinY) / cellSize) * columns) + (int)((longitude - extent.MinX) / cellSize);

    private static double LongitudeMargin(double latitude) => LatitudeMargin / Math.Cos(double.DegreesToRadians(latitude));

    private readonly record struct Cell(BoundarySighting Answer, int[] Shapes, Edge[]? Edges);

    /// <summary>A straight piece of border; <paramref name="Shape"/> counts within the cell.</summary>
    private readonly record struct Edge(int Shape, double FromX, double FromY, double ToX, double ToY)
    {
        /// <summary>In degrees of latitude; longitudes are shrunk to the same measure.</summary>
        public double SquareDegreesTo(GeoPoint point, double scale)
        {
            var (x, y) = ((FromX - point.Longitude) * scale, FromY - point.Latitude);
            var (alongX, alongY) = ((ToX - FromX) * scale, ToY - FromY);
            var square = (alongX * alongX) + (alongY * alongY);
            var share = square > 0 ? Math.Clamp(-((x * alongX) + (y * alongY)) / square, 0, 1) : 0;
            var (footX, footY) = (x + (share * alongX), y + (share * alongY));
            return (footX * footX) + (footY * footY);
        }
    }
}

using System.Globalization;
using System.Text;
using CommunityBot.Communes;
using CommunityBot.Primitives;

namespace CommunityBot.TestKit.Communes;

/// <summary>
/// A made-up province: a chessboard of communes of about 10 × 10 km whose inner borders wander like rivers. Its former units,
/// three for each commune, are the thirds of the squares.
/// </summary>
public sealed class Tiling
{
    public const int Side = 5;
    public const double West = 105.0;
    public const double South = 22.0;
    public const double Step = 0.1;
    private const int StepsOnABorder = 40;

    public Tiling() => Directory = new CommuneDirectory([.. Units()], [], []);

    public CommuneDirectory Directory { get; }

    public static UnitKey KeyOf(int column, int row) => new(2025, string.Create(CultureInfo.InvariantCulture, $"{10_000 + (row * 100) + column}"));

    /// <summary>The features of a GeoJSON file, one a line.</summary>
    public IReadOnlyList<string> Features() => [.. Squares().Select(square => Feature(square.Column, square.Row))];

    public static string Collection(IEnumerable<string> features) =>
        $"{{\"type\":\"FeatureCollection\",\"features\":[\n{string.Join(",\n", features)}\n]}}";

    public static string Feature(int column, int row, string? ring = null, string? code = null, string? name = null) =>
        $"{{\"type\":\"Feature\",\"properties\":{{\"code\":\"{code ?? KeyOf(column, row).Code}\",\"name\":\"{name ?? $"Xã {NameOf(column, row)}"}\"}},"
        + $"\"geometry\":{{\"type\":\"Polygon\",\"coordinates\":[[{ring ?? Ring(column, row)}]]}}}}";

    /// <summary>The square's border, with a shift in degrees for planting mistakes.</summary>
    public static string Ring(int column, int row, double shiftEast = 0)
    {
        var corners = new List<(double X, double Y)>();

        for (var i = 0; i < StepsOnABorder; i++)
        {
            var at = (double)i / StepsOnABorder;
            corners.Add(Wander(column + at, row));
        }

        for (var i = 0; i < StepsOnABorder; i++)
        {
            corners.Add(Wander(column + 1, row + ((double)i / StepsOnABorder)));
        }

        for (var i = StepsOnABorder; i > 0; i--)
        {
            corners.Add(Wander(column + ((double)i / StepsOnABorder), row + 1));
        }

        for (var i = StepsOnABorder; i > 0; i--)
        {
            corners.Add(Wander(column, row + ((double)i / StepsOnABorder)));
        }

        corners.Add(corners[0]);
        var ring = new StringBuilder();
        ring.AppendJoin(',', corners.Select(corner => string.Create(
            CultureInfo.InvariantCulture, $"[{corner.X + shiftEast:0.0000000},{corner.Y:0.0000000}]")));
        return ring.ToString();
    }

    public static string NameOf(int column, int row) => $"{(char)('A' + column)}n {(char)('A' + row)}o";

    private static (double X, double Y) Wander(double column, double row)
    {
        var bend = 0.08 * Math.Sin(row * 9) * Math.Sin(column * 7) * Inner(column) * Inner(row);
        return (West + ((column + bend) * Step), South + ((row + bend) * Step));
    }

    // The outer border is straight: the province ends where the chessboard ends.
    private static double Inner(double at) => at is > 0 and < Side ? Math.Sin(at / Side * Math.PI) : 0;

    private static IEnumerable<(int Column, int Row)> Squares() =>
        from row in Enumerable.Range(0, Side) from column in Enumerable.Range(0, Side) select (column, row);

    private static IEnumerable<AdministrativeUnit> Units()
    {
        foreach (var (column, row) in Squares())
        {
            var key = KeyOf(column, row);
            yield return new AdministrativeUnit(key, UnitType.Commune, NameOf(column, row), null, true, Inside(column, row, 0.5), null);

            for (var third = 0; third < 3; third++)
            {
                yield return new AdministrativeUnit(
                    new UnitKey(2023, string.Create(CultureInfo.InvariantCulture, $"{20_000 + (row * 1000) + (column * 10) + third}")),
                    UnitType.Commune,
                    $"Cũ {NameOf(column, row)} {third}",
                    null,
                    false,
                    Inside(column, row, (third + 0.5) / 3),
                    key);
            }
        }
    }

    private static GeoPoint Inside(int column, int row, double share) =>
        new(South + ((row + share) * Step), West + ((column + 0.5) * Step));
}

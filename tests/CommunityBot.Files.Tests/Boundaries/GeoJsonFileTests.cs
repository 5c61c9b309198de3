using CommunityBot.Files.Boundaries;
using CommunityBot.TestKit.Communes;
using CsCheck;

namespace CommunityBot.Files.Tests.Boundaries;

public sealed class GeoJsonFileTests
{
    private static readonly string[] Pieces =
    [
        "null", "7", "\"x\"", "{}", "[]", "[[]]", "[[[]]]", "[[[105,22]]]", "[[[105,22],[105.1,22],[105.1,22.1]]]", "[105,22]", "true",
        "[[[105,22],[105.1,22],[105.1,22.1],[105,22]]]", "[[[1e400,22],[105.1,22],[105.1,22.1],[105,22]]]", "[[[\"a\",22],[105.1,22]]]",
        "[[[null,22],[105.1,22],[105.1,22.1],[null,22]]]", "[[[105],[105.1],[105.1],[105]]]", "[[[105,22,1,2,3],[105.1,22],[105.1,22.1],[105,22]]]",
    ];

    private static readonly string[] Types = ["\"Polygon\"", "\"MultiPolygon\"", "\"Point\"", "\"GeometryCollection\"", "\"Star\"", "null", "7"];

    private static readonly Gen<string> StrangeFeature = Gen.Select(
        Gen.Int[0, Types.Length - 1].Select(i => Types[i]), Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]), Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]), Gen.Int[0, 4], (type, coordinates, other, shape) => shape switch
        {
            0 => $"{{\"type\":\"Feature\",\"properties\":{other},\"geometry\":{{\"type\":{type},\"coordinates\":{coordinates}}}}}",
            1 => $"{{\"type\":\"Feature\",\"geometry\":{{\"coordinates\":{coordinates},\"type\":{type}}},\"properties\":{{\"code\":{other}}}}}",
            2 => $"{{\"geometry\":{coordinates}}}",
            3 => $"{{\"geometry\":{{\"type\":{type},\"geometries\":{coordinates}}}}}",
            _ => other,
        });

    [Fact]
    public void Strange_features_become_mistakes_never_a_crash() => StrangeFeature.Array[1, 4].Sample(features =>
    {
        var file = Path.GetTempFileName();

        try
        {
            File.WriteAllText(file, Tiling.Collection(features));
            var read = GeoJsonFile.Read(file, out _)!;
            var mistakes = new List<string>();
            var shapes = new BoundaryRules(new Tiling().Directory).Check(read, mistakes);
            return read.Count == features.Length && shapes.Count == 0 && mistakes.Count >= features.Length;
        }
        finally
        {
            File.Delete(file);
        }
    }, iter: 500);
}

using System.Diagnostics;
using System.Globalization;
using CommunityBot.Communes;
using CommunityBot.Files.Boundaries;
using CommunityBot.Files.Communes;
using CommunityBot.Primitives;
using CommunityBot.Storage;
using CommunityBot.TestKit.Communes;
using Microsoft.Extensions.Logging.Abstractions;

namespace CommunityBot.Benchmarks;

/// <summary>How many places and names a second one thread can tell the commune of.</summary>
internal static class LookUps
{
    private const int Points = 200_000;
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(3);

    public static int Run()
    {
        var directory = new CommuneFiles(ContentFolder()).Read();
        var names = new CommuneNames(directory);

        if (Environment.GetEnvironmentVariable("COMMUNITYBOT_SHARED") is { Length: > 0 } shared)
        {
            MeasurePoints("real", directory, Path.Combine(shared, "communes_2025_thai_nguyen.geojson"));
        }

        MeasureTiling();
        Measure("names", [.. directory.Units.Select(unit => VietnameseText.Fold(unit.FullName))], names.Find);
        Measure(
            "sentences",
            [.. directory.Units.Select(unit => $"vòi nước ở bản Nà Mu {unit.FullName} hỏng hai hôm rồi cháu ơi")],
            text => names.FindInText(text).Answer);
        Measure(
            "hostile texts of 100 kB",
            [.. new[] { "xã ", "ba be ", "tổ dân ", "xã Thượng Giáo " }.Select(seed => string.Concat(Enumerable.Repeat(seed, 100_000 / seed.Length)))],
            text => names.FindInText(text).Answer);
        return 0;
    }

    private static void MeasureTiling()
    {
        var tiling = new Tiling();
        var file = Path.GetTempFileName();
        File.WriteAllText(file, Tiling.Collection(tiling.Features()));
        MeasurePoints("made-up", tiling.Directory, file);
        File.Delete(file);
    }

    private static void MeasurePoints(string borders, CommuneDirectory directory, string boundaries)
    {
        var points = RandomPoints(directory);
        Measure($"points, {borders} borders", points, new CommunePlaces(directory, Import(directory, boundaries)).At);
        Measure("points, no borders", points, new CommunePlaces(directory, new NoBoundaries()).At);
    }

    private static string ContentFolder()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);

        while (!Directory.Exists(Path.Combine(at.FullName, "content", "communes")))
        {
            at = at.Parent ?? throw new InvalidOperationException("The benchmarks run inside the repository.");
        }

        return Path.Combine(at.FullName, "content");
    }

    private static ICommuneBoundaries Import(CommuneDirectory directory, string boundaries)
    {
        var folder = Directory.CreateTempSubdirectory("look-ups-");
        var kept = new KeptBoundaries(folder.FullName, new DurableFile(new LocalDisk()), NullLogger<KeptBoundaries>.Instance);
        var clock = Stopwatch.StartNew();
        var result = new BoundaryImport(directory, kept).Import(boundaries);

        if (!result.IsKept)
        {
            throw new InvalidOperationException(string.Join(Environment.NewLine, result.Mistakes));
        }

        Print("import, seconds", clock.Elapsed.TotalSeconds);
        Print("import, warnings", result.Warnings.Count);
        clock.Restart();
        var loaded = kept.Read();
        Print("load at start, seconds", clock.Elapsed.TotalSeconds);
        folder.Delete(recursive: true);
        return loaded;
    }

    private static void Measure<T>(string what, List<T> queries, Func<T, CommuneAnswer> ask)
    {
        var answers = new Dictionary<string, int>();

        foreach (var query in queries)
        {
            var kind = ask(query).GetType().Name;
            answers[kind] = answers.GetValueOrDefault(kind) + 1;
        }

        var (clock, cpuBefore, done) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime, 0L);

        while (clock.Elapsed < Round)
        {
            for (var i = 0; i < 10; i++)
            {
                ask(queries[(int)(done++ % queries.Count)]);
            }
        }

        var kinds = string.Join(", ", answers.Select(pair => $"{pair.Key} {pair.Value}"));
        Print($"{what}, a second", done / clock.Elapsed.TotalSeconds);
        Print($"{what}, a second of CPU ({kinds})", done / (Environment.CpuUsage.TotalTime - cpuBefore).TotalSeconds);
    }

    private static List<GeoPoint> RandomPoints(CommuneDirectory directory)
    {
        var random = new Random(1);
        var inside = directory.Communes.Select(commune => commune.Inside).ToArray();
        var (south, north) = (inside.Min(point => point.Latitude), inside.Max(point => point.Latitude));
        var (west, east) = (inside.Min(point => point.Longitude), inside.Max(point => point.Longitude));

        return [.. Enumerable.Range(0, Points).Select(_ => new GeoPoint(
            south + (random.NextDouble() * (north - south)), west + (random.NextDouble() * (east - west))))];
    }

    private static void Print(string what, double figure) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {figure:N2}"));
}

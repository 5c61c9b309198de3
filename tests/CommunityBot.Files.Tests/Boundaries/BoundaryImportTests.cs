using System.Globalization;
using CommunityBot.Communes;
using CommunityBot.Files.Boundaries;
using CommunityBot.Files.Tests.Communes;
using CommunityBot.Storage;
using CommunityBot.TestKit.Communes;
using Microsoft.Extensions.Logging.Abstractions;

namespace CommunityBot.Files.Tests.Boundaries;

public sealed class BoundaryImportTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("boundaries-").FullName;
    private readonly Tiling tiling = new();

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_sound_set_of_borders_is_kept_for_the_next_start()
    {
        var result = Import(Tiling.Collection(tiling.Features()));

        Assert.True(result.IsKept, string.Join('\n', result.Mistakes));
        Assert.Equal(Tiling.Side * Tiling.Side, result.Units);
        Assert.Equal(Tiling.Side * Tiling.Side, Kept().Read().Units.Count);
    }

    [Fact]
    public void Without_an_import_there_are_no_borders() => Assert.Empty(Kept().Read().Units);

    [Fact]
    public void A_damaged_file_in_the_data_folder_leaves_the_bot_running_without_borders()
    {
        Import(Tiling.Collection(tiling.Features()));
        File.WriteAllText(Path.Combine(folder, "boundaries", "current.geojson"), "{\"type\":");

        Assert.Empty(Kept().Read().Units);
    }

    [Fact]
    public void A_refused_set_leaves_the_former_one_untouched()
    {
        Import(Tiling.Collection(tiling.Features()));
        var result = Import(Tiling.Collection(tiling.Features().Skip(1)));

        Assert.False(result.IsKept);
        Assert.Equal(Tiling.Side * Tiling.Side, Kept().Read().Units.Count);
    }

    [Theory]
    [InlineData("", "không phải GeoJSON")]
    [InlineData("{\"type\":\n\"FeatureCollection\",", "dòng")]
    [InlineData("[]", "FeatureCollection")]
    [InlineData("{\"type\":\"FeatureCollection\",\"features\":{}}", "FeatureCollection")]
    public void A_file_that_is_no_set_of_borders_is_refused(string content, string words) =>
        Assert.Contains(words, Assert.Single(Import(content).Mistakes), StringComparison.Ordinal);

    [Fact]
    public void A_missing_file_is_said_to_be_missing() =>
        Assert.Equal("Không có tệp này.", Assert.Single(Importer().Import(Path.Combine(folder, "none.geojson")).Mistakes));

    [Fact]
    public void Every_mistake_is_listed_not_only_the_first()
    {
        var features = tiling.Features().ToArray();
        features[0] = Tiling.Feature(0, 0, code: "99999");
        features[1] = Tiling.Feature(1, 0, name: "Xã Thượng Giáo");
        features[2] = Tiling.Feature(2, 0, ring: "[105,22],[105.1,22.1],[105.1,22],[105,22.1],[105,22]");
        features[3] = Tiling.Feature(3, 0, ring: "[22,105],[22.1,105],[22.1,105.1],[22,105]");
        features[4] = Tiling.Feature(4, 0, ring: Tiling.Ring(0, 4));
        features[5] = "{\"type\":\"Feature\",\"properties\":null,\"geometry\":null}";
        features[6] = features[7];
        features[8] = "{\"type\":\"Feature\",\"properties\":{\"code\":\"10103\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[105,22],[105.1]]]}}";
        features[9] = "{\"type\":\"Feature\",\"properties\":{\"code\":\"10104\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[105.45,22.15]}}";
        features[10] = "7";

        var mistakes = string.Join('\n', Import(Tiling.Collection(features)).Mistakes);

        Assert.Contains("không có xã nào đang dùng mã 99999", mistakes, StringComparison.Ordinal);
        Assert.Contains("có lẽ đây là ranh giới cũ", mistakes, StringComparison.Ordinal);
        Assert.Contains("đường ranh giới sai gần", mistakes, StringComparison.Ordinal);
        Assert.Contains("không ở Việt Nam", mistakes, StringComparison.Ordinal);
        Assert.Contains("hình nằm ở chỗ khác", mistakes, StringComparison.Ordinal);
        Assert.Contains("thiếu hình", mistakes, StringComparison.Ordinal);
        Assert.Contains("mã này đã có", mistakes, StringComparison.Ordinal);
        Assert.Contains("hình không đọc được", mistakes, StringComparison.Ordinal);
        Assert.Contains("Polygon hoặc MultiPolygon", mistakes, StringComparison.Ordinal);
        Assert.Contains("Hình 11:", mistakes, StringComparison.Ordinal);
        Assert.Contains($"Thiếu Xã {Tiling.NameOf(0, 0)}", mistakes, StringComparison.Ordinal);
    }

    [Fact]
    public void Overlaps_wider_than_a_sliver_are_refused()
    {
        var features = tiling.Features().ToArray();
        features[12] = Tiling.Feature(2, 2, ring: Tiling.Ring(2, 2, shiftEast: 0.002));

        var result = Import(Tiling.Collection(features));

        Assert.Contains(result.Mistakes, mistake => mistake.Contains("chồng lên nhau", StringComparison.Ordinal));
        Assert.Contains(result.Mistakes, mistake => mistake.Contains("chỗ trống", StringComparison.Ordinal));
    }

    [Fact]
    public void Slivers_are_only_warned_about()
    {
        var features = tiling.Features().ToArray();
        features[12] = Tiling.Feature(2, 2, ring: Tiling.Ring(2, 2, shiftEast: 0.0003));

        var result = Import(Tiling.Collection(features));

        Assert.True(result.IsKept, string.Join('\n', result.Mistakes));
        Assert.Contains(result.Warnings, warning => warning.Contains("chồng lên nhau", StringComparison.Ordinal));
        Assert.Contains(result.Warnings, warning => warning.Contains("chỗ trống", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("communes_2025_former_bac_kan.geojson", 37)]
    [InlineData("communes_2025_thai_nguyen.geojson", 92)]
    public void The_real_borders_are_accepted(string file, int communes)
    {
        var result = new BoundaryImport(RealContent.Directory, Kept()).Import(SharedBoundaries.Need(file));

        Assert.True(result.IsKept, string.Join('\n', result.Mistakes));
        Assert.Equal(communes, result.Units);
        TestContext.Current.SendDiagnosticMessage(string.Create(CultureInfo.InvariantCulture, $"{file}: {result.Warnings.Count} warnings"));
    }

    [Fact]
    public void The_borders_of_former_communes_are_refused()
    {
        var result = new BoundaryImport(RealContent.Directory, Kept()).Import(SharedBoundaries.Need("communes_2023.geojson"));

        Assert.False(result.IsKept);
        Assert.Contains(result.Mistakes, mistake => mistake.Contains("ranh giới cũ", StringComparison.Ordinal));
    }

    private BoundaryImportResult Import(string content)
    {
        var file = Path.Combine(folder, "import.geojson");
        File.WriteAllText(file, content);
        return Importer().Import(file);
    }

    private BoundaryImport Importer() => new(tiling.Directory, Kept());

    private KeptBoundaries Kept() => new(folder, new DurableFile(new LocalDisk()), NullLogger<KeptBoundaries>.Instance);
}

using CommunityBot.Communes;
using CommunityBot.Files.Communes;
using CommunityBot.Primitives;
using CommunityBot.Scheduling;
using CommunityBot.TestKit.Communes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CommunityBot.Files.Tests.Communes;

public sealed class CommuneFilesServicesTests : IDisposable
{
    private readonly string dataFolder = Directory.CreateTempSubdirectory("data-").FullName;

    public void Dispose() => Directory.Delete(dataFolder, recursive: true);

    [Fact]
    public void The_host_gets_communes_places_and_the_calendar_with_one_line()
    {
        using var services = Services();

        Assert.IsType<CommuneAnswer.Found>(services.GetRequiredService<Locate>().Ask("thuong giao ba be"));
        Assert.IsType<CommuneAnswer.Choose>(services.GetRequiredService<Locate>().Ask("22.44 105.72"));
        Assert.False(services.GetRequiredService<WorkingDays>().IsWorkingDay(new DateOnly(2026, 11, 24)));
        Assert.All(services.GetServices<IContentCheck>(), check => Assert.Empty(check.Check().Mistakes));
        Assert.Empty(services.GetRequiredService<ICommuneBoundaries>().Units);
    }

    [Fact]
    public void An_import_is_refused_with_sentences_when_it_shows_another_province()
    {
        var file = Path.Combine(dataFolder, "import.geojson");
        File.WriteAllText(file, Tiling.Collection(new Tiling().Features()));
        using var services = Services();

        var result = services.GetRequiredService<IBoundaryImport>().Import(file);

        Assert.False(result.IsKept);
        Assert.True(result.Mistakes.Count >= Tiling.Side * Tiling.Side);
        Assert.False(Directory.Exists(Path.Combine(dataFolder, "boundaries")));
    }

    private ServiceProvider Services()
    {
        var services = new ServiceCollection();
        services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        services.AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        services.AddCommuneFiles(RealContent.Folder, dataFolder);
        return services.BuildServiceProvider(validateScopes: true);
    }
}

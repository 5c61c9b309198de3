using CommunityBot.Communes;
using CommunityBot.Files.Boundaries;
using CommunityBot.Primitives;
using CommunityBot.Scheduling;
using CommunityBot.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CommunityBot.Files.Communes;

/// <summary>Wires communes, their borders and the calendar of working days.</summary>
public static class CommuneFilesServices
{
    /// <summary>Reads <c>communes</c> and <c>holidays</c> of the content folder and imported borders of the data folder, each at its first use.</summary>
    public static IServiceCollection AddCommuneFiles(this IServiceCollection services, string contentFolder, string dataFolder)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IDisk, LocalDisk>();
        services.TryAddSingleton<DurableFile>();
        services.AddSingleton<IContentCheck>(_ => new CommuneFiles(contentFolder));
        services.AddSingleton<IContentCheck>(provider => new HolidayFiles(contentFolder, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(_ => new CommuneFiles(contentFolder).Read());
        services.AddSingleton(provider => new HolidayFiles(contentFolder, provider.GetRequiredService<TimeProvider>()).Read());
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<KeptBoundaries>(provider, dataFolder));
        services.AddSingleton(provider => provider.GetRequiredService<KeptBoundaries>().Read());
        services.AddSingleton<IBoundaryImport, BoundaryImport>();
        services.AddSingleton<CommuneNames>();
        services.AddSingleton<CommunePlaces>();
        services.AddSingleton<Locate>();
        services.AddSingleton<WorkingDays>();
        return services;
    }
}

using CommunityBot.Scheduling;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBot.Photos;

/// <summary>Wires what happens to photos, voice notes and documents people send.</summary>
public static class PhotoServices
{
    public static IServiceCollection AddPhotos(this IServiceCollection services)
    {
        services.AddKind(StoredPhoto.Kind);
        services.AddSingleton<TakeFile>();
        services.AddSingleton<PhotoLedger>();
        return services.AddScheduledJob<FetchPhotos>();
    }
}

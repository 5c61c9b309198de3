using CommunityBot.Messages;
using CommunityBot.Photos;
using CommunityBot.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CommunityBot.Files.Photos;

/// <summary>Wires the studio and the shelf for what people send.</summary>
public static class PhotoFilesServices
{
    /// <summary>Inside the data folder; a backup copies it.</summary>
    private const string Folder = "photos";

    public static IServiceCollection AddPhotoFiles(this IServiceCollection services)
    {
        services.AddSingleton<IPhotoStudio, PhotoStudio>();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<FileShelf>(
            provider, Path.Combine(provider.GetRequiredService<IOptions<StoreOptions>>().Value.Folder, Folder)));
        services.AddSingleton<IFileShelf>(provider => provider.GetRequiredService<FileShelf>());
        return services.AddSingleton<IKeptFiles>(provider => provider.GetRequiredService<FileShelf>());
    }
}

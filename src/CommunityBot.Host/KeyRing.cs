using Microsoft.AspNetCore.DataProtection;

namespace CommunityBot.Host;

/// <summary>Keeps the keys that seal cookies in the data folder, so that a restart or a restored backup signs nobody out.</summary>
internal static class KeyRing
{
    private const string Folder = "keys";

    public static void AddKeyRing(this IServiceCollection services, string dataFolder) => services
        .AddDataProtection()
        .SetApplicationName("CommunityBot")
        .PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(dataFolder, Folder)));
}

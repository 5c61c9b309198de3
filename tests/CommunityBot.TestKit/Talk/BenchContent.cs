using CommunityBot.Files;
using CommunityBot.Files.Communes;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBot.TestKit.Talk;

/// <summary>The content the bot ships with, as the bench's people meet it.</summary>
public static class BenchContent
{
    public static string Folder { get; } = FindFolder();

    internal static IServiceCollection AddBenchContent(this IServiceCollection services) => services
        .AddContentFiles(Folder)
        .AddCommuneFiles(Folder, Path.Combine(Path.GetTempPath(), "no-data-folder"));

    private static string FindFolder()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);

        while (!File.Exists(Path.Combine(at.FullName, "CommunityBot.sln")))
        {
            at = at.Parent ?? throw new InvalidOperationException("The tests run inside the repository.");
        }

        return Path.Combine(at.FullName, "content");
    }
}

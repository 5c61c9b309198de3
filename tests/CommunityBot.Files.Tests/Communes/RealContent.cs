using CommunityBot.Communes;
using CommunityBot.Files.Communes;

namespace CommunityBot.Files.Tests.Communes;

/// <summary>The lists the bot ships with, read once.</summary>
internal static class RealContent
{
    public static string Folder { get; } = FindFolder();

    public static CommuneDirectory Directory { get; } = new CommuneFiles(Folder).Read();

    public static CommuneNames Names { get; } = new(Directory);

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

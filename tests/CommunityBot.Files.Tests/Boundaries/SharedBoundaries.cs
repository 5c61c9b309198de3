namespace CommunityBot.Files.Tests.Boundaries;

/// <summary>Real borders are not part of this repository; whoever has them names their folder in COMMUNITYBOT_SHARED.</summary>
internal static class SharedBoundaries
{
    public static string Need(string file)
    {
        var path = Environment.GetEnvironmentVariable("COMMUNITYBOT_SHARED") is { Length: > 0 } folder ? Path.Combine(folder, file) : null;

        if (path is null || !File.Exists(path))
        {
            Assert.Skip($"COMMUNITYBOT_SHARED names no folder with {file}.");
        }

        return path;
    }
}

namespace CommunityBot.Files.Tests.Boundaries;

/// <summary>Real borders are not part of this repository; whoever has them names their folder in COMMUNITYBOT_SHARED.</summary>
internal static class SharedBoundaries
{
    public static string Need(string file)
    {
        var folder = Environment.GetEnvironmentVariable("COMMUNITYBOT_SHARED") ?? "";
        var path = new[] { Path.Combine(folder, file), Path.Combine(folder, "data", file) }.FirstOrDefault(File.Exists);

        if (folder.Length == 0 || path is null)
        {
            Assert.Skip($"COMMUNITYBOT_SHARED names no folder with {file}.");
        }

        return path;
    }
}

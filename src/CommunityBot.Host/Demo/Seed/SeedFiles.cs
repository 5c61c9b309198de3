using System.Reflection;

namespace CommunityBot.Host.Demo.Seed;

/// <summary>What the demo's people say and photograph; it travels inside the program.</summary>
internal static class SeedFiles
{
    private const string Prefix = "demo/";
    private const string PictureEnding = ".png";

    private static readonly Assembly Here = typeof(SeedFiles).Assembly;

    private static readonly HashSet<string> Names = [.. Here.GetManifestResourceNames()];

    public static bool IsPicture(string name) => name.EndsWith(PictureEnding, StringComparison.Ordinal) && Names.Contains(Prefix + name);

    public static async Task<byte[]> ReadAsync(string name, CancellationToken cancellationToken)
    {
        await using var file = Open(name);
        var content = new byte[file.Length];
        await file.ReadExactlyAsync(content, cancellationToken);
        return content;
    }

    /// <summary>The lines of a table below its heading, cut at the tabs.</summary>
    public static async Task<IReadOnlyList<string[]>> ReadTableAsync(string name, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(Open(name));
        var text = await reader.ReadToEndAsync(cancellationToken);
        return [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Skip(1).Select(line => line.Split('\t'))];
    }

    private static Stream Open(string name) =>
        Here.GetManifestResourceStream(Prefix + name) ?? throw new InvalidOperationException($"The demo's file {name} is not inside the program.");
}

using CommunityBot.Storage;

namespace CommunityBot.Host.Settings;

/// <summary>The two folders the bot lives by: its own data and the content people write.</summary>
/// <param name="Data">Store, photos, logs.</param>
/// <param name="Content">Topics, categories, phrases, communes.</param>
internal sealed record BotFolders(string Data, string Content)
{
    private const string ContentName = "content";

    public static BotFolders In(IConfiguration configuration, HostStart start)
    {
        var data = configuration["Storage:Path"] is { Length: > 0 } path ? path : new StoreOptions().Path;
        var here = Path.Combine(start.CurrentFolder, ContentName);
        var content = configuration["Content:Path"] is { Length: > 0 } named ? Path.Combine(start.CurrentFolder, named)
            : Directory.Exists(here) ? here
            : Path.Combine(AppContext.BaseDirectory, ContentName);

        return new BotFolders(Path.GetFullPath(data), Path.GetFullPath(content));
    }
}

/// <summary>What the bot teaches and knows. Section <c>Content</c>.</summary>
internal sealed class ContentOptions
{
    /// <summary>The content folder; normally "content" in the current folder, else the one beside the program.</summary>
    public string? Path { get; init; }
}

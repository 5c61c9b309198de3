using CommunityBot.Storage;

namespace CommunityBot.Host.Settings;

/// <summary>The two folders the bot lives by: its own data and the content people write.</summary>
/// <param name="Data">Store, photos, logs.</param>
/// <param name="Content">Topics, categories, phrases, communes.</param>
/// <param name="Model">What was learnt from the content.</param>
internal sealed record BotFolders(string Data, string Content, string Model)
{
    private const string ContentName = "content";
    private const string ModelName = "model";

    public static BotFolders In(IConfiguration configuration, HostStart start)
    {
        var data = configuration["Storage:Path"] is { Length: > 0 } path ? path : new StoreOptions().Path;
        var here = Path.Combine(start.CurrentFolder, ContentName);
        var content = configuration["Content:Path"] is { Length: > 0 } named ? Path.Combine(start.CurrentFolder, named)
            : Directory.Exists(here) ? here
            : Path.Combine(AppContext.BaseDirectory, ContentName);

        var model = configuration["Content:ModelPath"] is { Length: > 0 } kept ? Path.Combine(start.CurrentFolder, kept) : Path.Combine(data, ModelName);

        return new BotFolders(Path.GetFullPath(data), Path.GetFullPath(content), Path.GetFullPath(model));
    }
}

/// <summary>What the bot teaches and knows. Section <c>Content</c>.</summary>
internal sealed class ContentOptions
{
    /// <summary>The content folder; normally "content" in the current folder, else the one beside the program.</summary>
    public string? Path { get; init; }

    /// <summary>The folder for what the bot learnt from the content; normally "model" in the data folder. It may be deleted at any time.</summary>
    public string? ModelPath { get; init; }
}

using CommunityBot.Storage;
using Microsoft.Extensions.Options;

namespace CommunityBot.Channels.BotFramework;

/// <summary>The web chat's places inside the data folder.</summary>
internal sealed class ChatFolder
{
    private readonly DurableFile files;

    public ChatFolder(IOptions<StoreOptions> storage, DurableFile files)
    {
        this.files = files;
        Uploads = Path.Combine(storage.Value.Folder, "webchat", "uploads");
        Key = Path.Combine(storage.Value.Folder, "keys", "webchat.key");
    }

    /// <summary>What villagers sent and the photo job has not made safe yet.</summary>
    public string Uploads { get; }

    /// <summary>Lies where backups look: after a restore nobody is signed out.</summary>
    public string Key { get; }

    /// <summary>Writes a file so that it is there as a whole or not at all, also after a power cut.</summary>
    public void Write(string path, ReadOnlySpan<byte> content)
    {
        files.CreateFolder(Path.GetDirectoryName(path)!);
        files.Write(path, content);
    }
}

namespace CommunityBot.Channels.BotFramework;

/// <summary>The web chat's own folder inside the data folder: its key and the files villagers sent, until the photo job has fetched them.</summary>
internal sealed class ChatFolder
{
    public ChatFolder(string dataFolder)
    {
        Path = System.IO.Path.Combine(dataFolder, "webchat");
        Directory.CreateDirectory(Path);
    }

    public string Path { get; }

    /// <summary>Writes a file so that it is there as a whole or not at all, also after a power cut.</summary>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        var half = path + ".new";

        using (var file = new FileStream(half, FileMode.Create, FileAccess.Write))
        {
            file.Write(content);
            file.Flush(flushToDisk: true);
        }

        File.Move(half, path, overwrite: true);
    }
}

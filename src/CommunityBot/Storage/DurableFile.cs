namespace CommunityBot.Storage;

/// <summary>
/// The one way to write a whole file: after <see cref="Write(string, ReadOnlySpan{byte})"/> has returned, the file is there completely,
/// also after a power cut; before, it is not there at all.
/// </summary>
public sealed class DurableFile(IDisk disk)
{
    private static int lastPart;

    public void Write(string path, ReadOnlySpan<byte> content)
    {
        var part = NewPart(path);

        using (var file = disk.Create(part))
        {
            file.Append(content);
            file.Sync();
        }

        Finish(part, path);
    }

    /// <summary>For files that are too large for memory.</summary>
    public void Write(string path, Action<IAppendFile> write)
    {
        var part = NewPart(path);

        using (var file = disk.Create(part))
        {
            write(file);
            file.Sync();
        }

        Finish(part, path);
    }

    public void Delete(string path)
    {
        disk.Delete(path);
        disk.SyncFolder(FolderOf(path));
    }

    /// <summary>Makes a folder that is still there after a power cut.</summary>
    public void CreateFolder(string folder)
    {
        if (Directory.Exists(folder))
        {
            return;
        }

        if (Path.GetDirectoryName(Path.GetFullPath(folder)) is { } parent)
        {
            CreateFolder(parent);
            Directory.CreateDirectory(folder);
            disk.SyncFolder(parent);
        }
    }

    private void Finish(string part, string path)
    {
        disk.Move(part, path);
        disk.SyncFolder(FolderOf(path));
    }

    private static string NewPart(string path) => $"{path}.{Environment.ProcessId}-{Interlocked.Increment(ref lastPart)}.part";

    private static string FolderOf(string path) => Path.GetDirectoryName(Path.GetFullPath(path))!;
}

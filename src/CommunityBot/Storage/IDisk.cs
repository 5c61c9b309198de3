namespace CommunityBot.Storage;

/// <summary>The disk as the bot's memory sees it: what was synced survives a power cut, everything else may not.</summary>
public interface IDisk
{
    /// <summary>A new, empty file; one that is already there is an error.</summary>
    IAppendFile Create(string path);

    /// <summary>Gives a file its final name, replacing what was there.</summary>
    void Move(string from, string to);

    void Delete(string path);

    /// <summary>Shortens a file and makes that durable.</summary>
    void Cut(string path, long length);

    /// <summary>Makes names durable: files made, moved or deleted in this folder.</summary>
    void SyncFolder(string folder);

    /// <summary>Free bytes under this folder.</summary>
    long FreeBytes(string folder);
}

/// <summary>A file that only grows.</summary>
public interface IAppendFile : IDisposable
{
    long Length { get; }

    void Append(ReadOnlySpan<byte> bytes);

    /// <summary>Returns when everything appended so far survives a power cut. After a failure nothing is known about the file: never try again.</summary>
    void Sync();
}

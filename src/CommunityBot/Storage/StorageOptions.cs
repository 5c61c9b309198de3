using System.ComponentModel.DataAnnotations;

namespace CommunityBot.Storage;

/// <summary>Where the bot remembers. Section <c>Storage</c>.</summary>
public sealed class StorageOptions
{
    /// <summary>LiteDb keeps everything in the data folder; PostgreSql is for many hosts and is not available yet.</summary>
    public StorageProvider Provider { get; init; } = StorageProvider.LiteDb;

    /// <summary>The data folder: store, photos, logs, control socket. Relative to where the bot is started.</summary>
    [Required]
    public string Path { get; init; } = "data";

    /// <summary>Below so many megabytes of free disk, new reports are refused kindly; 1 to 1,000,000, normally 200.</summary>
    [Range(1, 1_000_000)]
    public int RefuseReportsBelowMegabytes { get; init; } = 200;

    /// <summary>Below so many megabytes nothing is committed; 1 to 1,000,000, normally 50.</summary>
    [Range(1, 1_000_000)]
    public int StopBelowMegabytes { get; init; } = 50;

    /// <summary>The full path of the data folder.</summary>
    public string Folder => Path.Length == 0 ? "" : System.IO.Path.GetFullPath(Path);
}

/// <summary>The stores there are.</summary>
public enum StorageProvider
{
    LiteDb,
    PostgreSql,
}

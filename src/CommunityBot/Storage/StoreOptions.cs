using System.ComponentModel.DataAnnotations;

namespace CommunityBot.Storage;

/// <summary>Where the bot keeps its memory and how careful it is with the disk. Section <c>Storage</c>.</summary>
public sealed class StoreOptions
{
    /// <summary>LiteDb keeps everything in the data folder; PostgreSql is for many hosts and is not available yet.</summary>
    public StorageProvider Provider { get; set; } = StorageProvider.LiteDb;

    /// <summary>The data folder: store, photos, logs, control socket; one host at a time. Relative to where the bot is started.</summary>
    [Required]
    public string Path { get; set; } = "data";

    /// <summary>The full path of the data folder.</summary>
    public string Folder => Path.Length == 0 ? "" : System.IO.Path.GetFullPath(Path);

    /// <summary>Below this much free space (MB) new reports are refused by a sentence; 60 to 100000, normally 200.</summary>
    [Range(60, 100_000)]
    public int RefuseReportsBelowMegabytes { get; set; } = 200;

    /// <summary>Below this much free space (MB) nothing is committed; 10 to 10000, normally 50.</summary>
    [Range(10, 10_000)]
    public int RefuseCommitsBelowMegabytes { get; set; } = 50;

    /// <summary>
    /// Days that journal and snapshots older than the last verified snapshot are kept for a restore to a point in time; 0 to 365, normally 0,
    /// because a person who asked to be forgotten is told that nothing is left after a day.
    /// </summary>
    [Range(0, 365)]
    public int KeepJournalDays { get; set; }

    /// <summary>Memory (MB) for documents read or changed lately; 4 to 4096, normally 16.</summary>
    [Range(4, 4096)]
    public int CacheMegabytes { get; set; } = 16;

    /// <summary>Folders of files inside the data folder that a backup copies too.</summary>
    public IReadOnlyList<string> FoldersToBackUp { get; set; } = ["photos", "keys", "boundaries", "webchat"];
}

/// <summary>The stores there are.</summary>
public enum StorageProvider
{
    LiteDb,
    PostgreSql,
}

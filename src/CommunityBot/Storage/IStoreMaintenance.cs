namespace CommunityBot.Storage;

/// <summary>The nightly copy of everything: when it is verified, the older journal is dropped.</summary>
public interface ISnapshots
{
    /// <summary>Writes a snapshot, proves that a fresh store loads it completely, and drops what it makes superfluous.</summary>
    Task<StoreContents> TakeSnapshotAsync(CancellationToken cancellationToken);
}

/// <summary>What an operator does with the files of a store. Reads snapshot and journal only, so it works beside a running host.</summary>
public interface IStoreMaintenance
{
    /// <summary>Reads every record of a data or backup folder and says what is there and what is wrong.</summary>
    Task<StoreContents> VerifyAsync(string folder, CancellationToken cancellationToken);

    /// <summary>Copies the store into a folder of its own and verifies the copy.</summary>
    /// <returns>What the copy contains; check <see cref="StoreContents.Problems"/>.</returns>
    Task<StoreContents> BackupAsync(string backupFolder, CancellationToken cancellationToken);

    /// <summary>Makes a data folder out of a backup, without the people who were erased since.</summary>
    /// <param name="backupFolder">Written by <see cref="BackupAsync"/>, or a data folder nobody uses.</param>
    /// <param name="emptyFolder">Must be empty or absent.</param>
    /// <param name="until">Leaves out what was committed later; null for everything.</param>
    /// <param name="cancellationToken">Stops in the middle; the folder is then not a store.</param>
    /// <exception cref="InvalidOperationException">The folder is not empty, or the backup is damaged; the sentence is for the operator.</exception>
    Task<StoreContents> RestoreAsync(string backupFolder, string emptyFolder, DateTimeOffset? until, CancellationToken cancellationToken);
}

/// <summary>What a store's files contain.</summary>
/// <param name="LastCommit">The number of the last commit.</param>
/// <param name="Documents">How many documents each collection holds.</param>
/// <param name="Problems">Sentences for the operator; empty when all is well.</param>
public sealed record StoreContents(long LastCommit, IReadOnlyDictionary<string, long> Documents, IReadOnlyList<string> Problems);

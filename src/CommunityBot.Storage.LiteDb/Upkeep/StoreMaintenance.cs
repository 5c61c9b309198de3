using CommunityBot.Storage.LiteDb.Journal;

namespace CommunityBot.Storage.LiteDb.Upkeep;

/// <summary>Backup, restore and verify, by files alone.</summary>
internal sealed class StoreMaintenance(StoreOptions options, IDisk disk, TimeProvider clock) : IStoreMaintenance
{
    private const int TriesBesideARunningHost = 3;

    private readonly DurableFile file = new(disk);

    public Task<StoreContents> VerifyAsync(string folder, CancellationToken cancellationToken) =>
        Task.Run(() => Verify(new StoreFolder(folder), cancellationToken), cancellationToken);

    public Task<StoreContents> BackupAsync(string backupFolder, CancellationToken cancellationToken) =>
        Task.Run(() => Backup(new StoreFolder(Path.GetFullPath(backupFolder)), cancellationToken), cancellationToken);

    public Task<StoreContents> RestoreAsync(string backupFolder, string emptyFolder, DateTimeOffset? until, CancellationToken cancellationToken) =>
        Task.Run(() => Restore(new StoreFolder(backupFolder), new StoreFolder(emptyFolder), until, cancellationToken), cancellationToken);

    private static StoreContents Verify(StoreFolder folder, CancellationToken cancellationToken)
    {
        if (JournalSegment.In(folder.Journal).Count == 0 && SnapshotFile.In(folder.Snapshots).Count == 0)
        {
            return new StoreContents(0, new Dictionary<string, long>(), [$"There is no store in {folder.Root}."]);
        }

        try
        {
            var folded = FoldedStore.Read(folder, long.MaxValue, null, cancellationToken);
            var counts = new Dictionary<string, long>(StringComparer.Ordinal);
            folded.ForEach((collection, _) => counts[collection] = counts.GetValueOrDefault(collection) + 1);
            return new StoreContents(folded.LastCommit, counts, []);
        }
        catch (InvalidDataException trouble)
        {
            return new StoreContents(0, new Dictionary<string, long>(), [trouble.Message]);
        }
    }

    private StoreContents Backup(StoreFolder backup, CancellationToken cancellationToken)
    {
        var source = new StoreFolder(Path.GetFullPath(options.Path));

        if (source.Root == backup.Root)
        {
            throw new InvalidOperationException("A backup needs a folder of its own, best on another disk.");
        }

        file.CreateFolder(backup.Journal);
        file.CreateFolder(backup.Snapshots);
        CopyStore(source, backup, cancellationToken);
        KnownBackups.Remember(source, backup.Root, file);
        ErasedList.Of(source).Save(backup, file);
        CopyFolders(source, backup, null, cancellationToken);
        return Verify(backup, cancellationToken);
    }

    /// <summary>Beside a running host a snapshot may replace journal files while they are copied: then once more from the start.</summary>
    private void CopyStore(StoreFolder source, StoreFolder backup, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                CopyStoreOnce(source, backup, cancellationToken);
                return;
            }
            catch (FileNotFoundException) when (attempt < TriesBesideARunningHost)
            {
                // the next attempt sees the new snapshot
            }
        }
    }

    /// <remarks>Journal before snapshot: at every moment the newest snapshot in the backup has the journal after it.</remarks>
    private void CopyStoreOnce(StoreFolder source, StoreFolder backup, CancellationToken cancellationToken)
    {
        var snapshot = SnapshotFile.In(source.Snapshots).LastOrDefault();
        var segments = JournalSegment.In(source.Journal);

        foreach (var segment in segments)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Copy(segment.Path, JournalSegment.Named(backup.Journal, segment.First).Path);
        }

        if (snapshot is not null)
        {
            Copy(snapshot.Path, SnapshotFile.Named(backup.Snapshots, snapshot.UpTo).Path);
        }

        DropOthers(backup.Snapshots, snapshot is null ? [] : [Path.GetFileName(snapshot.Path)]);
        DropOthers(backup.Journal, [.. segments.Select(segment => Path.GetFileName(segment.Path))]);
    }

    private StoreContents Restore(StoreFolder backup, StoreFolder target, DateTimeOffset? until, CancellationToken cancellationToken)
    {
        if (Directory.Exists(target.Root) && Directory.EnumerateFileSystemEntries(target.Root).Any())
        {
            throw new InvalidOperationException($"The folder {target.Root} is not empty. Restore into a new one.");
        }

        if (Verify(backup, cancellationToken) is { Problems: [var problem, ..] })
        {
            throw new InvalidOperationException($"The backup cannot be restored: {problem}");
        }

        var erased = ErasedList.Of(backup);
        var here = ErasedList.Of(new StoreFolder(options.Path));
        bool IsErased(string collection, string id, long commit) => erased.Covers(collection, id, commit) || here.Covers(collection, id, commit);

        var folded = FoldedStore.Read(backup, long.MaxValue, until, cancellationToken);
        file.CreateFolder(target.Snapshots);
        var snapshot = SnapshotFile.Named(target.Snapshots, folded.LastCommit);
        var part = new SnapshotFile(snapshot.Path + ".unverified", folded.LastCommit);
        var seal = part.Write(
            disk,
            take => folded.ForEach((collection, row) =>
            {
                if (!IsErased(collection, row.Id, row.Commit))
                {
                    take(collection, row);
                }
            }),
            clock.GetUtcNow(),
            cancellationToken.ThrowIfCancellationRequested);
        SnapshotProof.Load(part, Path.Combine(target.Snapshots, "proof"), cancellationToken);
        CopyFolders(backup, target, IsErased, cancellationToken);
        erased.Save(target, file);
        disk.Move(part.Path, snapshot.Path);
        disk.SyncFolder(target.Snapshots);
        return new StoreContents(folded.LastCommit, seal.Collections.ToDictionary(one => one.Key, one => one.Value.Count), []);
    }

    private void CopyFolders(StoreFolder from, StoreFolder to, Func<string, string, long, bool>? isErased, CancellationToken cancellationToken)
    {
        foreach (var name in options.FoldersToBackUp.Where(name => Directory.Exists(Path.Combine(from.Root, name))))
        {
            foreach (var path in Directory.EnumerateFiles(Path.Combine(from.Root, name), "*", SearchOption.AllDirectories))
            {
                cancellationToken.ThrowIfCancellationRequested();

                if (isErased?.Invoke(name, Path.GetFileNameWithoutExtension(path), 0) != true && !path.EndsWith(".part", StringComparison.Ordinal))
                {
                    Copy(path, Path.Combine(to.Root, Path.GetRelativePath(from.Root, path)));
                }
            }
        }
    }

    /// <summary>Files of the same length are taken for copied: photos are named by their content, journal files only grow.</summary>
    private void Copy(string from, string to)
    {
        using var source = new FileStream(from, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

        if (File.Exists(to) && new FileInfo(to).Length == source.Length)
        {
            return;
        }

        file.CreateFolder(Path.GetDirectoryName(to)!);
        file.Write(to, target =>
        {
            var buffer = new byte[1 << 20];

            while (source.Read(buffer) is > 0 and var got)
            {
                target.Append(buffer.AsSpan(0, got));
            }
        });
    }

    private void DropOthers(string folder, IReadOnlyCollection<string> kept)
    {
        foreach (var path in Directory.EnumerateFiles(folder).Where(path => !kept.Contains(Path.GetFileName(path))))
        {
            disk.Delete(path);
        }

        disk.SyncFolder(folder);
    }
}

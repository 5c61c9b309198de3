using CommunityBot.Storage.LiteDb.Journal;
using CommunityBot.Storage.LiteDb.Memory;
using CommunityBot.Storage.LiteDb.Upkeep;
using Microsoft.Extensions.Logging;

namespace CommunityBot.Storage.LiteDb.Settled;

/// <summary>
/// LiteDB's file with a life of its own: opened when it may be trusted, otherwise set aside and rebuilt from the last verified snapshot and the journal.
/// Used on one thread only.
/// </summary>
internal sealed partial class SettledStore(
    StoreFolder folder,
    IReadOnlyList<CollectionDefinition> collections,
    RecentDocuments recent,
    StoreCondition condition,
    StoreSeams seams,
    StoreMeter meter,
    ILogger log) : IDisposable
{
    private const int RebuildTransaction = 256;

    private LiteDbFile? file;

    public LiteDbFile File => file ?? throw new InvalidOperationException("LiteDB's file is not open.");

    public bool IsOpen => file is not null;

    /// <summary>Opens what the last run left, or rebuilds it; learns every id on the way.</summary>
    /// <param name="isTrusted">Nothing but a process has died since the file was written.</param>
    /// <param name="sayRunning">
    /// Marks the run as begun. Comes after an untrusted file was set aside (or a kill right here would make it trusted) and before a trusted one is
    /// touched (or a power cut right here would leave a changed file that is called cleanly closed).
    /// </param>
    /// <returns>The last commit all of whose documents are settled.</returns>
    public long Open(bool isTrusted, Action sayRunning)
    {
        var exists = System.IO.File.Exists(folder.LiteDb);

        if (!isTrusted)
        {
            SetAside();
        }

        sayRunning();

        if (exists && isTrusted)
        {
            return OpenTrusted();
        }

        var isFirstStart = !exists && JournalSegment.In(folder.Journal).Count == 0;
        return Rebuild(isFirstStart ? null : exists ? "after an unclean stop of the machine" : "because it was missing", long.MaxValue);
    }

    /// <summary>Sets the file aside and makes a new one out of snapshot and journal.</summary>
    /// <param name="reason">For the operator; null on the first start, when there is nothing to tell.</param>
    /// <param name="upTo">The last commit wanted; later ones are in memory.</param>
    /// <returns>The last commit the new file contains.</returns>
    public long Rebuild(string? reason, long upTo)
    {
        SetAside();
        file = OpenFile();
        var position = LoadSnapshot(file);
        position = LoadJournal(file, position, upTo);
        file.Settle([], position);
        recent.AnythingMayBeInLiteDb();

        if (reason is not null)
        {
            meter.Rebuilt();
            LogRebuilt(reason, position);
            condition.Notice($"The working file was rebuilt {reason}, from snapshot and journal up to commit {position}. Nothing was lost. Have the disk checked if this happens again.");
        }

        return position;
    }

    /// <summary>Not even a rebuild works: lists cannot be answered, commits still can.</summary>
    public void GiveUpForNow()
    {
        Dispose();
        condition.Notice("The working file failed and cannot be rebuilt now; reports are still saved in the journal, but lists do not work. Look into the log.");
    }

    /// <summary>
    /// The journal lost its end, but LiteDB had settled it: what LiteDB holds becomes the snapshot from which a rebuild would start.
    /// </summary>
    public void SaveAsSnapshot(long position)
    {
        new DurableFile(seams.Disk).CreateFolder(folder.Snapshots);
        var verified = SnapshotFile.Named(folder.Snapshots, position);
        var written = new SnapshotFile(verified.Path + ".unverified", position);
        System.IO.File.Delete(written.Path);
        written.Write(seams.Disk, ExportAll, seams.Clock.GetUtcNow(), () => { });
        SnapshotProof.Load(written, Path.Combine(folder.Snapshots, "proof"), CancellationToken.None);
        seams.Disk.Move(written.Path, verified.Path);
        seams.Disk.SyncFolder(folder.Snapshots);
        LogJournalShort(position);
        condition.Notice($"The journal had lost its end; a new snapshot was made from the working file, up to commit {position}. Nothing was lost. Have the disk checked.");
    }

    /// <summary>Everything is settled: the next start may trust the file.</summary>
    public void CloseCleanly()
    {
        file?.CloseCleanly();
        file = null;
    }

    public void Dispose()
    {
        file?.Dispose();
        file = null;
    }

    private LiteDbFile OpenFile() => LiteDbFile.Open(folder.LiteDb, collections, () => seams.Witness(StoreMoment.DataPageWritten));

    private long OpenTrusted()
    {
        try
        {
            file = OpenFile();

            if (file.ReadPosition() is { } position)
            {
                CheckAndLearn(file);
                return position;
            }
        }
        catch (Exception trouble)
        {
            LogDamaged(trouble);
            return Rebuild("because it was damaged", long.MaxValue);
        }

        return Rebuild("because it was never filled completely", long.MaxValue);
    }

    private void ExportAll(Action<string, SettledRow> take)
    {
        foreach (var collection in collections)
        {
            string? after = null;

            while (File.Export(collection, after, RebuildTransaction) is { Count: > 0 } rows)
            {
                rows.ForEach(row => take(collection.Name, row));
                after = rows[^1].Id;
            }
        }
    }

    private void CheckAndLearn(LiteDbFile opened)
    {
        foreach (var collection in collections)
        {
            opened.Check(collection, id => recent.LearnId(collection.Name, id));
        }
    }

    private void SetAside()
    {
        Dispose();

        foreach (var path in new[] { folder.LiteDb, LiteDbFile.LogOf(folder.LiteDb) })
        {
            if (System.IO.File.Exists(path))
            {
                seams.Disk.Move(path, path + ".aside");
            }
        }
    }

    private long LoadSnapshot(LiteDbFile into)
    {
        if (SnapshotFile.In(folder.Snapshots) is not [.., var snapshot])
        {
            return 0;
        }

        var batch = new List<Settling>(RebuildTransaction);
        snapshot.Read((collection, row) => Add(into, batch, new Settling(collection, row.Id, row)));
        Flush(into, batch);
        return snapshot.UpTo;
    }

    private long LoadJournal(LiteDbFile into, long after, long upTo)
    {
        var batch = new List<Settling>(RebuildTransaction);
        var end = JournalReplay.Read(JournalSegment.In(folder.Journal), after, (record, _, _) =>
        {
            if (record.Number > upTo)
            {
                return false;
            }

            foreach (var write in record.Writes)
            {
                var row = write.Json is { } json ? new SettledRow(write.Id, write.Version, record.Number, json, write.Keys) : null;
                Add(into, batch, new Settling(write.Collection, write.Id, row));
            }

            return true;
        });
        Flush(into, batch);
        return end.LastCommit;
    }

    private void Add(LiteDbFile into, List<Settling> batch, Settling document)
    {
        if (!recent.Has(document.Collection))
        {
            return; // of a feature that no longer exists; journal and snapshot keep it
        }

        recent.LearnId(document.Collection, document.Id);

        if (batch.Count >= RebuildTransaction || batch.Any(one => one.Id == document.Id && one.Collection == document.Collection))
        {
            Flush(into, batch);
        }

        batch.Add(document);
    }

    private void Flush(LiteDbFile into, List<Settling> batch)
    {
        if (batch.Count > 0)
        {
            into.Settle(batch, null);
            batch.Clear();
            seams.Witness(StoreMoment.RebuildTransactionSettled);
        }

        if (into.WantsCheckpoint(SettleThread.LogPagesBeforeCheckpoint))
        {
            into.Checkpoint();
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "LiteDB's file is damaged and is rebuilt")]
    private partial void LogDamaged(Exception trouble);

    [LoggerMessage(Level = LogLevel.Error, Message = "The journal ended before commit {Position}, which LiteDB holds; a snapshot was made from LiteDB")]
    private partial void LogJournalShort(long position);

    [LoggerMessage(Level = LogLevel.Warning, Message = "LiteDB's file was rebuilt {Reason}, up to commit {Position}")]
    private partial void LogRebuilt(string reason, long position);
}

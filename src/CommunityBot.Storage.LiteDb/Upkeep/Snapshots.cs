using CommunityBot.Storage.LiteDb.Journal;
using CommunityBot.Storage.LiteDb.Settled;
using Microsoft.Extensions.Logging;

namespace CommunityBot.Storage.LiteDb.Upkeep;

/// <summary>Takes the nightly snapshot and drops the journal it replaces.</summary>
internal sealed partial class Snapshots(
    StoreOptions options,
    StoreFolder folder,
    StoreSeams seams,
    CommitThread commits,
    SettleThread settling,
    ILogger log) : ISnapshots, IDisposable
{
    private const string Unverified = ".unverified";

    private readonly SemaphoreSlim oneAtATime = new(1, 1);

    public async Task<StoreContents> TakeSnapshotAsync(CancellationToken cancellationToken)
    {
        await settling.Ready.WaitAsync(cancellationToken);
        await oneAtATime.WaitAsync(cancellationToken);

        try
        {
            var upTo = await commits.RollAsync().WaitAsync(cancellationToken);
            var contents = await Task.Run(() => Take(upTo, cancellationToken), cancellationToken);
            await WaitUntilSettledAsync(upTo, cancellationToken);
            DropWhatIsReplaced();
            LogTaken(upTo);
            return contents;
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    public void Dispose() => oneAtATime.Dispose();

    private StoreContents Take(long upTo, CancellationToken cancellationToken)
    {
        new DurableFile(seams.Disk).CreateFolder(folder.Snapshots);
        DropUnfinished();
        var verified = SnapshotFile.Named(folder.Snapshots, upTo);
        var written = new SnapshotFile(verified.Path + Unverified, upTo);
        var folded = FoldedStore.Read(folder, upTo, null, cancellationToken);

        var seal = written.Write(seams.Disk, folded.ForEach, seams.Clock.GetUtcNow(), () =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            seams.Witness(StoreMoment.SnapshotRowWritten);
        });

        SnapshotProof.Load(written, Path.Combine(folder.Snapshots, "proof"), cancellationToken);
        File.SetLastWriteTimeUtc(written.Path, seams.Clock.GetUtcNow().UtcDateTime); // its age, by our clock
        seams.Disk.Move(written.Path, verified.Path);
        seams.Disk.SyncFolder(folder.Snapshots);
        return new StoreContents(upTo, seal.Collections.ToDictionary(one => one.Key, one => one.Value.Count), []);
    }

    /// <summary>What an earlier run did not finish.</summary>
    private void DropUnfinished()
    {
        foreach (var left in Directory.EnumerateFiles(folder.Snapshots, "*" + Unverified))
        {
            seams.Disk.Delete(left);
        }
    }

    /// <summary>Documents still in memory have their bytes in the journal: it may go only when LiteDB has them.</summary>
    private async Task WaitUntilSettledAsync(long upTo, CancellationToken cancellationToken)
    {
        while (settling.SettledPosition < upTo)
        {
            settling.SettleNow();
            await settling.ListAsync(_ => true).WaitAsync(cancellationToken);
        }
    }

    private void DropWhatIsReplaced()
    {
        var before = seams.Clock.GetUtcNow().UtcDateTime - TimeSpan.FromDays(options.KeepJournalDays);
        var snapshots = SnapshotFile.In(folder.Snapshots);
        var kept = options.KeepJournalDays == 0
            ? snapshots.LastOrDefault()
            : snapshots.LastOrDefault(snapshot => File.GetLastWriteTimeUtc(snapshot.Path) <= before);

        if (kept is null)
        {
            return;
        }

        foreach (var older in snapshots.Where(snapshot => snapshot.UpTo < kept.UpTo))
        {
            seams.Disk.Delete(older.Path);
        }

        DropSegments(Math.Min(kept.UpTo, settling.SettledPosition));
        seams.Disk.SyncFolder(folder.Snapshots);
        seams.Disk.SyncFolder(folder.Journal);
    }

    private void DropSegments(long upTo)
    {
        var segments = JournalSegment.In(folder.Journal);

        for (var at = 0; at + 1 < segments.Count && segments[at + 1].First <= upTo + 1; at++)
        {
            seams.Disk.Delete(segments[at].Path);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "A snapshot up to commit {Commit} was taken and verified")]
    private partial void LogTaken(long commit);
}

using CommunityBot.Storage.LiteDb.Journal;
using CommunityBot.Storage.LiteDb.Memory;
using CommunityBot.Storage.LiteDb.Settled;
using CommunityBot.Storage.LiteDb.Upkeep;
using Microsoft.Extensions.Logging;

namespace CommunityBot.Storage.LiteDb;

/// <summary>
/// The store inside the bot's own process. The journal is the commit; LiteDB is where commits settle to be found and listed; memory answers for what
/// lies between the two.
/// </summary>
internal sealed partial class EmbeddedStore : IDocumentStore, IAsyncDisposable, IDisposable
{
    private const int CountedPerVisit = 500;
    private const int TriesAfterForgetting = 3;

    /// <summary>Memory of unsettled documents at which callers have to wait.</summary>
    private const long LargestUnsettled = 64 << 20;

    /// <summary>Memory of unsettled documents at which settling no longer waits for its time.</summary>
    private const long HurryAbove = 8 << 20;

    /// <summary>Memory of unsettled documents up to which a burst goes before settling.</summary>
    private const long BurstUpTo = 48 << 20;

    /// <summary>Commits between two looks that are a burst.</summary>
    private const long BurstCommits = 1_000;

    private const long LargestSegment = 64 << 20;

    /// <summary>A document that changes several times within a second (an outgoing message always does) settles once.</summary>
    private const int LooksPerRound = 10;

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    private readonly StoreFolder folder;
    private readonly DeclaredCollections declared;
    private readonly StoreSeams seams;
    private readonly ILogger log;
    private readonly FolderLock folderLock;
    private readonly RunMarker marker;
    private readonly StoreCondition condition;
    private readonly RecentDocuments recent;
    private readonly StoreMeter meter;
    private readonly CommitThread commits;
    private readonly SettleThread settling;
    private readonly SettledStore settled;
    private ITimer? timer;
    private long lastSeenCommit;
    private int looks;
    private bool isClosed;

    private EmbeddedStore(StoreOptions options, IEnumerable<CollectionDefinition> definitions, StoreSeams seams, ILogger log)
    {
        this.seams = seams;
        this.log = log;
        folder = new StoreFolder(options.Path);
        IReadOnlyList<CollectionDefinition> collections = [.. definitions];
        declared = new DeclaredCollections(collections);
        new DurableFile(seams.Disk).CreateFolder(folder.Journal);
        folderLock = FolderLock.Take(folder);
        marker = new RunMarker(folder, seams);
        condition = new StoreCondition(options, folder, seams.Disk);
        recent = new RecentDocuments(collections, (long)options.CacheMegabytes << 20);
        meter = new StoreMeter(() => recent.UnsettledBytes, () => recent.UnsettledCount);
        commits = new CommitThread(new JournalFile(seams.Disk, folder.Journal, LargestSegment), recent, condition, seams, meter, LargestUnsettled, log);
        settled = new SettledStore(folder, collections, recent, condition, seams, meter, log);
        settling = new SettleThread(settled, recent, seams, meter, log);
        Snapshots = new Snapshots(options, folder, seams, commits, settling, log);
        Erased = new ErasedPeople(folder, seams.Disk, () => commits.LastCommit, log);
    }

    public Snapshots Snapshots { get; }

    public ErasedPeople Erased { get; }

    public StoreHealth Health => condition.Health;

    /// <summary>Ends when everything the last run promised can be found again; fails with a sentence for the operator when it cannot.</summary>
    public Task Ready => settling.Ready;

    internal StoreMeter Meter => meter;

    internal RecentDocuments Recent => recent;

    internal SettleThread Settling => settling;

    /// <summary>Takes the folder and begins to read it; commits and questions wait until that is done.</summary>
    public static EmbeddedStore Open(StoreOptions options, IEnumerable<CollectionDefinition> definitions, StoreSeams seams, ILogger log)
    {
        var store = new EmbeddedStore(options, definitions, seams, log);
        store.settling.Start(store.OpenOnItsThread, () => store.commits.LastCommit, store.commits.Wake);
        store.timer = seams.Clock.CreateTimer(_ => store.LookAround(), null, BetweenLooks, BetweenLooks);
        return store;
    }

    public ValueTask<StoredDocument?> FindAsync(string collection, string id, CancellationToken cancellationToken)
    {
        declared.Expect(collection);

        if (!Ready.IsCompletedSuccessfully)
        {
            return new ValueTask<StoredDocument?>(AskLiteDbAsync(collection, id, cancellationToken)); // memory is still being filled
        }

        var known = recent.Find(collection, id);
        return known.IsKnown
            ? ValueTask.FromResult(known.Document)
            : new ValueTask<StoredDocument?>(AskLiteDbAsync(collection, id, cancellationToken));
    }

    public async Task<IReadOnlyList<StoredDocument>> ListAsync(IndexRange range, CancellationToken cancellationToken)
    {
        declared.Expect(range.Collection, range.Index);
        ArgumentOutOfRangeException.ThrowIfLessThan(range.Limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(range.Limit, 200);
        await WaitUntilReadyAsync(cancellationToken);
        var rows = await settling.ListAsync(file => MergedList.Read(file, recent, range, keysOnly: false)).WaitAsync(cancellationToken);
        return [.. rows.Select(row => row.Document!)];
    }

    public async Task<long> CountAsync(IndexRange range, CancellationToken cancellationToken)
    {
        declared.Expect(range.Collection, range.Index);
        await WaitUntilReadyAsync(cancellationToken);
        var page = range with { Limit = CountedPerVisit };
        var count = 0L;

        while (true)
        {
            var asked = page;
            var rows = await settling.ListAsync(file => MergedList.Read(file, recent, asked, keysOnly: true)).WaitAsync(cancellationToken);
            count += rows.Count;

            if (rows.Count < CountedPerVisit)
            {
                return count;
            }

            var last = rows[^1];
            page = page with { After = (page.Index == IndexRange.ById ? last.Id : ListPlace.KeyIn(last.Place, last.Id), last.Id) };
        }
    }

    public async Task<CommitOutcome> CommitAsync(IReadOnlyList<DocumentWrite> writes, CancellationToken cancellationToken)
    {
        declared.Expect(writes);

        if (writes.Count == 0)
        {
            return CommitOutcome.Done;
        }

        cancellationToken.ThrowIfCancellationRequested();
        await WaitUntilReadyAsync(cancellationToken);

        for (var attempt = 0; attempt < TriesAfterForgetting; attempt++)
        {
            await LearnVersionsAsync(writes, cancellationToken);
            var answer = commits.Submit(writes);

            switch (cancellationToken.CanBeCanceled ? await answer.WaitAsync(cancellationToken) : await answer)
            {
                case CommitAnswer.Done: return CommitOutcome.Done;
                case CommitAnswer.LostRace: return CommitOutcome.LostRace;
                case CommitAnswer.AskLiteDb: break;
            }
        }

        return CommitOutcome.LostRace;
    }

    /// <summary>Everything waiting becomes durable and settles; the next start trusts LiteDB's file.</summary>
    public async ValueTask DisposeAsync() => await CloseAsync(cleanly: true);

    /// <inheritdoc cref="DisposeAsync"/>
    public void Dispose() => CloseAsync(cleanly: true).GetAwaiter().GetResult();

    /// <summary>Lets go of everything; not cleanly, it leaves the files as a dead process would.</summary>
    public async Task CloseAsync(bool cleanly)
    {
        if (isClosed)
        {
            return;
        }

        isClosed = true;
        await timer!.DisposeAsync();
        condition.Close();
        var opened = Ready.IsCompletedSuccessfully;
        await Task.Run(() => Stop(cleanly && opened));
        folderLock.Dispose();
        meter.Dispose();
    }

    private void Stop(bool cleanly)
    {
        commits.Stop();

        if (settling.Stop(cleanly))
        {
            marker.SayClosed();
        }

        commits.Dispose();
        settling.Dispose();
        Snapshots.Dispose();
    }

    private void OpenOnItsThread()
    {
        var position = settled.Open(marker.TrustsLiteDb(), marker.SayRunning);
        var end = JournalReplay.Read(JournalSegment.In(folder.Journal), position, Replay);

        if (end.LastWritten < position)
        {
            settled.SaveAsSnapshot(position);
        }

        if (end is { IsTorn: true, LastSegment: { } last })
        {
            seams.Disk.Cut(last.Path, end.GoodLength);
            LogTornTail(end.LastCommit);
        }

        recent.AllIdsAreLearned();
        commits.Start(end.LastCommit, SettleSoonWhenMuchWaits);
        condition.Open();
        LogOpened(end.LastCommit);
    }

    private bool Replay(JournalRecord record, JournalSegment segment, long payloadAt)
    {
        foreach (var write in record.Writes)
        {
            if (recent.Has(write.Collection))
            {
                var place = new JournalPlace(segment, payloadAt + write.JsonAt, write.Json?.Length ?? 0);
                recent.PublishReplayed(write.Collection, new UnsettledDocument(write.Id, write.Version, record.Number, write.Keys, place));
            }
        }

        return true;
    }

    private void SettleSoonWhenMuchWaits()
    {
        if (recent.UnsettledBytes > HurryAbove)
        {
            settling.SettleNow();
        }
    }

    /// <summary>Ten times a second: refuses who waited too long and watches for bursts; once a second settles and measures the disk.</summary>
    private void LookAround()
    {
        commits.RefuseOverdue();
        settling.RefuseOverdue();
        var last = commits.LastCommit;
        settling.Pause(last - lastSeenCommit >= BurstCommits && recent.UnsettledBytes < BurstUpTo);
        lastSeenCommit = last;

        if (++looks % LooksPerRound == 0)
        {
            settling.SettleNow();
            MeasureFreeSpace();
            commits.Wake();
        }
    }

    private void MeasureFreeSpace()
    {
        try
        {
            condition.MeasureFreeSpace();
        }
        catch (IOException trouble)
        {
            LogFreeSpaceUnknown(trouble);
        }
    }

    private async Task<StoredDocument?> AskLiteDbAsync(string collection, string id, CancellationToken cancellationToken)
    {
        await WaitUntilReadyAsync(cancellationToken);
        return await settling.FindAsync(file => FindOnItsThread(file, collection, id)).WaitAsync(cancellationToken);
    }

    private StoredDocument? FindOnItsThread(LiteDbFile file, string collection, string id)
    {
        if (recent.Find(collection, id) is { IsKnown: true } known)
        {
            return known.Document;
        }

        var document = file.Find(collection, id);
        recent.RememberSettled(collection, id, document);
        return document;
    }

    private async ValueTask LearnVersionsAsync(IReadOnlyList<DocumentWrite> writes, CancellationToken cancellationToken)
    {
        foreach (var write in writes)
        {
            if (recent.VersionOf(write.Collection, write.Id) is null)
            {
                await AskLiteDbAsync(write.Collection, write.Id, cancellationToken);
            }
        }
    }

    private Task WaitUntilReadyAsync(CancellationToken cancellationToken) =>
        Ready.IsCompletedSuccessfully ? Task.CompletedTask : WaitLongerAsync(cancellationToken);

    private async Task WaitLongerAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Ready.WaitAsync(LongestWait, seams.Clock, cancellationToken);
        }
        catch (Exception trouble) when (trouble is TimeoutException or InvalidDataException or IOException)
        {
            throw new StoreUnavailableException("The store is still being opened or rebuilt, or could not be opened.", trouble);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The store is open after commit {Commit}")]
    private partial void LogOpened(long commit);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A torn record at the end of the journal was cut off after commit {Commit}; nobody had been told it was saved")]
    private partial void LogTornTail(long commit);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The free space of the disk could not be read")]
    private partial void LogFreeSpaceUnknown(Exception trouble);
}

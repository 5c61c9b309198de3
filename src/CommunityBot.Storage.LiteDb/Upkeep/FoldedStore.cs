using CommunityBot.Storage.LiteDb.Journal;
using CommunityBot.Storage.LiteDb.Memory;
using CommunityBot.Storage.LiteDb.Settled;

namespace CommunityBot.Storage.LiteDb.Upkeep;

/// <summary>
/// All documents as of one commit, out of the last snapshot and the journal after it. LiteDB is not asked, so damage in its file never reaches a
/// snapshot or a backup, and another process can do this beside a running host.
/// </summary>
internal sealed class FoldedStore
{
    private readonly SnapshotFile? snapshot;
    private readonly Dictionary<(string Collection, string Id), UnsettledDocument> changes = [];

    private FoldedStore(SnapshotFile? snapshot, long lastCommit)
    {
        this.snapshot = snapshot;
        LastCommit = lastCommit;
    }

    public long LastCommit { get; private set; }

    /// <param name="folder">A data or backup folder.</param>
    /// <param name="upTo">The last commit wanted.</param>
    /// <param name="until">Nothing committed later is wanted; null for everything.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="InvalidDataException">Something is damaged or missing; the sentence is for the operator.</exception>
    public static FoldedStore Read(StoreFolder folder, long upTo, DateTimeOffset? until, CancellationToken cancellationToken)
    {
        var from = NewestBefore(folder, upTo, until);
        var store = new FoldedStore(from, from?.UpTo ?? 0);
        JournalReplay.Read(JournalSegment.In(folder.Journal), store.LastCommit, (record, segment, payloadAt) =>
        {
            cancellationToken.ThrowIfCancellationRequested();

            if (record.Number > upTo || record.Time > until)
            {
                return false;
            }

            store.Take(record, segment, payloadAt);
            return true;
        });
        return store;
    }

    /// <summary>Hands over every document.</summary>
    public void ForEach(Action<string, SettledRow> take)
    {
        snapshot?.Read((collection, row) =>
        {
            if (!changes.ContainsKey((collection, row.Id)))
            {
                take(collection, row);
            }
        });

        foreach (var ((collection, _), change) in changes)
        {
            if (change.Row() is { } row)
            {
                take(collection, row);
            }
        }
    }

    private static SnapshotFile? NewestBefore(StoreFolder folder, long upTo, DateTimeOffset? until)
    {
        var snapshots = SnapshotFile.In(folder.Snapshots).Where(snapshot => snapshot.UpTo <= upTo).ToList();
        return until is null
            ? snapshots.LastOrDefault()
            : snapshots.LastOrDefault(snapshot => snapshot.Read((_, _) => { }).TakenAt <= until);
    }

    private void Take(JournalRecord record, JournalSegment segment, long payloadAt)
    {
        foreach (var write in record.Writes)
        {
            var place = new JournalPlace(segment, payloadAt + write.JsonAt, write.Json?.Length ?? 0);
            changes[(write.Collection, write.Id)] = new UnsettledDocument(write.Id, write.Version, record.Number, write.Keys, place);
        }

        LastCommit = record.Number;
    }
}

using CommunityBot.Storage;

namespace CommunityBot.Host.Demo.Seed;

/// <summary>The province while it is being made up: in memory, so that a kill in the middle leaves nothing, and the whole of it is one commit.</summary>
internal sealed class SeedDraft : IDocumentStore
{
    private readonly Lock gate = new();
    private readonly Dictionary<(string Collection, string Id), (DocumentWrite Write, long Version)> rows = [];

    public StoreHealth Health { get; } = new(CanCommit: true, FreeBytes: long.MaxValue, AcceptsNewReports: true, Notice: null);

    /// <summary>Everything that is there now, as new documents.</summary>
    public IReadOnlyList<DocumentWrite> Writes
    {
        get
        {
            lock (gate)
            {
                return [.. rows.Values.Select(row => row.Write with { ExpectedVersion = 0 })];
            }
        }
    }

    public ValueTask<StoredDocument?> FindAsync(string collection, string id, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return ValueTask.FromResult(rows.TryGetValue((collection, id), out var row) ? Stored(row.Write, row.Version) : null);
        }
    }

    public Task<IReadOnlyList<StoredDocument>> ListAsync(IndexRange range, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            IReadOnlyList<StoredDocument> page = [.. InRange(range).Take(range.Limit).Select(row => Stored(row.Write, row.Version))];
            return Task.FromResult(page);
        }
    }

    public Task<long> CountAsync(IndexRange range, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return Task.FromResult(InRange(range).LongCount());
        }
    }

    public Task<CommitOutcome> CommitAsync(IReadOnlyList<DocumentWrite> writes, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (writes.Any(write => write.ExpectedVersion is { } expected && expected != VersionOf(write)))
            {
                return Task.FromResult(CommitOutcome.LostRace);
            }

            foreach (var write in writes)
            {
                Apply(write);
            }

            return Task.FromResult(CommitOutcome.Done);
        }
    }

    private static StoredDocument Stored(DocumentWrite write, long version) =>
        new(write.Id, version, write.Json ?? throw new InvalidOperationException($"The document {write.Id} was deleted and is still listed."));

    private static string? KeyOf(DocumentWrite write, string index) =>
        index == IndexRange.ById ? write.Id : write.Keys.Where(key => key.Index == index).Select(key => key.Key).FirstOrDefault();

    private void Apply(DocumentWrite write)
    {
        var key = (write.Collection, write.Id);

        if (write.Json is null)
        {
            rows.Remove(key);
        }
        else
        {
            rows[key] = (write, VersionOf(write) + 1);
        }
    }

    private long VersionOf(DocumentWrite write) => rows.TryGetValue((write.Collection, write.Id), out var row) ? row.Version : 0;

    private IEnumerable<(DocumentWrite Write, long Version)> InRange(IndexRange range)
    {
        var listed = rows.Values
            .Where(row => row.Write.Collection == range.Collection)
            .Select(row => (Key: KeyOf(row.Write, range.Index), row.Write, row.Version))
            .Where(row => row.Key is not null && string.CompareOrdinal(row.Key, range.From) >= 0)
            .Where(row => range.To is null || string.CompareOrdinal(row.Key, range.To) < 0)
            .OrderBy(row => row.Key, StringComparer.Ordinal)
            .ThenBy(row => row.Write.Id, StringComparer.Ordinal);
        var inOrder = range.Descending ? listed.Reverse() : listed;
        return inOrder.Where(row => range.After is not { } after || IsAfter((row.Key!, row.Write.Id), after, range.Descending)).Select(row => (row.Write, row.Version)); // rows without a key are gone
    }

    private static bool IsAfter((string Key, string Id) row, (string Key, string Id) last, bool isDescending)
    {
        var byKey = string.CompareOrdinal(row.Key, last.Key);
        var order = byKey != 0 ? byKey : string.CompareOrdinal(row.Id, last.Id);
        return isDescending ? order < 0 : order > 0;
    }
}

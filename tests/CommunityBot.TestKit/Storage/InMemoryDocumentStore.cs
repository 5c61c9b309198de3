using System.Text.Json;
using CommunityBot.Storage;

namespace CommunityBot.TestKit.Storage;

/// <summary>A store that forgets everything when the test ends; it keeps the same promises while it lives, except surviving.</summary>
public sealed class InMemoryDocumentStore : IDocumentStore
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, SortedDictionary<string, DocumentWrite>> collections = [];
    private readonly Dictionary<(string Collection, string Id), long> versions = [];

    /// <summary>What the health page shows; with <c>CanCommit = false</c> every commit is refused.</summary>
    public StoreHealth Health { get; set; } = new(CanCommit: true, FreeBytes: 10L << 30, AcceptsNewReports: true, Notice: null);

    /// <summary>Runs before each commit is compared, outside any lock: the place to let another officer be faster or to throw.</summary>
    public Action<IReadOnlyList<DocumentWrite>>? BeforeCommit { get; set; }

    /// <summary>How many commits were answered <see cref="CommitOutcome.Done"/>.</summary>
    public int Commits { get; private set; }

    public ValueTask<StoredDocument?> FindAsync(string collection, string id, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return ValueTask.FromResult(
                Rows(collection).TryGetValue(id, out var write) ? Stored(write) : null);
        }
    }

    public Task<IReadOnlyList<StoredDocument>> ListAsync(IndexRange range, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(range.Limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(range.Limit, 200);

        lock (gate)
        {
            IReadOnlyList<StoredDocument> page = [.. InRange(range).Take(range.Limit).Select(row => Stored(row.Write))];
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
        BeforeCommit?.Invoke(writes);

        if (!Health.CanCommit)
        {
            throw new StoreUnavailableException();
        }

        if (writes.DistinctBy(write => (write.Collection, write.Id)).Count() != writes.Count)
        {
            throw new ArgumentException("A commit names one document twice.", nameof(writes));
        }

        foreach (var write in writes.Where(write => write.Json is not null))
        {
            ExpectJson(write);
        }

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

            Commits++;
            return Task.FromResult(CommitOutcome.Done);
        }
    }

    private static void ExpectJson(DocumentWrite write)
    {
        try
        {
            using var document = JsonDocument.Parse(write.Json!.Value);
        }
        catch (JsonException trouble)
        {
            throw new ArgumentException($"The document {write.Id} for {write.Collection} is not JSON.", nameof(write), trouble);
        }
    }

    private void Apply(DocumentWrite write)
    {
        var key = (write.Collection, write.Id);

        if (write.Json is null)
        {
            Rows(write.Collection).Remove(write.Id);
            versions.Remove(key);
            return;
        }

        Rows(write.Collection)[write.Id] = write with { Json = write.Json.Value.ToArray() };
        versions[key] = VersionOf(write) + 1;
    }

    private IEnumerable<(string Key, DocumentWrite Write)> InRange(IndexRange range)
    {
        var rows = Rows(range.Collection).Values
            .SelectMany(write => KeysOf(write, range.Index).Select(key => (Key: key, Write: write)))
            .Where(row => string.CompareOrdinal(row.Key, range.From) >= 0)
            .Where(row => range.To is null || string.CompareOrdinal(row.Key, range.To) < 0)
            .Order(Comparer<(string Key, DocumentWrite Write)>.Create((one, other) => Compare((one.Key, one.Write.Id), (other.Key, other.Write.Id))));

        var ordered = range.Descending ? rows.Reverse() : rows;
        return range.After is { } after
            ? ordered.Where(row => Compare((row.Key, row.Write.Id), after) * (range.Descending ? -1 : 1) > 0)
            : ordered;
    }

    private static IEnumerable<string> KeysOf(DocumentWrite write, string index) =>
        index == IndexRange.ById ? [write.Id] : write.Keys.Where(key => key.Index == index).Select(key => key.Key);

    private static int Compare((string Key, string Id) one, (string Key, string Id) other)
    {
        var byKey = string.CompareOrdinal(one.Key, other.Key);
        return byKey != 0 ? byKey : string.CompareOrdinal(one.Id, other.Id);
    }

    private StoredDocument Stored(DocumentWrite write) => new(write.Id, VersionOf(write), write.Json!.Value);

    private long VersionOf(DocumentWrite write) => versions.GetValueOrDefault((write.Collection, write.Id));

    private SortedDictionary<string, DocumentWrite> Rows(string collection)
    {
        if (!collections.TryGetValue(collection, out var rows))
        {
            collections[collection] = rows = new SortedDictionary<string, DocumentWrite>(StringComparer.Ordinal);
        }

        return rows;
    }
}

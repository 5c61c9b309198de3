namespace CommunityBot.Storage;

/// <summary>
/// What one turn, one press of a button or one row of a job reads and changes: read through it, put the changes in, commit once.
/// Each document is committed against the version that was read, so two officers at once cannot both win.
/// Not for use by two threads.
/// </summary>
public sealed class Work(IDocumentStore store)
{
    private readonly Dictionary<(string Collection, string Id), Entry> entries = [];
    private readonly List<Action> afterCommit = [];
    private int lastNumber;

    /// <summary>The store, for questions that are lists.</summary>
    public IDocumentStore Store => store;

    /// <summary>1, 2, 3 …: keeps rows that are made in the same moment in their order.</summary>
    public int NextNumber() => ++lastNumber;

    public bool HasChanges => entries.Values.Any(entry => entry.Write is not null);

    /// <summary>The thing with this id as this piece of work sees it: its own unsaved change first.</summary>
    public async ValueTask<T?> FindAsync<T>(DocumentKind<T> kind, string id, CancellationToken cancellationToken)
        where T : class
    {
        var key = (kind.Definition.Name, id);

        if (entries.TryGetValue(key, out var known))
        {
            return (T?)known.Value;
        }

        var document = await store.FindAsync(kind.Definition.Name, id, cancellationToken);
        var value = document is null ? null : kind.Read(document);
        entries[key] = new Entry(document?.Version ?? 0, value, null);
        return value;
    }

    /// <summary>Saves a new thing or the changed copy of one that was read here. Something neither read nor new is a bug.</summary>
    public void Put<T>(DocumentKind<T> kind, T value)
        where T : class
    {
        var id = kind.IdOf(value);
        var key = (kind.Definition.Name, id);
        var version = entries.TryGetValue(key, out var known) ? known.Version : 0;
        entries[key] = new Entry(version, value, () => kind.Write(value, version));
    }

    /// <summary>Saves a thing that came out of a list, against the version the list showed.</summary>
    public T Adopt<T>(DocumentKind<T> kind, StoredDocument document)
        where T : class
    {
        var key = (kind.Definition.Name, document.Id);

        if (entries.TryGetValue(key, out var known) && known.Value is T mine)
        {
            return mine;
        }

        var value = kind.Read(document);
        entries[key] = new Entry(document.Version, value, null);
        return value;
    }

    public void Delete<T>(DocumentKind<T> kind, string id)
        where T : class
    {
        var key = (kind.Definition.Name, id);
        long? version = entries.TryGetValue(key, out var known) ? known.Version : null;
        entries[key] = version is 0
            ? new Entry(0, null, null)
            : new Entry(version ?? 0, null, () => kind.Delete(id, version));
    }

    /// <summary>Runs after the commit has succeeded and never otherwise: ringing a job's bell, waking the sender.</summary>
    public void AfterCommit(Action action) => afterCommit.Add(action);

    /// <summary>The changes as the store gets them.</summary>
    public IReadOnlyList<DocumentWrite> Writes => [.. entries.Values.Where(entry => entry.Write is not null).Select(entry => entry.Write!())];

    public async Task<CommitOutcome> CommitAsync(CancellationToken cancellationToken)
    {
        var writes = Writes;

        if (writes.Count > 0 && await store.CommitAsync(writes, cancellationToken) == CommitOutcome.LostRace)
        {
            return CommitOutcome.LostRace;
        }

        foreach (var action in afterCommit)
        {
            action();
        }

        return CommitOutcome.Done;
    }

    private sealed record Entry(long Version, object? Value, Func<DocumentWrite>? Write);
}

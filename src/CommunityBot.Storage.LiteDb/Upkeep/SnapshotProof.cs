using CommunityBot.Storage.LiteDb.Settled;

namespace CommunityBot.Storage.LiteDb.Upkeep;

/// <summary>A snapshot counts only when a fresh store has loaded it and count and hash of every collection agree.</summary>
internal static class SnapshotProof
{
    private const int PerTransaction = 256;
    private const int PerExport = 500;
    private const int LogPages = 800;

    /// <exception cref="InvalidDataException">The snapshot cannot be loaded completely.</exception>
    public static void Load(SnapshotFile snapshot, string scratchFolder, CancellationToken cancellationToken)
    {
        var collections = DefinitionsIn(snapshot);
        Directory.CreateDirectory(scratchFolder);

        try
        {
            using var file = LiteDbFile.Open(Path.Combine(scratchFolder, "proof.litedb"), collections, null);
            var seal = LoadInto(file, snapshot, cancellationToken);

            foreach (var collection in collections)
            {
                Compare(snapshot, seal, file, collection, cancellationToken);
            }
        }
        finally
        {
            Directory.Delete(scratchFolder, recursive: true);
        }
    }

    private static List<CollectionDefinition> DefinitionsIn(SnapshotFile snapshot)
    {
        var indexes = new Dictionary<string, SortedSet<string>>(StringComparer.Ordinal);

        snapshot.Read((collection, row) =>
        {
            if (!indexes.TryGetValue(collection, out var names))
            {
                indexes[collection] = names = new SortedSet<string>(StringComparer.Ordinal);
            }

            names.UnionWith(row.Keys.Select(key => key.Index));
        });

        return [.. indexes.Select(one => new CollectionDefinition(one.Key, [.. one.Value]))];
    }

    private static SnapshotSeal LoadInto(LiteDbFile file, SnapshotFile snapshot, CancellationToken cancellationToken)
    {
        var batch = new List<Settling>(PerTransaction);
        var seal = snapshot.Read((collection, row) =>
        {
            batch.Add(new Settling(collection, row.Id, row));

            if (batch.Count == PerTransaction)
            {
                cancellationToken.ThrowIfCancellationRequested();
                Settle(file, batch);
            }
        });
        Settle(file, batch);
        return seal;
    }

    private static void Settle(LiteDbFile file, List<Settling> batch)
    {
        file.Settle(batch, null);
        batch.Clear();

        if (file.WantsCheckpoint(LogPages))
        {
            file.Checkpoint();
        }
    }

    private static void Compare(
        SnapshotFile snapshot, SnapshotSeal seal, LiteDbFile file, CollectionDefinition collection, CancellationToken cancellationToken)
    {
        var sum = new CollectionSum();
        string? after = null;

        while (file.Export(collection, after, PerExport) is { Count: > 0 } rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            rows.ForEach(sum.Add);
            after = rows[^1].Id;
        }

        if (seal.Collections[collection.Name] != new SealedCollection(sum.Count, sum.Hash))
        {
            throw new InvalidDataException($"A fresh store loaded {collection.Name} of the snapshot {snapshot.Path} differently.");
        }
    }
}

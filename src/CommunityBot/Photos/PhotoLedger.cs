using CommunityBot.Storage;

namespace CommunityBot.Photos;

/// <summary>Keeps the folder of files and the store in step: bytes are written before the commit that names them, and go when nobody names them any more.</summary>
public sealed class PhotoLedger(IKeptFiles files, IDocumentStore store, IEnumerable<IErasedPeople> erased) : IDisposable
{
    // Keeping and erasing the same content at once must not leave a name without bytes.
    private readonly SemaphoreSlim gate = new(1, 1);

    /// <summary>Writes the bytes, then commits what <paramref name="change"/> puts into the work.</summary>
    public async Task<CommitOutcome> KeepAsync(PreparedFile.Good file, Work work, Action<string> change, CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);

        try
        {
            change(files.Keep(file));
            return await work.CommitAsync(cancellationToken);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Takes files away for good: the documents in one commit, then the bytes that nobody else sent too.</summary>
    public async Task EraseAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);

        try
        {
            var hashes = await ForgetAsync(ids, cancellationToken);
            await MarkAsync(ids, cancellationToken);

            foreach (var hash in hashes)
            {
                var range = new IndexRange(StoredPhoto.Kind.Definition.Name, StoredPhoto.HashIndex, hash, hash + "\0", Limit: 1);

                if ((await store.ListAsync(range, cancellationToken)).Count == 0)
                {
                    files.Remove(hash);
                    await MarkAsync([hash], cancellationToken);
                }
            }
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();

    /// <summary>A restored backup must not bring them back.</summary>
    private async Task MarkAsync(IReadOnlyCollection<string> names, CancellationToken cancellationToken)
    {
        foreach (var list in erased)
        {
            foreach (var name in names)
            {
                await list.MarkErasedAsync(StoredPhoto.Kind.Definition.Name, name, cancellationToken);
            }
        }
    }

    private async Task<HashSet<string>> ForgetAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        while (true)
        {
            var work = new Work(store);
            var hashes = new HashSet<string>(StringComparer.Ordinal);

            foreach (var id in ids)
            {
                if (await work.FindAsync(StoredPhoto.Kind, id, cancellationToken) is not { } photo)
                {
                    continue;
                }

                work.Delete(StoredPhoto.Kind, id);

                if (photo.Hash is { } hash)
                {
                    hashes.Add(hash);
                }
            }

            if (await work.CommitAsync(cancellationToken) == CommitOutcome.Done)
            {
                return hashes;
            }
        }
    }
}

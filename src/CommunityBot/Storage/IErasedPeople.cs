namespace CommunityBot.Storage;

/// <summary>Remembers, without saying whom, what was erased on request, so that a restored backup erases it again.</summary>
public interface IErasedPeople
{
    /// <summary>
    /// Everything this document said until now must not come back. Durable when it returns. Call it after the commit that deletes the document;
    /// a person who comes back later is not affected.
    /// </summary>
    /// <param name="collection">The document's collection; the name of a folder of <see cref="StoreOptions.FoldersToBackUp"/> for a file.</param>
    /// <param name="id">The document's id; for a file its name without extension.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task MarkErasedAsync(string collection, string id, CancellationToken cancellationToken);
}

namespace CommunityBot.Storage;

/// <summary>
/// The one memory of the bot: whole documents, found by id or by the range of an index, changed only by atomic commits.
/// Every back end passes the same contract tests.
/// </summary>
/// <remarks>
/// Promises: a commit that was answered <see cref="CommitOutcome.Done"/> survives a crash and a power cut; it becomes visible as a whole;
/// two commits that expect the same version of a document never both succeed; a list may show a row one commit newer than its neighbour, never older
/// than the last answered commit.
/// </remarks>
public interface IDocumentStore
{
    /// <summary>The document with this id, or null. Absence is a fact too: a later commit may say "must be new".</summary>
    /// <param name="collection">A name out of <see cref="CollectionDefinition"/>.</param>
    /// <param name="id">At most 500 bytes of UTF-8.</param>
    /// <param name="cancellationToken">Gives up waiting; nothing is changed.</param>
    ValueTask<StoredDocument?> FindAsync(string collection, string id, CancellationToken cancellationToken);

    /// <summary>One page of documents in the order of an index.</summary>
    Task<IReadOnlyList<StoredDocument>> ListAsync(IndexRange range, CancellationToken cancellationToken);

    /// <summary>How many documents lie in the range; reads index keys only. Page-free, so meant for operators and checks, not for every turn.</summary>
    Task<long> CountAsync(IndexRange range, CancellationToken cancellationToken);

    /// <summary>Makes all writes durable and visible, or none. A lost race is an answer, not an exception.</summary>
    /// <exception cref="StoreUnavailableException">Nothing can be committed now (disk full, failed fsync, closing, more than 1.5 s of waiting): nothing was changed as far as the caller may assume; the event must be delivered again.</exception>
    Task<CommitOutcome> CommitAsync(IReadOnlyList<DocumentWrite> writes, CancellationToken cancellationToken);

    /// <summary>What an operator and the health page want to know now.</summary>
    StoreHealth Health { get; }
}

/// <summary>What became of a commit.</summary>
public enum CommitOutcome
{
    /// <summary>Durable and visible.</summary>
    Done,

    /// <summary>Somebody else changed one of the documents first: read again and decide again.</summary>
    LostRace,
}

/// <summary>A document as it was read: its bytes and the version a change of it must expect.</summary>
/// <param name="Id">Unique in its collection, ordinal.</param>
/// <param name="Version">1 for a new document, one more with each change.</param>
/// <param name="Json">UTF-8 JSON of the whole document.</param>
public sealed record StoredDocument(string Id, long Version, ReadOnlyMemory<byte> Json);

/// <summary>One change inside a commit.</summary>
/// <param name="Collection">Where the document lives.</param>
/// <param name="Id">At most 500 bytes of UTF-8.</param>
/// <param name="ExpectedVersion">0: must be new. Above 0: the version that was read. Null: whatever is there is replaced.</param>
/// <param name="Json">The whole document; null deletes it.</param>
/// <param name="Keys">Index name to key; an index without a key does not list the document. Keys are ordinal text of at most 500 bytes.</param>
public sealed record DocumentWrite(
    string Collection,
    string Id,
    long? ExpectedVersion,
    ReadOnlyMemory<byte>? Json,
    IReadOnlyList<IndexKey> Keys);

/// <summary>The place of a document in one index.</summary>
public readonly record struct IndexKey(string Index, string Key);

/// <summary>A page of an index: keys from <paramref name="From"/> (included) up to <paramref name="To"/> (excluded), in ordinal order of key, then id.</summary>
/// <param name="Collection">A name out of <see cref="CollectionDefinition"/>.</param>
/// <param name="Index">An index of that collection, or <see cref="ById"/>.</param>
/// <param name="From">First key, included.</param>
/// <param name="To">Last key, excluded; null means to the end.</param>
/// <param name="Limit">1 to 200 documents.</param>
/// <param name="Descending">True: the last key first.</param>
/// <param name="After">The (key, id) of the last row of the page before; null for the first page.</param>
public sealed record IndexRange(
    string Collection,
    string Index,
    string From,
    string? To,
    int Limit = 200,
    bool Descending = false,
    (string Key, string Id)? After = null)
{
    /// <summary>The index that every collection has: its ids.</summary>
    public const string ById = "_id";
}

/// <summary>A collection and the indexes the features ask for, declared once at start.</summary>
public sealed record CollectionDefinition(string Name, IReadOnlyList<string> Indexes);

/// <summary>The state of the store as an operator sees it.</summary>
/// <param name="CanCommit">False when nothing can be committed: the host answers 503.</param>
/// <param name="FreeBytes">Free space of the disk under the data folder.</param>
/// <param name="AcceptsNewReports">False below the first free-space limit: everything but new reports still works.</param>
/// <param name="Notice">One sentence for the operator about the last repair or trouble; null when all is well.</param>
public sealed record StoreHealth(bool CanCommit, long FreeBytes, bool AcceptsNewReports, string? Notice);

/// <summary>Nothing can be committed now; the messenger must deliver the event again later.</summary>
public sealed class StoreUnavailableException : Exception
{
    public StoreUnavailableException()
        : base("The store cannot commit now.")
    {
    }

    public StoreUnavailableException(string message)
        : base(message)
    {
    }

    public StoreUnavailableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

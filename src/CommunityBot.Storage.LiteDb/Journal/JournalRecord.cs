namespace CommunityBot.Storage.LiteDb.Journal;

/// <summary>One commit as it is written down: its number, when it happened, and every document it changed as a whole.</summary>
internal sealed record JournalRecord(long Number, DateTimeOffset Time, IReadOnlyList<JournalWrite> Writes);

/// <summary>The new state of one document; without <paramref name="Json"/> it is gone.</summary>
/// <param name="Collection">Where it lives.</param>
/// <param name="Id">Its id.</param>
/// <param name="Version">Its new version; 0 when it is gone.</param>
/// <param name="Keys">Its places in the indexes.</param>
/// <param name="Json">Its bytes, exactly as they were committed.</param>
/// <param name="JsonAt">Where the bytes begin, counted from the start of the record's payload.</param>
internal sealed record JournalWrite(
    string Collection,
    string Id,
    long Version,
    IReadOnlyList<IndexKey> Keys,
    ReadOnlyMemory<byte>? Json,
    int JsonAt);

namespace CommunityBot.Storage.LiteDb.Settled;

/// <summary>A document as it settles: with the number of the commit that wrote it, so that it can be compared with the journal.</summary>
internal sealed record SettledRow(string Id, long Version, long Commit, ReadOnlyMemory<byte> Json, IReadOnlyList<IndexKey> Keys);

/// <summary>What settles: a document's new state, or its absence.</summary>
/// <param name="Collection">Where it lives.</param>
/// <param name="Id">Its id.</param>
/// <param name="Row">Its state; null when it is gone.</param>
/// <param name="IsNew">True when LiteDB certainly has nothing under this id.</param>
internal readonly record struct Settling(string Collection, string Id, SettledRow? Row, bool IsNew = false);

/// <summary>A row of a list: its place in the order, and the document unless only keys were asked for.</summary>
internal readonly record struct ListedRow(string Place, string Id, StoredDocument? Document);

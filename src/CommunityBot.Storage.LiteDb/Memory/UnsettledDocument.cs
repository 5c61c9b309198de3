using CommunityBot.Storage.LiteDb.Journal;
using CommunityBot.Storage.LiteDb.Settled;

namespace CommunityBot.Storage.LiteDb.Memory;

/// <summary>
/// A document that is durable in the journal and not yet in LiteDB. Its bytes stay in the journal; memory keeps only where they lie, so a burst of
/// reports does not need the memory of its words.
/// </summary>
internal sealed class UnsettledDocument(string id, long version, long commit, IReadOnlyList<IndexKey> keys, JournalPlace place)
{
    private const int BytesPerEntry = 200;
    private const int BytesPerKey = 40;

    public string Id => id;

    /// <summary>0 when the document is gone.</summary>
    public long Version => version;

    public bool IsGone => version == 0;

    public long Commit => commit;

    public IReadOnlyList<IndexKey> Keys => keys;

    /// <summary>
    /// False only when LiteDB certainly has nothing under this id. A message that was sent before it settled leaves no trace there, and a new
    /// ticket need not be looked for first. The owner's lock guards it.
    /// </summary>
    public bool MayBeInLiteDb { get; set; } = true;

    /// <summary>Roughly what this entry costs in memory.</summary>
    public int Bytes { get; } = SizeOf(id, keys);

    public StoredDocument Read() => new(id, version, place.Read());

    public SettledRow? Row() => IsGone ? null : new SettledRow(id, version, commit, place.Read(), keys);

    private static int SizeOf(string id, IReadOnlyList<IndexKey> keys)
    {
        var bytes = BytesPerEntry + (2 * id.Length);

        for (var at = 0; at < keys.Count; at++)
        {
            bytes += BytesPerKey + (2 * keys[at].Key.Length);
        }

        return bytes;
    }
}

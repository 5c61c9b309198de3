namespace CommunityBot.Storage.LiteDb.Memory;

/// <summary>
/// Documents read or changed lately, absence included, bounded by bytes; what was not asked for since it last came by is dropped first.
/// The owner holds the lock.
/// </summary>
internal sealed class DocumentCache(long largestBytes)
{
    private const int BytesPerEntry = 150;

    private readonly Queue<Entry> queue = new();
    private long bytes;

    public void Put(Dictionary<string, Entry> of, string id, StoredDocument? document)
    {
        if (of.TryGetValue(id, out var entry))
        {
            bytes += SizeOf(id, document) - SizeOf(id, entry.Document);
            entry.Document = document;
            entry.WasAsked = true;
        }
        else
        {
            entry = new Entry(of, id) { Document = document };
            of[id] = entry;
            queue.Enqueue(entry);
            bytes += SizeOf(id, document);
        }

        DropTheUnasked();
    }

    private void DropTheUnasked()
    {
        while (bytes > largestBytes && queue.TryDequeue(out var oldest))
        {
            if (oldest.WasAsked)
            {
                oldest.WasAsked = false;
                queue.Enqueue(oldest);
                continue;
            }

            oldest.Of.Remove(oldest.Id);
            bytes -= SizeOf(oldest.Id, oldest.Document);
        }
    }

    private static int SizeOf(string id, StoredDocument? document) => BytesPerEntry + (2 * id.Length) + (document?.Json.Length ?? 0);

    /// <summary>One remembered document; null means "not there".</summary>
    internal sealed class Entry(Dictionary<string, Entry> of, string id)
    {
        public Dictionary<string, Entry> Of => of;

        public string Id => id;

        public StoredDocument? Document { get; set; }

        public bool WasAsked { get; set; }
    }
}

using System.Collections.Frozen;
using CommunityBot.Storage.LiteDb.Journal;

namespace CommunityBot.Storage.LiteDb.Memory;

/// <summary>
/// What is known without asking LiteDB: the unsettled documents (durable, not yet in LiteDB), the cache, and the ids that never existed.
/// One lock covers all three, so a document never falls between them.
/// </summary>
internal sealed class RecentDocuments(IEnumerable<CollectionDefinition> definitions, long cacheBytes)
{
    private readonly Lock gate = new();
    private readonly DocumentCache cache = new(cacheBytes);
    private readonly FrozenDictionary<string, Collection> collections =
        definitions.ToFrozenDictionary(definition => definition.Name, _ => new Collection(), StringComparer.Ordinal);

    private bool knowsAllIds;
    private long unsettledBytes;

    /// <summary>Memory of the unsettled documents.</summary>
    public long UnsettledBytes => Interlocked.Read(ref unsettledBytes);

    public int UnsettledCount
    {
        get
        {
            lock (gate)
            {
                return collections.Values.Sum(collection => collection.Unsettled.Count);
            }
        }
    }

    public bool Has(string collection) => collections.ContainsKey(collection);

    /// <summary>The document as the last answered commit left it, or "ask LiteDB".</summary>
    public Lookup Find(string collection, string id)
    {
        UnsettledDocument? unsettled;

        lock (gate)
        {
            var of = collections[collection];

            if (of.Cached.TryGetValue(id, out var cached))
            {
                cached.WasAsked = true;
                return Lookup.Known(cached.Document);
            }

            if (!of.Unsettled.TryGetValue(id, out unsettled))
            {
                return knowsAllIds && !of.Ids.MayContain(id) ? Lookup.Known(null) : Lookup.AskLiteDb;
            }
        }

        try
        {
            var document = unsettled.IsGone ? null : unsettled.Read();
            Remember(collection, document, unsettled);
            return Lookup.Known(document);
        }
        catch (FileNotFoundException)
        {
            return Lookup.AskLiteDb; // settled this moment, and a snapshot has dropped its part of the journal
        }
    }

    /// <summary>The version of a document, 0 when it is absent, null when only LiteDB knows.</summary>
    public long? VersionOf(string collection, string id)
    {
        lock (gate)
        {
            var of = collections[collection];

            if (of.Unsettled.TryGetValue(id, out var unsettled))
            {
                return unsettled.Version;
            }

            if (of.Cached.TryGetValue(id, out var cached))
            {
                return cached.Document?.Version ?? 0;
            }

            return knowsAllIds && !of.Ids.MayContain(id) ? 0 : null;
        }
    }

    /// <summary>Makes a durable commit visible as a whole.</summary>
    public void Publish(IReadOnlyList<(DocumentWrite Write, UnsettledDocument Document)> changes)
    {
        lock (gate)
        {
            foreach (var (write, document) in changes)
            {
                var of = collections[write.Collection];
                var isNewId = of.Ids.Add(document.Id);
                document.MayBeInLiteDb = of.Unsettled.TryGetValue(document.Id, out var before) ? before.MayBeInLiteDb : !isNewId;
                Put(of, document);
                cache.Put(of.Cached, document.Id, write.Json is { } json ? new StoredDocument(document.Id, document.Version, json) : null);
            }
        }
    }

    /// <summary>A change read from the journal at start or while LiteDB is rebuilt; a newer one is kept.</summary>
    public void PublishReplayed(string collection, UnsettledDocument document)
    {
        lock (gate)
        {
            var of = collections[collection];
            _ = of.Ids.Add(document.Id);

            if (!of.Unsettled.TryGetValue(document.Id, out var newer) || newer.Commit < document.Commit)
            {
                Put(of, document);
            }
        }
    }

    /// <summary>Remembers what LiteDB answered, unless something newer was committed meanwhile. Called on the thread that settles.</summary>
    public void RememberSettled(string collection, string id, StoredDocument? document)
    {
        lock (gate)
        {
            var of = collections[collection];

            if (!of.Unsettled.ContainsKey(id) && !of.Cached.ContainsKey(id))
            {
                cache.Put(of.Cached, id, document);
            }
        }
    }

    public void LearnId(string collection, string id)
    {
        lock (gate)
        {
            _ = collections[collection].Ids.Add(id);
        }
    }

    /// <summary>From now on an id that was never learned is known to be absent.</summary>
    public void AllIdsAreLearned()
    {
        lock (gate)
        {
            knowsAllIds = true;
        }
    }

    /// <summary>The unsettled documents of one collection at this moment.</summary>
    public UnsettledDocument[] UnsettledOf(string collection)
    {
        lock (gate)
        {
            return [.. collections[collection].Unsettled.Values];
        }
    }

    /// <summary>All unsettled documents at this moment, collection by collection.</summary>
    public List<(string Collection, UnsettledDocument Document)> Unsettled()
    {
        lock (gate)
        {
            return [.. collections.SelectMany(of => of.Value.Unsettled.Values.Select(document => (of.Key, document)))];
        }
    }

    /// <summary>The newest state of a document that waited to be settled; null when it was settled already.</summary>
    public UnsettledDocument? StillUnsettled(string collection, string id, out bool mayBeInLiteDb)
    {
        lock (gate)
        {
            var now = collections[collection].Unsettled.GetValueOrDefault(id);
            mayBeInLiteDb = now?.MayBeInLiteDb ?? true;
            return now;
        }
    }

    /// <summary>LiteDB has these now; what changed again meanwhile stays.</summary>
    public void Forget(IReadOnlyList<(string Collection, UnsettledDocument Document)> settled)
    {
        lock (gate)
        {
            foreach (var (collection, document) in settled)
            {
                var of = collections[collection].Unsettled;

                if (!of.TryGetValue(document.Id, out var now))
                {
                    continue;
                }

                if (ReferenceEquals(now, document))
                {
                    of.Remove(document.Id);
                    Interlocked.Add(ref unsettledBytes, -document.Bytes);
                }
                else
                {
                    now.MayBeInLiteDb = true;
                }
            }
        }
    }

    /// <summary>LiteDB was filled anew from the journal: it may have anything.</summary>
    public void AnythingMayBeInLiteDb()
    {
        lock (gate)
        {
            foreach (var document in collections.Values.SelectMany(of => of.Unsettled.Values))
            {
                document.MayBeInLiteDb = true;
            }
        }
    }

    private void Put(Collection of, UnsettledDocument document)
    {
        var before = of.Unsettled.TryGetValue(document.Id, out var old) ? old.Bytes : 0;
        of.Unsettled[document.Id] = document;
        Interlocked.Add(ref unsettledBytes, document.Bytes - before);
    }

    private void Remember(string collection, StoredDocument? document, UnsettledDocument source)
    {
        lock (gate)
        {
            var of = collections[collection];

            if (of.Unsettled.TryGetValue(source.Id, out var now) && ReferenceEquals(now, source))
            {
                cache.Put(of.Cached, source.Id, document);
            }
        }
    }

    private sealed class Collection
    {
        public Dictionary<string, UnsettledDocument> Unsettled { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, DocumentCache.Entry> Cached { get; } = new(StringComparer.Ordinal);

        public IdFilter Ids { get; } = new();
    }
}

/// <summary>An answer from memory.</summary>
internal readonly record struct Lookup(bool IsKnown, StoredDocument? Document)
{
    public static readonly Lookup AskLiteDb = new(false, null);

    public static Lookup Known(StoredDocument? document) => new(true, document);
}

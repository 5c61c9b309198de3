using LiteDB;
using LiteDB.Engine;

namespace CommunityBot.Storage.LiteDb.Settled;

/// <summary>
/// The only class that knows LiteDB, used by one thread at a time: LiteDB 5.0.20 is not thread-safe, whatever its documentation says.
/// Nothing lazy leaves it: every answer is a finished list.
/// </summary>
internal sealed class LiteDbFile : IDisposable
{
    private const string State = "store_state";
    private const string PositionId = "position";
    private const string Version = "v";
    private const string Commit = "n";
    private const string Json = "j";
    private const int PageSize = 8192;
    private const int WalkedPerPage = 1000;

    private readonly UnsyncedStream data;
    private readonly UnsyncedStream log;
    private readonly LiteEngine engine;

    private LiteDbFile(string path, IEnumerable<CollectionDefinition> collections, Action? dataWritten)
    {
        data = Open(path, dataWritten);
        log = Open(LogOf(path), null);

        try
        {
            engine = new LiteEngine(new EngineSettings { DataStream = data, LogStream = log, Collation = Collation.Binary });
            Prepare(collections);
        }
        catch
        {
            data.Dispose();
            log.Dispose();
            throw;
        }
    }

    /// <summary>Opens or creates the file; throws whatever LiteDB throws when it is damaged.</summary>
    public static LiteDbFile Open(string path, IEnumerable<CollectionDefinition> collections, Action? dataWritten) =>
        new(path, collections, dataWritten);

    public static string LogOf(string path) => path + "-log";

    /// <summary>The last commit all of whose documents are settled; null in a file that was never filled completely.</summary>
    public long? ReadPosition()
    {
        using var reader = engine.Query(State, ById(PositionId));
        return reader.Read() ? reader.Current[Commit].AsInt64 : null;
    }

    /// <summary>One transaction; the position, when given, becomes true together with the documents.</summary>
    public void Settle(IReadOnlyList<Settling> documents, long? position)
    {
        engine.BeginTrans();

        try
        {
            foreach (var ofCollection in documents.GroupBy(document => document.Collection, StringComparer.Ordinal))
            {
                SettleCollection(ofCollection);
            }

            if (position is { } number)
            {
                engine.Upsert(State, [new BsonDocument { ["_id"] = PositionId, [Commit] = number }], BsonAutoId.ObjectId);
            }

            engine.Commit();
        }
        catch
        {
            engine.Rollback();
            throw;
        }
    }

    public StoredDocument? Find(string collection, string id)
    {
        using var reader = engine.Query(collection, ById(id));
        return reader.Read() ? Stored(reader.Current.AsDocument) : null;
    }

    /// <summary>A page of rows, without those <paramref name="isShadowed"/> says are newer elsewhere.</summary>
    public List<ListedRow> List(IndexRange range, Func<string, bool> isShadowed, bool keysOnly)
    {
        var rows = new List<ListedRow>();
        var field = FieldOf(range.Index);
        using var reader = engine.Query(range.Collection, PageOf(range, field));

        while (rows.Count < range.Limit && reader.Read())
        {
            var document = reader.Current.AsDocument;
            var id = document["_id"].AsString;
            var place = PlaceIn(document, field)!;

            if (ListPlace.IsIn(range, place) && !isShadowed(id))
            {
                rows.Add(new ListedRow(place, id, keysOnly ? null : Stored(document)));
            }
        }

        return rows;
    }

    /// <summary>Whole rows in the order of their ids, behind <paramref name="after"/>.</summary>
    public List<SettledRow> Export(CollectionDefinition collection, string? after, int limit)
    {
        var rows = new List<SettledRow>(limit);
        var range = new IndexRange(collection.Name, IndexRange.ById, "", null, limit, After: after is null ? null : (after, after));
        using var reader = engine.Query(collection.Name, PageOf(range, "_id"));

        while (rows.Count < limit && reader.Read())
        {
            var document = reader.Current.AsDocument;

            if (after is null || string.CompareOrdinal(document["_id"].AsString, after) > 0)
            {
                rows.Add(Row(collection, document));
            }
        }

        return rows;
    }

    /// <summary>Walks every index of a collection; throws when one is damaged or disagrees with the others.</summary>
    public void Check(CollectionDefinition collection, Action<string> seen)
    {
        var ids = 0L;

        foreach (var id in Walk(collection.Name, "_id"))
        {
            seen(id);
            ids++;
        }

        foreach (var index in collection.Indexes)
        {
            CheckIndex(collection.Name, index, ids);
        }
    }

    /// <summary>How much LiteDB has put aside that is not in its data file yet.</summary>
    public bool WantsCheckpoint(int pages) => log.Length > (long)pages * PageSize;

    public void Checkpoint() => engine.Checkpoint();

    /// <summary>Closes the file so that it may be trusted after a power cut.</summary>
    public void CloseCleanly()
    {
        engine.Checkpoint();
        engine.Dispose();
        data.SyncToDisk();
        log.SyncToDisk();
        data.Dispose();
        log.Dispose();
    }

    /// <summary>Lets go of the file as it is; never throws, because a damaged engine may.</summary>
    public void Dispose()
    {
        try
        {
            engine.Dispose();
        }
        catch (Exception)
        {
            // The file is about to be set aside: whatever the engine thinks of it is of no use any more.
        }

        data.Dispose();
        log.Dispose();
    }

    private static UnsyncedStream Open(string path, Action? written) =>
        new(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0), written);

    private void Prepare(IEnumerable<CollectionDefinition> collections)
    {
        if (engine.Pragma("CHECKPOINT").AsInt32 != 0)
        {
            engine.Pragma("CHECKPOINT", 0); // our thread says when: a checkpoint inside a commit would be a long visit
        }

        foreach (var collection in collections)
        {
            foreach (var index in collection.Indexes)
            {
                engine.EnsureIndex(collection.Name, index, BsonExpression.Create(PathOf(FieldOf(index))), unique: false);
            }
        }
    }

    private void CheckIndex(string collection, string index, long documents)
    {
        var entries = 0L;
        var before = "";

        foreach (var place in Walk(collection, FieldOf(index)))
        {
            if (string.CompareOrdinal(before, place) >= 0 || ++entries > documents)
            {
                throw new InvalidDataException($"The index {index} of {collection} is out of order.");
            }

            before = place;
        }
    }

    private void SettleCollection(IGrouping<string, Settling> documents)
    {
        var added = new List<BsonDocument>();
        var changed = new List<BsonDocument>();
        var gone = new List<BsonValue>();

        foreach (var document in documents)
        {
            if (document.Row is not { } row)
            {
                gone.Add(document.Id);
            }
            else
            {
                (document.IsNew ? added : changed).Add(Bson(row));
            }
        }

        if (added.Count > 0)
        {
            engine.Insert(documents.Key, added, BsonAutoId.ObjectId);
        }

        if (changed.Count > 0)
        {
            engine.Upsert(documents.Key, changed, BsonAutoId.ObjectId);
        }

        if (gone.Count > 0)
        {
            engine.Delete(documents.Key, gone);
        }
    }

    /// <summary>Every place in an index, in pages: one long query would hold the whole file in LiteDB's memory.</summary>
    private IEnumerable<string> Walk(string collection, string field)
    {
        var path = PathOf(field);
        var select = BsonExpression.Create("{_id:" + path + "}");
        var after = "";

        while (true)
        {
            var page = ReadPlaces(collection, Between(field, after, BsonValue.MaxValue, Query.Ascending, select));

            foreach (var place in page.SkipWhile(place => place == after))
            {
                yield return place;
            }

            if (page.Count < WalkedPerPage || page[^1] == after)
            {
                yield break;
            }

            after = page[^1];
        }
    }

    private List<string> ReadPlaces(string collection, Query query)
    {
        var places = new List<string>(WalkedPerPage);
        using var reader = engine.Query(collection, query);

        while (places.Count < WalkedPerPage && reader.Read())
        {
            places.Add(PlaceIn(reader.Current.AsDocument, "_id") ?? throw new InvalidDataException($"{collection} has an entry without a key."));
        }

        return places;
    }

    private static Query ById(string id)
    {
        var query = new Query { Limit = 1 };
        query.Where.Add(BsonExpression.Create("$._id = @0", id));
        return query;
    }

    private static Query PageOf(IndexRange range, string field)
    {
        var after = range.After is { } last ? ListPlace.Of(range.Index, last.Key, last.Id) : null;
        BsonValue from = range is { Descending: false } && after is not null && string.CompareOrdinal(after, range.From) > 0 ? after : range.From;
        BsonValue to = range.To is { } end ? end : BsonValue.MaxValue;

        if (range.Descending && after is not null && (range.To is null || string.CompareOrdinal(after, range.To) < 0))
        {
            to = after;
        }

        return Between(field, from, to, range.Descending ? Query.Descending : Query.Ascending, BsonExpression.Root);
    }

    private static Query Between(string field, BsonValue from, BsonValue to, int order, BsonExpression select)
    {
        var path = PathOf(field);
        var between = field == "_id" ? path + " BETWEEN @0 AND @1" : path + " ANY BETWEEN @0 AND @1";
        var query = new Query { Select = select, OrderBy = BsonExpression.Create(path), Order = order };
        query.Where.Add(BsonExpression.Create(between, from, to));
        return query;
    }

    private static string FieldOf(string index) => index == IndexRange.ById ? "_id" : "k_" + index;

    /// <summary>
    /// A key is kept as a list of one: LiteDB enters a missing field into an index as null, but the elements of a missing list not at all, and most
    /// documents are in few of their indexes at a time. Settling costs less than half that way.
    /// </summary>
    private static string PathOf(string field) => field == "_id" ? "$._id" : "$." + field + "[*]";

    private static string? PlaceIn(BsonDocument document, string field) => document[field] switch
    {
        { IsString: true } id => id.AsString,
        { IsArray: true } list when list.AsArray.Count == 1 => list.AsArray[0].AsString,
        _ => null,
    };

    private static BsonDocument Bson(SettledRow row)
    {
        var document = new BsonDocument
        {
            ["_id"] = row.Id,
            [Version] = row.Version,
            [Commit] = row.Commit,
            [Json] = row.Json.ToArray(),
        };

        foreach (var key in row.Keys)
        {
            document[FieldOf(key.Index)] = new BsonArray { ListPlace.Of(key.Index, key.Key, row.Id) };
        }

        return document;
    }

    private static StoredDocument Stored(BsonDocument document) =>
        new(document["_id"].AsString, document[Version].AsInt64, document[Json].AsBinary);

    private static SettledRow Row(CollectionDefinition collection, BsonDocument document)
    {
        var id = document["_id"].AsString;
        var keys = new List<IndexKey>();

        foreach (var index in collection.Indexes)
        {
            if (PlaceIn(document, FieldOf(index)) is { } place)
            {
                keys.Add(new IndexKey(index, ListPlace.KeyIn(place, id)));
            }
        }

        return new SettledRow(id, document[Version].AsInt64, document[Commit].AsInt64, document[Json].AsBinary, keys);
    }
}

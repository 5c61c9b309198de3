using System.Globalization;
using System.Text.Json;
using CommunityBot.Storage.LiteDb.Journal;
using CommunityBot.Storage.LiteDb.Settled;

namespace CommunityBot.Storage.LiteDb.Upkeep;

/// <summary>
/// A file of journal records, one document each, closed by a seal. Its name says the last commit it contains; it gets that name only after it was verified.
/// </summary>
internal sealed class SnapshotFile(string path, long upTo)
{
    private const string Extension = ".snapshot";

    /// <summary>No JSON record begins with this byte, so a seal is never taken for a document.</summary>
    private const byte SealMark = (byte)'S';

    private const int LargestAppend = 256 << 10;

    public string Path => path;

    public long UpTo => upTo;

    public static SnapshotFile Named(string folder, long upTo) =>
        new(System.IO.Path.Combine(folder, upTo.ToString("D16", CultureInfo.InvariantCulture) + Extension), upTo);

    /// <summary>All verified snapshots of a folder, oldest first.</summary>
    public static List<SnapshotFile> In(string folder) => !Directory.Exists(folder)
        ? []
        : [.. Directory.EnumerateFiles(folder, "*" + Extension)
            .Select(path => new SnapshotFile(path, long.Parse(System.IO.Path.GetFileNameWithoutExtension(path), CultureInfo.InvariantCulture)))
            .OrderBy(snapshot => snapshot.UpTo)];

    /// <summary>Every document, then checks the seal.</summary>
    /// <exception cref="InvalidDataException">The file is damaged or incomplete; the sentence is for the operator.</exception>
    public SnapshotSeal Read(Action<string, SettledRow> take)
    {
        using var reader = RecordReader.Open(path);
        var sums = new Dictionary<string, CollectionSum>(StringComparer.Ordinal);

        while (reader.ReadPayload() is { } payload)
        {
            if (payload[0] == SealMark)
            {
                return Checked(JsonSerializer.Deserialize(payload.AsSpan(1), SnapshotJson.Default.SnapshotSeal)!, sums);
            }

            var record = RecordReader.Parse(payload);
            var write = record.Writes[0];
            var row = new SettledRow(write.Id, write.Version, record.Number, write.Json!.Value, write.Keys);
            SumOf(sums, write.Collection).Add(row);
            take(write.Collection, row);
        }

        throw new InvalidDataException($"The snapshot {path} is not complete.");
    }

    /// <summary>Writes all rows and the seal; durable, but not yet under its name.</summary>
    /// <param name="disk">Where to.</param>
    /// <param name="rows">Hands every row to the writer.</param>
    /// <param name="takenAt">For the seal.</param>
    /// <param name="rowWritten">Told after each row.</param>
    public SnapshotSeal Write(IDisk disk, Action<Action<string, SettledRow>> rows, DateTimeOffset takenAt, Action rowWritten)
    {
        using var records = new RecordWriter();
        using var file = disk.Create(path);
        var sums = new Dictionary<string, CollectionSum>(StringComparer.Ordinal);
        var jsonAt = new int[1];

        rows((collection, row) =>
        {
            SumOf(sums, collection).Add(row);
            var write = new DocumentWrite(collection, row.Id, null, row.Json, row.Keys);
            records.Add(row.Commit, takenAt, [write], [row.Version], jsonAt);
            AppendWhenFull(file, records);
            rowWritten();
        });

        var seal = new SnapshotSeal(upTo, takenAt, sums.ToDictionary(sum => sum.Key, sum => new SealedCollection(sum.Value.Count, sum.Value.Hash)));
        records.AddRaw([SealMark, .. JsonSerializer.SerializeToUtf8Bytes(seal, SnapshotJson.Default.SnapshotSeal)]);
        file.Append(records.Bytes);
        file.Sync();
        return seal;
    }

    public static CollectionSum SumOf(Dictionary<string, CollectionSum> sums, string collection)
    {
        if (!sums.TryGetValue(collection, out var sum))
        {
            sums[collection] = sum = new CollectionSum();
        }

        return sum;
    }

    private static void AppendWhenFull(IAppendFile file, RecordWriter records)
    {
        if (records.Length >= LargestAppend)
        {
            file.Append(records.Bytes);
            records.Clear();
        }
    }

    private SnapshotSeal Checked(SnapshotSeal seal, Dictionary<string, CollectionSum> sums)
    {
        var agrees = seal.Collections.Count == sums.Count
            && seal.Collections.All(one => sums.TryGetValue(one.Key, out var sum) && sum.Count == one.Value.Count && sum.Hash == one.Value.Hash);

        return agrees ? seal : throw new InvalidDataException($"The snapshot {path} does not contain what its seal says.");
    }
}

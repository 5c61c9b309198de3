using System.Text.Json;

namespace CommunityBot.Storage.LiteDb.Journal;

/// <summary>Reads the records of one file until it ends or a record is not whole.</summary>
internal sealed class RecordReader(Stream file) : IDisposable
{
    private readonly byte[] header = new byte[RecordFormat.HeaderLength];

    /// <summary>The end of the last good record.</summary>
    public long GoodLength { get; private set; }

    /// <summary>Where the payload of the record just read begins in the file.</summary>
    public long PayloadAt { get; private set; }

    /// <summary>True when something followed the last good record.</summary>
    public bool IsTorn { get; private set; }

    public static RecordReader Open(string path) =>
        new(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 18, FileOptions.SequentialScan));

    /// <summary>The next payload, or null at the end of what is good.</summary>
    public byte[]? ReadPayload()
    {
        var got = file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);

        if (got == 0)
        {
            return null;
        }

        if (got < header.Length || RecordFormat.LengthIn(header) is not { } length || length > file.Length - GoodLength - header.Length)
        {
            IsTorn = true;
            return null;
        }

        var payload = new byte[length];

        if (file.ReadAtLeast(payload, length, throwOnEndOfStream: false) < length || !RecordFormat.IsIntact(header, payload))
        {
            IsTorn = true;
            return null;
        }

        PayloadAt = GoodLength + header.Length;
        GoodLength = PayloadAt + length;
        return payload;
    }

    public JournalRecord? Read() => ReadPayload() is { } payload ? Parse(payload) : null;

    /// <exception cref="InvalidDataException">The bytes are whole, but no record.</exception>
    public static JournalRecord Parse(ReadOnlyMemory<byte> payload)
    {
        try
        {
            return ParseJson(payload);
        }
        catch (Exception trouble) when (trouble is JsonException or InvalidOperationException)
        {
            throw new InvalidDataException("A record of the journal or snapshot cannot be read.", trouble);
        }
    }

    public void Dispose() => file.Dispose();

    private static JournalRecord ParseJson(ReadOnlyMemory<byte> payload)
    {
        var reader = new Utf8JsonReader(payload.Span, new JsonReaderOptions { MaxDepth = 128 }); // a document may have 64 itself
        var writes = new List<JournalWrite>();
        long number = 0;
        long time = 0;
        reader.Read();

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = (char)reader.ValueSpan[0];
            reader.Read();

            switch (name)
            {
                case 'n': number = reader.GetInt64(); break;
                case 't': time = reader.GetInt64(); break;
                case 'w': ReadWrites(ref reader, payload, writes); break;
                default: reader.Skip(); break;
            }
        }

        return new JournalRecord(number, DateTimeOffset.FromUnixTimeMilliseconds(time), writes);
    }

    private static void ReadWrites(ref Utf8JsonReader reader, ReadOnlyMemory<byte> payload, List<JournalWrite> writes)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            writes.Add(ReadWrite(ref reader, payload));
        }
    }

    private static JournalWrite ReadWrite(ref Utf8JsonReader reader, ReadOnlyMemory<byte> payload)
    {
        var write = new JournalWrite("", "", 0, [], null, 0);

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = (char)reader.ValueSpan[0];
            reader.Read();
            write = name switch
            {
                'c' => write with { Collection = reader.GetString()! },
                'i' => write with { Id = reader.GetString()! },
                'v' => write with { Version = reader.GetInt64() },
                'k' => write with { Keys = ReadKeys(ref reader) },
                'd' => ReadDocument(ref reader, payload, write),
                _ => write,
            };
        }

        return write;
    }

    private static List<IndexKey> ReadKeys(ref Utf8JsonReader reader)
    {
        var keys = new List<IndexKey>();

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var index = reader.GetString()!;
            reader.Read();
            keys.Add(new IndexKey(index, reader.GetString()!));
        }

        return keys;
    }

    private static JournalWrite ReadDocument(ref Utf8JsonReader reader, ReadOnlyMemory<byte> payload, JournalWrite write)
    {
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return write with { Json = payload[start..(int)reader.BytesConsumed], JsonAt = start };
    }
}

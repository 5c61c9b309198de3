using System.Buffers;
using System.Text.Json;

namespace CommunityBot.Storage.LiteDb.Journal;

/// <summary>Collects the records of a batch in one buffer, which is then appended to a file at once.</summary>
internal sealed class RecordWriter : IBufferWriter<byte>, IDisposable
{
    private const int LargestKeptBuffer = 4 << 20;

    private readonly Utf8JsonWriter json;
    private byte[] buffer = new byte[64 << 10];

    public RecordWriter() => json = new Utf8JsonWriter(this, new JsonWriterOptions { SkipValidation = true });

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Bytes => buffer.AsSpan(0, Length);

    public void Clear()
    {
        Length = 0;

        if (buffer.Length > LargestKeptBuffer)
        {
            buffer = new byte[64 << 10];
        }
    }

    /// <summary>Adds one record.</summary>
    /// <param name="number">The commit's number.</param>
    /// <param name="time">When it happened.</param>
    /// <param name="writes">What it changes.</param>
    /// <param name="versions">The new version of each document.</param>
    /// <param name="jsonAt">Receives where each document's bytes begin, counted from the start of the buffer.</param>
    public void Add(long number, DateTimeOffset time, IReadOnlyList<DocumentWrite> writes, ReadOnlySpan<long> versions, Span<int> jsonAt)
    {
        var start = Length;
        GetSpan(RecordFormat.HeaderLength);
        Advance(RecordFormat.HeaderLength);
        json.Reset(this);
        json.WriteStartObject();
        json.WriteNumber("n"u8, number);
        json.WriteNumber("t"u8, time.ToUnixTimeMilliseconds());
        json.WriteStartArray("w"u8);

        for (var at = 0; at < writes.Count; at++)
        {
            jsonAt[at] = start + RecordFormat.HeaderLength + Add(writes[at], versions[at]);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        RecordFormat.WriteHeader(buffer.AsSpan(start), buffer.AsSpan(start + RecordFormat.HeaderLength, Length - start - RecordFormat.HeaderLength));
    }

    /// <summary>Adds a record whose payload is given.</summary>
    public void AddRaw(ReadOnlySpan<byte> payload)
    {
        EnsureRoom(RecordFormat.HeaderLength + payload.Length);
        RecordFormat.WriteHeader(buffer.AsSpan(Length), payload);
        payload.CopyTo(buffer.AsSpan(Length + RecordFormat.HeaderLength));
        Length += RecordFormat.HeaderLength + payload.Length;
    }

    public void Advance(int count) => Length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        EnsureRoom(sizeHint);
        return buffer.AsMemory(Length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        EnsureRoom(sizeHint);
        return buffer.AsSpan(Length);
    }

    public void Dispose() => json.Dispose();

    private int Add(DocumentWrite write, long version)
    {
        var jsonAt = 0;
        json.WriteStartObject();
        json.WriteString("c"u8, write.Collection);
        json.WriteString("i"u8, write.Id);
        json.WriteNumber("v"u8, version);

        if (write.Keys.Count > 0)
        {
            json.WriteStartObject("k"u8);

            foreach (var key in write.Keys)
            {
                json.WriteString(key.Index, key.Key);
            }

            json.WriteEndObject();
        }

        if (write.Json is { } document)
        {
            json.WritePropertyName("d"u8);
            jsonAt = (int)(json.BytesCommitted + json.BytesPending);
            json.WriteRawValue(document.Span, skipInputValidation: true);
        }

        json.WriteEndObject();
        return jsonAt;
    }

    private void EnsureRoom(int sizeHint)
    {
        var needed = Length + Math.Max(sizeHint, 256);

        if (needed > buffer.Length)
        {
            Array.Resize(ref buffer, Math.Max(needed, buffer.Length * 2));
        }
    }
}

using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CommunityBot.Conversations;

/// <summary>The events a conversation has heard: 12 bytes each (hash and minute), kept 7 days and at least the last 100.</summary>
[JsonConverter(typeof(MarksJson))]
public sealed class Marks
{
    private const int Size = 12;
    private const int AtLeast = 100;

    /// <summary>Longer than any channel repeats (24 h); then marks make room.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    /// <summary>An unlisted event older than this is not run: its mark may be gone.</summary>
    private static readonly TimeSpan TooOld = TimeSpan.FromDays(3);

    private readonly byte[] entries;

    private Marks(byte[] entries) => this.entries = entries;

    public static Marks None { get; } = new([]);

    public int Count => entries.Length / Size;

    public bool Knows(string eventId)
    {
        var wanted = HashOf(eventId);

        for (var at = entries.Length - Size; at >= 0; at -= Size)
        {
            if (BinaryPrimitives.ReadUInt64LittleEndian(entries.AsSpan(at)) == wanted)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True for an event that no channel repeats any more: run now, it could be a second time.</summary>
    public static bool IsTooOld(DateTimeOffset sentAt, DateTimeOffset now) => now - sentAt > TooOld;

    public Marks With(string eventId, DateTimeOffset now)
    {
        var minute = MinuteOf(now);
        var first = 0;

        while (Count - first >= AtLeast && MinuteAt(first) < minute - (uint)Kept.TotalMinutes)
        {
            first++;
        }

        var kept = entries.AsSpan(first * Size);
        var grown = new byte[kept.Length + Size];
        kept.CopyTo(grown);
        BinaryPrimitives.WriteUInt64LittleEndian(grown.AsSpan(kept.Length), HashOf(eventId));
        BinaryPrimitives.WriteUInt32LittleEndian(grown.AsSpan(kept.Length + 8), minute);
        return new Marks(grown);
    }

    internal static Marks Of(byte[] stored) => stored.Length % Size == 0 ? new Marks(stored) : throw new JsonException("The marks of a conversation are damaged.");

    internal ReadOnlySpan<byte> Bytes => entries;

    private uint MinuteAt(int index) => BinaryPrimitives.ReadUInt32LittleEndian(entries.AsSpan((index * Size) + 8));

    private static uint MinuteOf(DateTimeOffset now) => (uint)(now.ToUnixTimeSeconds() / 60);

    private static ulong HashOf(string eventId)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes(eventId), hash);
        return BinaryPrimitives.ReadUInt64LittleEndian(hash);
    }
}

/// <summary>Keeps the marks as one Base64 text.</summary>
internal sealed class MarksJson : JsonConverter<Marks>
{
    public override Marks Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Marks.Of(reader.GetBytesFromBase64());

    public override void Write(Utf8JsonWriter writer, Marks value, JsonSerializerOptions options) => writer.WriteBase64StringValue(value.Bytes);
}

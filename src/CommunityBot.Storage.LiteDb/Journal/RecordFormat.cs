using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace CommunityBot.Storage.LiteDb.Journal;

/// <summary>How a record lies in a file: length and checksum (CRC-32C) of the payload, four bytes each, then the payload.</summary>
internal static class RecordFormat
{
    public const int HeaderLength = 8;

    /// <summary>Longer than any commit: a larger figure is damage, not a record.</summary>
    public const int LongestPayload = 256 << 20;

    public static void WriteHeader(Span<byte> header, ReadOnlySpan<byte> payload)
    {
        BinaryPrimitives.WriteInt32LittleEndian(header, payload.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(header[4..], Checksum(payload));
    }

    /// <summary>The payload's length, or null when this cannot be the start of a record.</summary>
    public static int? LengthIn(ReadOnlySpan<byte> header)
    {
        var length = BinaryPrimitives.ReadInt32LittleEndian(header);
        return length is > 0 and <= LongestPayload ? length : null;
    }

    public static bool IsIntact(ReadOnlySpan<byte> header, ReadOnlySpan<byte> payload) =>
        BinaryPrimitives.ReadUInt32LittleEndian(header[4..]) == Checksum(payload);

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;

        foreach (var eight in MemoryMarshal.Cast<byte, ulong>(bytes))
        {
            crc = BitOperations.Crc32C(crc, eight);
        }

        foreach (var one in bytes[(bytes.Length & ~7)..])
        {
            crc = BitOperations.Crc32C(crc, one);
        }

        return ~crc;
    }
}

using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CommunityBot.Storage.LiteDb.Settled;

namespace CommunityBot.Storage.LiteDb.Upkeep;

/// <summary>Count and hash of a collection, the same in whatever order its documents come.</summary>
internal sealed class CollectionSum
{
    private UInt128 hash;

    public long Count { get; private set; }

    public string Hash => hash.ToString("x32", CultureInfo.InvariantCulture);

    public void Add(SettledRow row)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(digest, row.Id);
        AddNumber(digest, row.Version);
        AddNumber(digest, row.Commit);

        foreach (var key in row.Keys.OrderBy(key => key.Index, StringComparer.Ordinal))
        {
            Add(digest, key.Index);
            Add(digest, key.Key);
        }

        digest.AppendData(row.Json.Span);
        hash += BinaryPrimitives.ReadUInt128LittleEndian(digest.GetHashAndReset());
        Count++;
    }

    private static void Add(IncrementalHash digest, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        AddNumber(digest, bytes.Length);
        digest.AppendData(bytes);
    }

    private static void AddNumber(IncrementalHash digest, long number)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
        digest.AppendData(bytes);
    }
}

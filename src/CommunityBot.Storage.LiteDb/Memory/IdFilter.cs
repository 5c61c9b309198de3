namespace CommunityBot.Storage.LiteDb.Memory;

/// <summary>
/// Remembers of every id ever stored about ten bits: enough to say "this one was never here" without asking the disk, which is what a new ticket or a
/// new message needs. It may take one absent id in a hundred for a known one; it never forgets one.
/// </summary>
internal sealed class IdFilter
{
    private const int BitsPerId = 10;
    private const int Probes = 6;
    private const int FirstCapacity = 16 << 10;
    private const int Growth = 4;

    private readonly List<ulong[]> blocks = [];
    private int capacity;
    private int room;

    /// <summary>Remembers an id; true when it was never here before.</summary>
    public bool Add(string id)
    {
        var hash = HashOf(id);

        if (Contains(hash))
        {
            return false;
        }

        if (room == 0)
        {
            capacity = capacity == 0 ? FirstCapacity : capacity * Growth;
            room = capacity;
            blocks.Add(new ulong[capacity * BitsPerId / 64]);
        }

        room--;
        Set(blocks[^1], hash);
        return true;
    }

    public bool MayContain(string id) => Contains(HashOf(id));

    private bool Contains(ulong hash)
    {
        foreach (var block in blocks)
        {
            if (IsSet(block, hash))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSet(ulong[] block, ulong hash)
    {
        var step = (hash >> 32) | 1;

        for (var probe = 0; probe < Probes; probe++, hash += step)
        {
            var bit = hash % ((ulong)block.Length * 64);

            if ((block[bit >> 6] & (1UL << (int)(bit & 63))) == 0)
            {
                return false;
            }
        }

        return true;
    }

    private static void Set(ulong[] block, ulong hash)
    {
        var step = (hash >> 32) | 1;

        for (var probe = 0; probe < Probes; probe++, hash += step)
        {
            var bit = hash % ((ulong)block.Length * 64);
            block[bit >> 6] |= 1UL << (int)(bit & 63);
        }
    }

    /// <summary>FNV-1a over the characters, then stirred so that all bits depend on all characters.</summary>
    private static ulong HashOf(string id)
    {
        var hash = 14695981039346656037UL;

        foreach (var character in id)
        {
            hash = (hash ^ character) * 1099511628211UL;
        }

        hash ^= hash >> 32;
        hash *= 0x9E3779B97F4A7C15UL;
        return hash ^ (hash >> 29);
    }
}

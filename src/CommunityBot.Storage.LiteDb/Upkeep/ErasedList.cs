using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CommunityBot.Storage.LiteDb.Upkeep;

/// <summary>
/// Who asked to be erased, as keyed hashes with the number of the last commit before it: enough to erase them again out of a restored backup, useless to
/// find out who they were.
/// </summary>
internal sealed class ErasedList
{
    private const int KeyLength = 32;

    private readonly byte[] key;
    private readonly Dictionary<string, long> lastCommits;

    private ErasedList(byte[] key, Dictionary<string, long> lastCommits)
    {
        this.key = key;
        this.lastCommits = lastCommits;
    }

    /// <summary>The list of a folder; an empty one with a new key when there is none.</summary>
    public static ErasedList Of(StoreFolder folder)
    {
        var key = File.Exists(folder.ErasedKey) ? File.ReadAllBytes(folder.ErasedKey) : RandomNumberGenerator.GetBytes(KeyLength);
        var list = new ErasedList(key, new Dictionary<string, long>(StringComparer.Ordinal));

        foreach (var line in File.Exists(folder.Erased) ? File.ReadAllLines(folder.Erased) : [])
        {
            var parts = line.Split(' ');
            list.Add(parts[0], long.Parse(parts[1], CultureInfo.InvariantCulture));
        }

        return list;
    }

    public void Add(string collection, string id, long lastCommit) => Add(HashOf(collection, id), lastCommit);

    /// <summary>Whether this state of a document was erased; what was written after the erasure was not.</summary>
    public bool Covers(string collection, string id, long commit) =>
        lastCommits.TryGetValue(HashOf(collection, id), out var last) && commit <= last;

    public void Save(StoreFolder folder, DurableFile file)
    {
        if (!File.Exists(folder.ErasedKey) || !File.ReadAllBytes(folder.ErasedKey).AsSpan().SequenceEqual(key))
        {
            file.Write(folder.ErasedKey, key);
        }

        var lines = lastCommits.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Key} {one.Value}\n"));
        file.Write(folder.Erased, Encoding.ASCII.GetBytes(string.Concat(lines)));
    }

    private void Add(string hash, long lastCommit) =>
        lastCommits[hash] = Math.Max(lastCommit, lastCommits.GetValueOrDefault(hash));

    private string HashOf(string collection, string id) =>
        Convert.ToHexString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{collection}\0{id}")));
}

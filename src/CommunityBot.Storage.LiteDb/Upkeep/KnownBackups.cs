using System.Text;

namespace CommunityBot.Storage.LiteDb.Upkeep;

/// <summary>Where backups were written, so that a later erasure reaches them too.</summary>
internal static class KnownBackups
{
    /// <summary>The backup folders that can be reached now.</summary>
    public static List<string> Of(StoreFolder folder) =>
        File.Exists(folder.Backups) ? [.. File.ReadAllLines(folder.Backups).Where(Directory.Exists)] : [];

    public static void Remember(StoreFolder folder, string backup, DurableFile file)
    {
        var known = File.Exists(folder.Backups) ? File.ReadAllLines(folder.Backups) : [];

        if (!known.Contains(backup))
        {
            file.Write(folder.Backups, Encoding.UTF8.GetBytes(string.Concat(known.Append(backup).Select(line => line + "\n"))));
        }
    }
}

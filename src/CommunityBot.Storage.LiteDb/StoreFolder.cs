namespace CommunityBot.Storage.LiteDb;

/// <summary>What lies where in a data folder.</summary>
internal sealed record StoreFolder(string Root)
{
    public string Lock => Path.Combine(Root, "store.lock");

    public string RunMarker => Path.Combine(Root, "run.marker");

    public string LiteDb => Path.Combine(Root, "store.litedb");

    public string Journal => Path.Combine(Root, "journal");

    public string Snapshots => Path.Combine(Root, "snapshots");

    /// <summary>Keyed hashes of what was erased on request.</summary>
    public string Erased => Path.Combine(Root, "erased.list");

    public string ErasedKey => Path.Combine(Root, "erased.key");

    /// <summary>Where backups were written, so that a later erasure reaches them too.</summary>
    public string Backups => Path.Combine(Root, "backups.list");
}

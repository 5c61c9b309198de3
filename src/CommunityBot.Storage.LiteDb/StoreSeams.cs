namespace CommunityBot.Storage.LiteDb;

/// <summary>What tests replace: the disk, the clock, which start of the machine this is, and a look at chosen moments.</summary>
internal sealed record StoreSeams(IDisk Disk, TimeProvider Clock, Func<string?> ReadBootId, Action<StoreMoment> Witness)
{
    public static StoreSeams Real(IDisk disk, TimeProvider clock) => new(disk, clock, ReadBootIdOfThisMachine, _ => { });

    /// <summary>Linux gives every start of the machine an id; elsewhere nobody knows whether the power was cut.</summary>
    private static string? ReadBootIdOfThisMachine()
    {
        const string file = "/proc/sys/kernel/random/boot_id";
        return File.Exists(file) ? File.ReadAllText(file).Trim() : null;
    }
}

/// <summary>Moments at which a test may stop everything and look at the files a dead process would leave.</summary>
internal enum StoreMoment
{
    BatchSynced,
    TransactionSettled,
    RoundSettled,
    DataPageWritten,
    RebuildTransactionSettled,
    SnapshotRowWritten,
}

namespace CommunityBot.Storage.LiteDb;

/// <summary>Whether the store can work now, and what the operator should know.</summary>
internal sealed class StoreCondition(StoreOptions options, StoreFolder folder, IDisk disk)
{
    private const long Megabyte = 1 << 20;

    private readonly Lock gate = new();
    private long freeBytes = disk.FreeBytes(folder.Root);
    private bool isOpen;
    private string? journalTrouble;
    private string? notice;

    public StoreHealth Health
    {
        get
        {
            lock (gate)
            {
                return new StoreHealth(
                    isOpen && journalTrouble is null && HasRoomForCommits,
                    freeBytes,
                    freeBytes >= options.RefuseReportsBelowMegabytes * Megabyte,
                    journalTrouble ?? (HasRoomForCommits ? notice : "The disk is nearly full: nothing can be saved until there is room again."));
            }
        }
    }

    private bool HasRoomForCommits => freeBytes >= options.RefuseCommitsBelowMegabytes * Megabyte;

    /// <summary>Why nothing can be committed now; null when commits are welcome.</summary>
    public string? Refusal
    {
        get
        {
            lock (gate)
            {
                return journalTrouble ?? (HasRoomForCommits ? null : "The disk is nearly full.");
            }
        }
    }

    public void Open()
    {
        lock (gate)
        {
            isOpen = true;
        }
    }

    public void Close()
    {
        lock (gate)
        {
            isOpen = false;
        }
    }

    public void MeasureFreeSpace()
    {
        var free = disk.FreeBytes(folder.Root);

        lock (gate)
        {
            freeBytes = free;
        }
    }

    /// <summary>The journal cannot be written; null when it can again.</summary>
    public void SetJournalTrouble(string? sentence)
    {
        lock (gate)
        {
            journalTrouble = sentence;
        }
    }

    public void Notice(string sentence)
    {
        lock (gate)
        {
            notice = sentence;
        }
    }
}

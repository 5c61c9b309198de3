namespace CommunityBot.Storage.LiteDb.Journal;

/// <summary>
/// The end of the journal, where commits are written. Used by the commit thread only. After a failed write or sync the segment is cut back to what is
/// known to be durable and never written again: the system may have dropped the pages and would call a second sync a success.
/// </summary>
internal sealed class JournalFile(IDisk disk, string folder, long largestSegment) : IDisposable
{
    private IAppendFile? file;
    private long durableLength;
    private JournalSegment? segment;

    public bool IsFull => file is not null && file.Length >= largestSegment;

    /// <summary>Starts a new segment whose first commit will have this number.</summary>
    public void Start(long first)
    {
        CloseFile();
        CutBack();
        var next = JournalSegment.Named(folder, first);

        if (File.Exists(next.Path))
        {
            disk.Delete(next.Path); // holds nothing that counts: no commit with its first number was ever durable
        }

        file = disk.Create(next.Path);
        disk.SyncFolder(folder);
        segment = next;
        durableLength = 0;
    }

    /// <summary>Appends a batch and makes it durable; returns where it begins.</summary>
    public (JournalSegment Segment, long Offset) Append(ReadOnlySpan<byte> records)
    {
        var offset = durableLength;

        try
        {
            file!.Append(records);
            file.Sync();
        }
        catch (Exception)
        {
            CloseFile();
            throw;
        }

        durableLength = file.Length;
        return (segment!, offset);
    }

    public void Dispose()
    {
        CloseFile();
    }

    private void CloseFile()
    {
        file?.Dispose();
        file = null;
    }

    /// <summary>Cuts off what was never acknowledged and reads the rest once more, because after a failed sync nothing is taken for granted.</summary>
    private void CutBack()
    {
        if (segment is null || !File.Exists(segment.Path) || new FileInfo(segment.Path).Length == durableLength)
        {
            return;
        }

        disk.Cut(segment.Path, durableLength);
        using var reader = RecordReader.Open(segment.Path);

        while (reader.ReadPayload() is not null)
        {
        }

        if (reader.GoodLength != durableLength)
        {
            throw new InvalidDataException($"The journal {segment.Path} lost commits that were durable.");
        }
    }
}

namespace CommunityBot.Storage.LiteDb.Settled;

/// <summary>
/// The file LiteDB writes to, without its fsyncs: it makes one for nearly every page, and none of them proves anything, because the journal is the
/// commit. After a power cut LiteDB's file is rebuilt; before a clean close it is synced once, by us.
/// </summary>
internal sealed class UnsyncedStream(FileStream file, Action? written = null) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => true;

    public override long Length => file.Length;

    public override long Position
    {
        get => file.Position;
        set => file.Position = value;
    }

    public void SyncToDisk() => file.Flush(flushToDisk: true);

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => file.Read(buffer, offset, count);

    public override long Seek(long offset, SeekOrigin origin) => file.Seek(offset, origin);

    public override void SetLength(long value) => file.SetLength(value);

    public override void Write(byte[] buffer, int offset, int count)
    {
        file.Write(buffer, offset, count);
        written?.Invoke();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            file.Dispose();
        }

        base.Dispose(disposing);
    }
}

using CommunityBot.Storage;

namespace CommunityBot.Storage.LiteDb.Tests.Support;

/// <summary>Real files on a disk that can lose what was not synced, refuse to sync, or be full.</summary>
internal sealed class TestDisk : IDisk
{
    private readonly LocalDisk real = new();
    private readonly Lock gate = new();
    private readonly Dictionary<string, long> syncedLength = [];
    private readonly HashSet<string> namesNotSynced = [];

    /// <summary>The free space the store sees.</summary>
    public long Free { get; set; } = 10L << 30;

    /// <summary>Set to let every sync of a file fail.</summary>
    public bool FailsToSync { get; set; }

    /// <summary>Set to let every write fail half-way.</summary>
    public bool IsFull { get; set; }

    /// <summary>Runs before each sync, on the thread that syncs.</summary>
    public Action BeforeSync { get; set; } = () => { };

    public int Syncs { get; private set; }

    /// <summary>Counts also those that did not return yet.</summary>
    public int SyncsBegun { get; private set; }

    public IAppendFile Create(string path)
    {
        if (IsFull)
        {
            throw new IOException("No space left on device");
        }

        lock (gate)
        {
            syncedLength[path] = 0;
            namesNotSynced.Add(path);
        }

        return new TestFile(this, path, real.Create(path));
    }

    public void Move(string from, string to)
    {
        real.Move(from, to);

        lock (gate)
        {
            if (syncedLength.Remove(from, out var length))
            {
                syncedLength[to] = length;
            }

            namesNotSynced.Remove(from);
            namesNotSynced.Add(to);
        }
    }

    public void Delete(string path) => real.Delete(path);

    public void Cut(string path, long length) => real.Cut(path, length);

    public void SyncFolder(string folder)
    {
        lock (gate)
        {
            namesNotSynced.RemoveWhere(path => Path.GetDirectoryName(path) == folder);
        }
    }

    public long FreeBytes(string folder) => Free;

    /// <summary>The power fails: in the copy of a folder, files lose what was not synced, and files whose name was not synced are not there.</summary>
    public void CutPower(string folder, string copyOfFolder)
    {
        lock (gate)
        {
            foreach (var (path, length) in syncedLength)
            {
                var copy = Path.Combine(copyOfFolder, Path.GetRelativePath(folder, path));

                if (File.Exists(copy) && namesNotSynced.Contains(path))
                {
                    File.Delete(copy);
                }
                else if (File.Exists(copy) && new FileInfo(copy).Length > length)
                {
                    real.Cut(copy, length);
                }
            }
        }
    }

    private sealed class TestFile(TestDisk disk, string path, IAppendFile file) : IAppendFile
    {
        public long Length => file.Length;

        public void Append(ReadOnlySpan<byte> bytes)
        {
            if (disk.IsFull)
            {
                file.Append(bytes[..(bytes.Length / 2)]);
                throw new IOException("No space left on device");
            }

            file.Append(bytes);
        }

        public void Sync()
        {
            disk.SyncsBegun++;
            disk.BeforeSync();

            if (disk.FailsToSync)
            {
                throw new IOException("Input/output error");
            }

            lock (disk.gate)
            {
                disk.Syncs++;
                disk.syncedLength[path] = file.Length;
            }
        }

        public void Dispose() => file.Dispose();
    }
}

using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace CommunityBot.Storage;

/// <summary>The disk of this PC.</summary>
public sealed class LocalDisk : IDisk
{
    private const int ReadOnlyCloseOnExec = 0x80000;

    public IAppendFile Create(string path) =>
        new LocalFile(File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read));

    public void Move(string from, string to) => File.Move(from, to, overwrite: true);

    public void Delete(string path) => File.Delete(path);

    public void Cut(string path, long length)
    {
        using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        RandomAccess.SetLength(handle, length);
        RandomAccess.FlushToDisk(handle);
    }

    public void SyncFolder(string folder)
    {
        if (!OperatingSystem.IsLinux())
        {
            return; // Windows makes names durable by itself and cannot open a folder.
        }

        var descriptor = NativeMethods.Open(Encoding.UTF8.GetBytes(Path.GetFullPath(folder) + '\0'), ReadOnlyCloseOnExec);
        var failed = descriptor < 0 || NativeMethods.Fsync(descriptor) != 0;
        var error = Marshal.GetLastPInvokeError();

        if (descriptor >= 0)
        {
            _ = NativeMethods.Close(descriptor);
        }

        if (failed)
        {
            throw new IOException($"The folder {folder} could not be synced (error {error}).");
        }
    }

    public long FreeBytes(string folder) => new DriveInfo(Path.GetFullPath(folder)).AvailableFreeSpace;

    private sealed class LocalFile(SafeFileHandle handle) : IAppendFile
    {
        public long Length { get; private set; }

        public void Append(ReadOnlySpan<byte> bytes)
        {
            RandomAccess.Write(handle, bytes, Length);
            Length += bytes.Length;
        }

        public void Sync() => RandomAccess.FlushToDisk(handle);

        public void Dispose() => handle.Dispose();
    }

    /// <summary>.NET cannot open a folder, so these three calls go to the C library.</summary>
    private static class NativeMethods
    {
        [DllImport("libc", EntryPoint = "open", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        internal static extern int Open(byte[] path, int flags);

        [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        internal static extern int Fsync(int descriptor);

        [DllImport("libc", EntryPoint = "close")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        internal static extern int Close(int descriptor);
    }
}

using System.Globalization;
using Microsoft.Win32.SafeHandles;

namespace CommunityBot.Storage.LiteDb.Journal;

/// <summary>One file of the journal, named by the number of its first commit.</summary>
internal sealed class JournalSegment(string path, long first)
{
    private const string Extension = ".journal";

    private SafeFileHandle? reading;

    public string Path => path;

    public long First => first;

    public static JournalSegment Named(string folder, long first) =>
        new(System.IO.Path.Combine(folder, first.ToString("D16", CultureInfo.InvariantCulture) + Extension), first);

    /// <summary>All segments of a folder, oldest first.</summary>
    public static List<JournalSegment> In(string folder) => !Directory.Exists(folder)
        ? []
        : [.. Directory.EnumerateFiles(folder, "*" + Extension)
            .Select(path => new JournalSegment(path, long.Parse(System.IO.Path.GetFileNameWithoutExtension(path), CultureInfo.InvariantCulture)))
            .OrderBy(segment => segment.First)];

    /// <summary>Reads a document's bytes back; the file stays readable for those who still hold a place in it.</summary>
    public byte[] Read(long offset, int length)
    {
        var handle = reading;

        if (handle is null)
        {
            var opened = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            handle = Interlocked.CompareExchange(ref reading, opened, null) ?? opened;
        }

        var bytes = new byte[length];

        if (RandomAccess.Read(handle, bytes, offset) != length)
        {
            throw new InvalidDataException($"The journal {path} is shorter than it was.");
        }

        return bytes;
    }
}

/// <summary>Where a document's bytes lie in the journal.</summary>
internal readonly record struct JournalPlace(JournalSegment Segment, long Offset, int Length)
{
    public byte[] Read() => Length == 0 ? [] : Segment.Read(Offset, Length);
}

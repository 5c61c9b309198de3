using System.IO.Compression;

namespace CommunityBot.Files.Photos;

/// <summary>Tells a Word document from any other zip file, without unpacking it.</summary>
internal static class WordFile
{
    private const int MostParts = 5_000;

    private const long MostBytes = 200_000_000;

    public static bool IsWordFile(ReadOnlySpan<byte> content)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(content.ToArray()), ZipArchiveMode.Read);
            return zip.Entries.Count <= MostParts
                && zip.Entries.Sum(entry => entry.Length) <= MostBytes
                && zip.GetEntry("[Content_Types].xml") is not null
                && zip.GetEntry("word/document.xml") is not null
                && !zip.Entries.Any(entry => entry.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase));
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}

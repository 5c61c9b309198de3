using System.Buffers.Binary;

namespace CommunityBot.Files.Photos;

/// <summary>Walks files that are kept as they came, to see that they are complete and that nothing else hides before or behind.</summary>
internal static class WholeFile
{
    /// <summary>The last bytes in which a PDF says that it ends.</summary>
    private const int PdfEnd = 1024;

    /// <summary>Why the file cannot be kept; null when it is whole.</summary>
    public static string? TroubleIn(ReadOnlySpan<byte> content, FoundKind kind) => kind switch
    {
        FoundKind.Ogg when !IsWholeOgg(content) => "the voice note is cut off or holds something else",
        FoundKind.M4a when !IsWholeMp4(content) => "the voice note is cut off or holds something else",
        FoundKind.Amr when !AmrFile.IsWhole(content) => "the voice note is cut off or holds something else",
        FoundKind.Pdf when content[^Math.Min(content.Length, PdfEnd)..].IndexOf("%%EOF"u8) < 0 => "the PDF is cut off",
        FoundKind.Pdf when content.IndexOf("PK\u0005\u0006"u8) >= 0 => "the PDF is an archive as well",
        FoundKind.Docx when !EndsAsZip(content) => "the document is cut off or holds something else",
        _ => null,
    };

    private static bool IsWholeOgg(ReadOnlySpan<byte> content)
    {
        const int header = 27;

        while (content.Length > 0)
        {
            if (content.Length < header || !content.StartsWith("OggS"u8) || content.Length < header + content[26])
            {
                return false;
            }

            var page = header + content[26];

            foreach (var segment in content.Slice(header, content[26]))
            {
                page += segment;
            }

            if (page > content.Length)
            {
                return false;
            }

            content = content[page..];
        }

        return true;
    }

    private static bool IsWholeMp4(ReadOnlySpan<byte> content)
    {
        while (content.Length > 0)
        {
            if (content.Length < 8)
            {
                return false;
            }

            ulong size = BinaryPrimitives.ReadUInt32BigEndian(content);

            if (size == 1 && content.Length >= 16)
            {
                size = BinaryPrimitives.ReadUInt64BigEndian(content[8..]);
            }

            if (size < 8 || size > (ulong)content.Length)
            {
                return false;
            }

            content = content[(int)size..];
        }

        return true;
    }

    /// <summary>A zip ends with its table of contents and the comment that the table announces.</summary>
    private static bool EndsAsZip(ReadOnlySpan<byte> content)
    {
        var table = content.LastIndexOf("PK\u0005\u0006"u8);
        return table >= 0
            && content.Length >= table + 22
            && table + 22 + BinaryPrimitives.ReadUInt16LittleEndian(content[(table + 20)..]) == content.Length;
    }
}

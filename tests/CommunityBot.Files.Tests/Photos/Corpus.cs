using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using ImageMagick;

namespace CommunityBot.Files.Tests.Photos;

/// <summary>Files as people and attackers send them, made on the spot.</summary>
internal static class Corpus
{
    public static byte[] Picture(MagickFormat format, uint width = 640, uint height = 480)
    {
        using var image = new MagickImage(MagickColors.SeaGreen, width, height);
        image.Quality = 85;
        return image.ToByteArray(format);
    }

    /// <summary>As a telephone writes it: with the place, the camera's name and turned on its side.</summary>
    public static byte[] JpegTakenAt(double latitude, double longitude, uint width = 640, uint height = 480)
    {
        using var image = new MagickImage(MagickColors.SteelBlue, width, height);
        var camera = new ExifProfile();
        camera.SetValue(ExifTag.Make, "Canary Camera");
        camera.SetValue(ExifTag.Orientation, (ushort)Orientation.RightTop);
        camera.SetValue(ExifTag.GPSLatitudeRef, latitude < 0 ? "S" : "N");
        camera.SetValue(ExifTag.GPSLatitude, Degrees(latitude));
        camera.SetValue(ExifTag.GPSLongitudeRef, longitude < 0 ? "W" : "E");
        camera.SetValue(ExifTag.GPSLongitude, Degrees(longitude));
        image.SetProfile(camera);
        image.Orientation = Orientation.RightTop;
        return image.ToByteArray(MagickFormat.Jpeg);
    }

    public static byte[] Animation(MagickFormat format)
    {
        using var frames = new MagickImageCollection
        {
            new MagickImage(MagickColors.Red, 200, 100),
            new MagickImage(MagickColors.Blue, 200, 100),
        };
        return frames.ToByteArray(format);
    }

    /// <summary>A PNG of a few bytes whose header promises gigabytes.</summary>
    public static byte[] PngBomb(int side)
    {
        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, side);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), side);
        header[8] = 8;
        Chunk(file, "IHDR", header);
        Chunk(file, "IDAT", Deflated(new byte[side + 1]));
        Chunk(file, "IEND", []);
        return file.ToArray();
    }

    /// <summary>A real JPEG whose header was changed to 30,000 × 30,000.</summary>
    public static byte[] JpegBomb()
    {
        var jpeg = Picture(MagickFormat.Jpeg, 16, 16);
        var frame = jpeg.AsSpan().IndexOf([(byte)0xFF, (byte)0xC0]);
        BinaryPrimitives.WriteUInt16BigEndian(jpeg.AsSpan(frame + 5), 30_000);
        BinaryPrimitives.WriteUInt16BigEndian(jpeg.AsSpan(frame + 7), 30_000);
        return jpeg;
    }

    public static byte[] Zip(params string[] names)
    {
        using var file = new MemoryStream();

        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in names)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write("<xml/>"u8);
            }
        }

        return file.ToArray();
    }

    public static byte[] Docx() => Zip("[Content_Types].xml", "word/document.xml");

    public static byte[] Pdf() => Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");

    public static byte[] Opus() =>
    [
        .. Page([.. "OpusHead"u8, 1, 1, 0, 0, 0x80, 0xBB, 0, 0, 0, 0, 0]),
        .. Page([.. "OpusTags"u8, 0, 0, 0, 0, 0, 0, 0, 0]),
        .. Page(new byte[200]),
    ];

    public static byte[] M4a() => [.. Box("ftyp", [.. "M4A "u8, 0, 0, 0, 0]), .. Box("moov", new byte[20]), .. Box("mdat", new byte[64])];

    public static byte[] WebM() => [0x1A, 0x45, 0xDF, 0xA3, 0x9F, 0x42, 0x82, 0x84, .. "webm"u8, .. new byte[50]];

    public static byte[] Mp3() => [.. "ID3"u8, 4, 0, 0, 0, 0, 0, 0, 0xFF, 0xFB, 0x90, 0, .. new byte[100]];

    private static byte[] Page(byte[] body) => [.. "OggS"u8, 0, 0, .. new byte[20], 1, (byte)body.Length, .. body];

    private static byte[] Box(string type, byte[] body)
    {
        var box = new byte[8 + body.Length];
        BinaryPrimitives.WriteInt32BigEndian(box, box.Length);
        Encoding.ASCII.GetBytes(type, box.AsSpan(4));
        body.CopyTo(box, 8);
        return box;
    }

    private static void Chunk(MemoryStream file, string type, byte[] body)
    {
        var size = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(size, body.Length);
        byte[] named = [.. Encoding.ASCII.GetBytes(type), .. body];
        var sum = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(sum, Crc(named));
        file.Write([.. size, .. named, .. sum]);
    }

    private static uint Crc(byte[] bytes)
    {
        var sum = 0xFFFFFFFFu;

        foreach (var one in bytes)
        {
            sum ^= one;

            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum & 1) == 0 ? sum >> 1 : (sum >> 1) ^ 0xEDB88320u;
            }
        }

        return ~sum;
    }

    private static byte[] Deflated(byte[] bytes)
    {
        using var packed = new MemoryStream();

        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write(bytes);
        }

        return packed.ToArray();
    }

    private static Rational[] Degrees(double degrees)
    {
        var size = Math.Abs(degrees);
        var minutes = (size - Math.Floor(size)) * 60;
        return [new(Math.Floor(size)), new(Math.Floor(minutes)), new(Math.Round((minutes - Math.Floor(minutes)) * 60, 4))];
    }
}

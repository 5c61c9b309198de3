namespace CommunityBot.Files.Photos;

/// <summary>What a file is by its bytes, the only witness we believe.</summary>
internal enum FoundKind
{
    Unknown,
    Jpeg,
    Png,
    WebP,
    Heic,
    Gif,
    Ogg,
    WebM,
    M4a,
    Mp3,
    Amr,
    Pdf,
    Docx,
}

/// <summary>Looks at the first bytes (and for Word files at the table of contents) and says what a file is.</summary>
internal static class FileSniffer
{
    /// <summary>How far into a file its own description reaches.</summary>
    private const int Opening = 4096;

    private static readonly string[] HeicBrands = ["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"];
    private static readonly string[] AudioBrands = ["M4A ", "M4B ", "mp42", "mp41", "isom", "iso2", "iso5", "iso6", "dash", "3gp4", "3gp5", "3gp6"];

    public static FoundKind KindOf(ReadOnlySpan<byte> content) => content switch
    {
        [0xFF, 0xD8, 0xFF, ..] => FoundKind.Jpeg,
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => FoundKind.Png,
        _ when content.StartsWith("GIF87a"u8) || content.StartsWith("GIF89a"u8) => FoundKind.Gif,
        _ when content.StartsWith("RIFF"u8) && content.Length > 12 && content[8..12].SequenceEqual("WEBP"u8) => FoundKind.WebP,
        _ when content.StartsWith("OggS"u8) => IsAudioOgg(content) ? FoundKind.Ogg : FoundKind.Unknown,
        [0x1A, 0x45, 0xDF, 0xA3, ..] => StartOf(content).IndexOf("webm"u8) > 0 ? FoundKind.WebM : FoundKind.Unknown,
        _ when content.StartsWith("#!AMR"u8) => FoundKind.Amr,
        _ when content.StartsWith("%PDF-"u8) => FoundKind.Pdf,
        [(byte)'P', (byte)'K', 3, 4, ..] => WordFile.IsWordFile(content) ? FoundKind.Docx : FoundKind.Unknown,
        [(byte)'I', (byte)'D', (byte)'3', ..] => FoundKind.Mp3,
        [0xFF, var second, ..] when (second & 0xE6) == 0xE2 => FoundKind.Mp3,
        _ when content.Length > 12 && content[4..8].SequenceEqual("ftyp"u8) => OfBrand(System.Text.Encoding.Latin1.GetString(content[8..12])),
        _ => FoundKind.Unknown,
    };

    public static string MimeTypeOf(FoundKind kind) => kind switch
    {
        FoundKind.Jpeg => "image/jpeg",
        FoundKind.Png => "image/png",
        FoundKind.WebP => "image/webp",
        FoundKind.Heic => "image/heic",
        FoundKind.Gif => "image/gif",
        FoundKind.Ogg => "audio/ogg",
        FoundKind.WebM => "audio/webm",
        FoundKind.M4a => "audio/mp4",
        FoundKind.Mp3 => "audio/mpeg",
        FoundKind.Amr => "audio/amr",
        FoundKind.Pdf => "application/pdf",
        FoundKind.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        FoundKind.Unknown => "application/octet-stream",
    };

    /// <summary>The ending of a file we hand out; the sender's own name is never used.</summary>
    public static string EndingOf(FoundKind kind) => kind switch
    {
        FoundKind.Jpeg => "jpg",
        FoundKind.Png => "png",
        FoundKind.WebP => "webp",
        FoundKind.Heic => "heic",
        FoundKind.Gif => "gif",
        FoundKind.Ogg => "ogg",
        FoundKind.WebM => "webm",
        FoundKind.M4a => "m4a",
        FoundKind.Mp3 => "mp3",
        FoundKind.Amr => "amr",
        FoundKind.Pdf => "pdf",
        FoundKind.Docx => "docx",
        FoundKind.Unknown => "bin",
    };

    private static FoundKind OfBrand(string brand) =>
        HeicBrands.Contains(brand) ? FoundKind.Heic : AudioBrands.Contains(brand) ? FoundKind.M4a : FoundKind.Unknown;

    private static bool IsAudioOgg(ReadOnlySpan<byte> content) =>
        StartOf(content).IndexOf("OpusHead"u8) > 0 || StartOf(content).IndexOf("\u0001vorbis"u8) > 0;

    private static ReadOnlySpan<byte> StartOf(ReadOnlySpan<byte> content) => content[..Math.Min(content.Length, Opening)];
}

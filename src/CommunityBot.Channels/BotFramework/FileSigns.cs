using CommunityBot.Messages;

namespace CommunityBot.Channels.BotFramework;

/// <summary>What the first bytes of a file say it is; names and types are only a browser's claim.</summary>
internal static class FileSigns
{
    private const string Unknown = "application/octet-stream";

    public static string MimeTypeOf(ReadOnlySpan<byte> bytes, string? claimed) => bytes switch
    {
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => "image/png",
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => "image/gif",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => "image/webp",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'A', (byte)'V', (byte)'E', ..] => "audio/wav",
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', (byte)'h', (byte)'e', ..] => "image/heic",
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] => Heard(claimed) ? "audio/mp4" : "video/mp4",
        [0x1A, 0x45, 0xDF, 0xA3, ..] => Heard(claimed) ? "audio/webm" : "video/webm",
        [(byte)'O', (byte)'g', (byte)'g', (byte)'S', ..] => Heard(claimed) ? "audio/ogg" : "video/ogg",
        [(byte)'I', (byte)'D', (byte)'3', ..] or [0xFF, 0xFB, ..] => "audio/mpeg",
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => "application/pdf",
        _ => Unknown,
    };

    public static FileKind KindOf(SentFile file) => MimeTypeOf(file.Content.Span, file.ClaimedType) switch
    {
        "image/jpeg" when SaysWhereItWasTaken(file.Content.Span) => FileKind.ImageDocument,
        var type when type.StartsWith("image/", StringComparison.Ordinal) => FileKind.Photo,
        var type when type.StartsWith("audio/", StringComparison.Ordinal) => FileKind.Voice,
        _ => FileKind.Document,
    };

    /// <summary>True when a browser may show it inside the chat; everything else is only offered for saving.</summary>
    public static bool IsShown(string mimeType) =>
        mimeType is "image/jpeg" or "image/png" or "image/gif" or "image/webp" || mimeType.StartsWith("audio/", StringComparison.Ordinal);

    // Web Chat and old browsers send the camera's file untouched; its EXIF block may carry the place.
    private static bool SaysWhereItWasTaken(ReadOnlySpan<byte> jpeg) => jpeg[..Math.Min(jpeg.Length, 4096)].IndexOf("Exif\0\0"u8) >= 0;

    private static bool Heard(string? claimed) => claimed?.StartsWith("audio/", StringComparison.OrdinalIgnoreCase) ?? false;
}

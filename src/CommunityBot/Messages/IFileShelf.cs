namespace CommunityBot.Messages;

/// <summary>Where photos, voice notes, documents and the pictures of our content lie as bytes, by <see cref="OutgoingFile.Source"/>.</summary>
public interface IFileShelf
{
    /// <summary>The bytes to send or show, or null when the file is missing.</summary>
    Task<ShelfFile?> FindAsync(string source, CancellationToken cancellationToken);

    /// <summary>A picture of at most 320 px for lists; null when the source is no picture.</summary>
    Task<ShelfFile?> FindThumbnailAsync(string source, CancellationToken cancellationToken);
}

/// <summary>A file of ours: bytes with the type we found in them.</summary>
public sealed record ShelfFile(ReadOnlyMemory<byte> Content, string MimeType, string Name);

using CommunityBot.Messages;

namespace CommunityBot.TestKit.WebChat;

/// <summary>A shelf with one picture, "content:rac": a single red point.</summary>
public sealed class SmallShelf : IFileShelf
{
    public static byte[] RedPoint { get; } = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==");

    public Task<ShelfFile?> FindAsync(string source, CancellationToken cancellationToken) =>
        Task.FromResult(source == "content:rac" ? new ShelfFile(RedPoint, "image/png", "rac.png") : null);

    public Task<ShelfFile?> FindThumbnailAsync(string source, CancellationToken cancellationToken) => FindAsync(source, cancellationToken);
}

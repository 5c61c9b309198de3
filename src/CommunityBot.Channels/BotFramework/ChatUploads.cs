using System.Security.Cryptography;
using CommunityBot.Messages;

namespace CommunityBot.Channels.BotFramework;

/// <summary>A file as a browser sent it, not yet on the disk.</summary>
/// <param name="ClaimedType">The browser's word; the bytes decide.</param>
internal sealed record SentFile(string? Name, string? ClaimedType, ReadOnlyMemory<byte> Content);

/// <summary>The photos and voice notes villagers sent by web chat, kept as they came until the photo job has made them safe.</summary>
internal sealed class ChatUploads(ChatFolder folder, TimeProvider clock)
{
    public const int MostFiles = 4;
    public const int LargestFile = 10 * 1024 * 1024;

    private readonly string root = folder.Uploads;

    /// <summary>Keeps the bytes under their own hash; a repeated upload writes the same file again.</summary>
    public IncomingFile Keep(string conversation, SentFile sent)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(sent.Content.Span));
        var path = PathOf(conversation, hash) ?? throw new ArgumentException("Not a conversation's address.", nameof(conversation));
        folder.Write(path, sent.Content.Span);
        File.SetLastWriteTimeUtc(path, clock.GetUtcNow().UtcDateTime);

        return new IncomingFile
        {
            Kind = FileSigns.KindOf(sent),
            FetchId = $"{conversation}/{hash}",
            StableId = hash,
            Name = sent.Name,
            MimeType = FileSigns.MimeTypeOf(sent.Content.Span, sent.ClaimedType),
            Size = sent.Content.Length,
        };
    }

    public string? FindPath(string conversation, string hash) =>
        PathOf(conversation, hash) is { } path && File.Exists(path) ? path : null;

    public void Forget(string conversation)
    {
        if (FolderOf(conversation) is { } one && Directory.Exists(one))
        {
            Directory.Delete(one, recursive: true);
        }
    }

    /// <summary>Deletes what is older; returns how many files.</summary>
    public int DropOlderThan(DateTimeOffset moment)
    {
        if (!Directory.Exists(root))
        {
            return 0;
        }

        var old = Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Where(file => File.GetLastWriteTimeUtc(file) < moment.UtcDateTime)
            .ToList();

        foreach (var file in old)
        {
            File.Delete(file);
        }

        foreach (var empty in Directory.EnumerateDirectories(root).Where(one => !Directory.EnumerateFileSystemEntries(one).Any()).ToList())
        {
            Directory.Delete(empty);
        }

        return old.Count;
    }

    private string? PathOf(string conversation, string hash) =>
        FolderOf(conversation) is { } one && hash.Length == 64 && hash.All(char.IsAsciiHexDigitLower) ? Path.Combine(one, hash) : null;

    // Addresses of our own making are plain; anything else could climb out of the folder.
    private string? FolderOf(string conversation) =>
        ConversationAddress.IsPlain(conversation) ? Path.Combine(root, conversation) : null;
}

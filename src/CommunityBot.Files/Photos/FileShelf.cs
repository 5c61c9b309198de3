using System.Buffers;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using CommunityBot.Files.Content;
using CommunityBot.Messages;
using CommunityBot.Photos;
using CommunityBot.Primitives;
using CommunityBot.Storage;

namespace CommunityBot.Files.Photos;

/// <summary>The bytes behind every source: files people sent ("stored:HASH", in the data folder), drawings and sounds of the content ("content:NAME").</summary>
internal sealed class FileShelf(string folder, DurableFile files, IPictures pictures, ContentSounds sounds) : IFileShelf, IKeptFiles
{
    private const string Stored = "stored:";
    private const string Content = "content:";
    private const string ThumbnailEnding = ".small";

    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdef");

    /// <summary>Hexadecimal digits of SHA-256.</summary>
    private const int HashLength = 64;

    private readonly ConcurrentDictionary<string, byte[]> smallDrawings = new(StringComparer.Ordinal);

    public string Keep(PreparedFile.Good file)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(file.Content.Span));
        var path = PathOf(hash);
        files.CreateFolder(Path.GetDirectoryName(path)!);

        if (file.Thumbnail is { } small && !File.Exists(path + ThumbnailEnding))
        {
            files.Write(path + ThumbnailEnding, small.Span);
        }

        if (!File.Exists(path))
        {
            files.Write(path, file.Content.Span);
        }

        return hash;
    }

    public void Remove(string hash)
    {
        foreach (var path in new[] { PathOf(hash), PathOf(hash) + ThumbnailEnding }.Where(File.Exists))
        {
            files.Delete(path);
        }
    }

    public async Task<ShelfFile?> FindAsync(string source, CancellationToken cancellationToken)
    {
        if (HashIn(source) is { } hash)
        {
            return await ReadAsync(PathOf(hash), hash, cancellationToken);
        }

        return source.StartsWith(Content, StringComparison.Ordinal) ? FindContent(source[Content.Length..]) : null;
    }

    public async Task<ShelfFile?> FindThumbnailAsync(string source, CancellationToken cancellationToken)
    {
        if (HashIn(source) is { } hash)
        {
            return await ReadAsync(PathOf(hash) + ThumbnailEnding, hash, cancellationToken);
        }

        if (!source.StartsWith(Content, StringComparison.Ordinal) || pictures.FindPng(source[Content.Length..]) is not { } drawing)
        {
            return null;
        }

        var small = smallDrawings.GetOrAdd(source, _ => PhotoStudio.Shrink(drawing.Span));
        return new ShelfFile(small, "image/jpeg", $"{source[Content.Length..]}.jpg");
    }

    private ShelfFile? FindContent(string name)
    {
        if (pictures.FindPng(name) is { } drawing)
        {
            return new ShelfFile(drawing, "image/png", $"{name}.png");
        }

        return sounds.Find(name) is { } sound ? new ShelfFile(sound, "audio/ogg", Path.GetFileName(name)) : null;
    }

    private static async Task<ShelfFile?> ReadAsync(string path, string hash, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        var content = await File.ReadAllBytesAsync(path, cancellationToken);
        var kind = FileSniffer.KindOf(content);
        return new ShelfFile(content, FileSniffer.MimeTypeOf(kind), $"{hash[..12]}.{FileSniffer.EndingOf(kind)}");
    }

    /// <summary>The hash in a source; anything else (a path, say) is no hash and finds nothing.</summary>
    private static string? HashIn(string source) =>
        source.StartsWith(Stored, StringComparison.Ordinal)
        && source.Length == Stored.Length + HashLength
        && !source.AsSpan(Stored.Length).ContainsAnyExcept(Hexadecimal)
            ? source[Stored.Length..]
            : null;

    private string PathOf(string hash) => Path.Combine(folder, hash[..2], hash);
}

using System.Security.Cryptography;
using CommunityBot.Messages;
using CommunityBot.Photos;
using CommunityBot.Storage;

namespace CommunityBot.TestKit.Talk;

/// <summary>Photos and other files in memory: everything is fit to keep, nothing is drawn anew.</summary>
public sealed class BenchFiles : IKeptFiles, IFileShelf, IPhotoStudio, IErasedPeople
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, PreparedFile.Good> files = new(StringComparer.Ordinal);
    private readonly List<(string Collection, string Id)> erased = [];

    /// <summary>Where the next pictures say they were taken.</summary>
    public Primitives.GeoPoint? TakenAt { get; set; }

    public int Count
    {
        get
        {
            lock (gate)
            {
                return files.Count;
            }
        }
    }

    /// <summary>What a restored backup would erase again.</summary>
    public IReadOnlyList<(string Collection, string Id)> Erased
    {
        get
        {
            lock (gate)
            {
                return [.. erased];
            }
        }
    }

    public string Keep(PreparedFile.Good file)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(file.Content.Span));

        lock (gate)
        {
            files[hash] = file;
        }

        return hash;
    }

    public void Remove(string hash)
    {
        lock (gate)
        {
            files.Remove(hash);
        }
    }

    public Task<ShelfFile?> FindAsync(string source, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            var hash = source.StartsWith("stored:", StringComparison.Ordinal) ? source["stored:".Length..] : "";
            return Task.FromResult(files.TryGetValue(hash, out var file) ? new ShelfFile(file.Content, file.MimeType, hash) : null);
        }
    }

    public Task<ShelfFile?> FindThumbnailAsync(string source, CancellationToken cancellationToken) => FindAsync(source, cancellationToken);

    public PreparedFile Prepare(ReadOnlyMemory<byte> content, FileKind claimed) => new PreparedFile.Good(
        content,
        claimed switch
        {
            FileKind.Photo or FileKind.ImageDocument => "image/jpeg",
            FileKind.Voice => "audio/ogg",
            FileKind.Document => "application/pdf",
        },
        null,
        TakenAt);

    public ReadOnlyMemory<byte>? FitInto(ReadOnlyMemory<byte> picture, int mostBytes) => picture.Length <= mostBytes ? picture : picture[..mostBytes];

    public Task MarkErasedAsync(string collection, string id, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            erased.Add((collection, id));
        }

        return Task.CompletedTask;
    }
}

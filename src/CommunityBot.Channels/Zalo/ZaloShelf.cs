using System.Collections.Concurrent;
using System.Net.Http.Headers;
using CommunityBot.Messages;
using CommunityBot.Photos;
using Microsoft.Extensions.Logging;

namespace CommunityBot.Channels.Zalo;

/// <summary>Uploads our pictures and papers and remembers what Zalo already has, so that its 5,000 uploads a month last.</summary>
internal sealed partial class ZaloShelf(IFileShelf shelf, IPhotoStudio studio, ZaloLine line, TimeProvider clock, ILogger<ZaloShelf> log)
{
    public const int MostPictureBytes = 1024 * 1024;

    private const int MostPaperBytes = 5 * 1024 * 1024;
    private const int MostRemembered = 5_000;

    /// <summary>Zalo forgets an upload after seven days.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(6);

    private static readonly Dictionary<string, string> Papers = new(StringComparer.OrdinalIgnoreCase)
    {
        ["application/pdf"] = ".pdf",
        ["application/msword"] = ".doc",
        ["application/vnd.openxmlformats-officedocument.wordprocessingml.document"] = ".docx",
        ["text/csv"] = ".csv",
    };

    private readonly ConcurrentDictionary<string, (string Id, DateTimeOffset Until)> known = new(StringComparer.Ordinal);

    /// <summary>The file as Zalo knows it, uploading it when it must; null when it is missing or nothing Zalo takes: the words go without it.</summary>
    public async Task<ZaloAsset?> FindAsync(OutgoingFile file, CancellationToken cancellationToken)
    {
        if (known.TryGetValue(file.Source, out var kept) && kept.Until > clock.GetUtcNow())
        {
            return new ZaloAsset(file.Source, kept.Id, null);
        }

        if (await shelf.FindAsync(file.Source, cancellationToken) is not { } found)
        {
            LogMissing(file.Source);
            return null;
        }

        return file.Kind is FileKind.Photo or FileKind.ImageDocument
            ? await UploadPictureAsync(file.Source, found, cancellationToken)
            : await UploadPaperAsync(file.Source, found, cancellationToken);
    }

    public void Forget(ZaloAsset asset) => known.TryRemove(asset.Source, out _);

    private async Task<ZaloAsset?> UploadPictureAsync(string source, ShelfFile found, CancellationToken cancellationToken)
    {
        var isReady = found.Content.Length <= MostPictureBytes && found.MimeType is "image/jpeg" or "image/png";
        var fitting = isReady ? found.Content : studio.FitInto(found.Content, MostPictureBytes);

        if (fitting is not { } content)
        {
            LogUnfit(source);
            return null;
        }

        var type = isReady ? found.MimeType : "image/jpeg";
        return await UploadAsync(source, "/v2.0/oa/upload/image", content, type, type == "image/png" ? "anh.png" : "anh.jpg", cancellationToken);
    }

    private async Task<ZaloAsset?> UploadPaperAsync(string source, ShelfFile found, CancellationToken cancellationToken)
    {
        if (!Papers.TryGetValue(found.MimeType, out var ending) || found.Content.Length > MostPaperBytes)
        {
            return null; // a voice note, for example: said in words instead
        }

        return await UploadAsync(source, "/v2.0/oa/upload/file", found.Content, found.MimeType, "tep" + ending, cancellationToken);
    }

    private async Task<ZaloAsset?> UploadAsync(string source, string path, ReadOnlyMemory<byte> content, string type, string name, CancellationToken cancellationToken)
    {
        var answer = await line.PostAsync(path, () => Form(content, type, name), cancellationToken);

        if (answer is ZaloAnswer.Done { Data: { } data } && (data.AttachmentId ?? data.Token) is { Length: > 0 } id)
        {
            if (known.Count >= MostRemembered)
            {
                known.Clear(); // everything is uploaded once more, no harm done
            }

            known[source] = (id, clock.GetUtcNow() + Remembered);
            return new ZaloAsset(source, id, null);
        }

        return new ZaloAsset(source, "", answer);
    }

    private static MultipartFormDataContent Form(ReadOnlyMemory<byte> content, string type, string name)
    {
        var part = new ReadOnlyMemoryContent(content);
        part.Headers.ContentType = new MediaTypeHeaderValue(type);
        return new MultipartFormDataContent { { part, "file", name } };
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A file to send is missing: {Source}; the message goes without it")]
    private partial void LogMissing(string source);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A picture does not fit into 1 MB: {Source}; the message goes without it")]
    private partial void LogUnfit(string source);
}

/// <summary>A file Zalo knows, or why it does not.</summary>
/// <param name="Source">Ours.</param>
/// <param name="Id">Zalo's.</param>
/// <param name="Trouble">What Zalo answered to the upload when that failed.</param>
internal sealed record ZaloAsset(string Source, string Id, ZaloAnswer? Trouble);

using CommunityBot.Channels.BotFramework.Wire;
using CommunityBot.Messages;
using CommunityBot.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace CommunityBot.Channels.BotFramework.Doors;

/// <summary>Takes photos, voice notes and documents: as a form with words, or as one bare file.</summary>
internal sealed class UploadDoor(ActivityDoor activities, ChatUploads uploads, IDocumentStore store, IOptions<DirectLineOptions> options, TimeProvider clock)
{
    private const long LargestBody = ChatUploads.MostFiles * (long)ChatUploads.LargestFile + BodyReader.LargestJson;
    private const string ActivityPart = "activity";

    private static readonly FormOptions Form = new()
    {
        MultipartBodyLengthLimit = ChatUploads.LargestFile,
        ValueCountLimit = 16,
        ValueLengthLimit = BodyReader.LargestJson,
        MultipartHeadersLengthLimit = 4096,
    };

    private readonly Allowance bytes = new(options.Value.UploadMegabytesPerHour * 1024L * 1024, TimeSpan.FromHours(1), clock);

    public async Task PostAsync(HttpContext context)
    {
        CrossSite.Allow(context);
        var (guest, refusal) = await activities.AdmitAsync(context);
        var (upload, bad) = guest is null ? (null, refusal) : await ReadAsync(context, guest);

        if (guest is null || upload is null)
        {
            await Answer.RefuseAsync(context, (bad ?? refusal)!);
            return;
        }

        var kept = upload.Files.Select(file => uploads.Keep(guest.Conversation.Id, file)).ToList();
        await activities.TakeAsync(context, guest, upload.Activity with { Attachments = [.. kept.Select(AttachmentOf)] }, kept);
    }

    private async Task<(Upload? Upload, Refusal? Refusal)> ReadAsync(HttpContext context, Guest guest)
    {
        // The last megabytes of the disk are for the tickets that are already there.
        if (!store.Health.AcceptsNewReports)
        {
            return (null, Refusal.Again);
        }

        BodyReader.Limit(context, LargestBody);

        try
        {
            var (upload, refusal) = context.Request.HasFormContentType ? await ReadFormAsync(context) : await ReadBareAsync(context);
            return upload is not null && !bytes.TryTake(guest.Conversation.Id, upload.Files.Sum(file => (long)file.Content.Length))
                ? (null, Refusal.TooFast)
                : (upload, refusal);
        }
        catch (BadHttpRequestException refused) when (refused.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return (null, Refusal.TooMuch);
        }
        catch (InvalidDataException refused) when (refused.Message.Contains("limit", StringComparison.OrdinalIgnoreCase))
        {
            return (null, Refusal.TooMuch);
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException)
        {
            return (null, Refusal.Bad("The form is broken"));
        }
    }

    private static async Task<(Upload? Upload, Refusal? Refusal)> ReadFormAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(Form, context.RequestAborted);
        var words = form.Files.GetFile(ActivityPart);
        var files = form.Files.Where(file => file != words).ToList();

        if (files.Count > ChatUploads.MostFiles || words?.Length > BodyReader.LargestJson)
        {
            return (null, Refusal.TooMuch);
        }

        var (activity, refusal) = words is null
            ? (JustFiles, null)
            : BodyReader.Parse(await BytesOfAsync(words, context.RequestAborted), WireJson.Default.Activity);

        if (activity is null)
        {
            return (null, refusal);
        }

        var sent = new List<SentFile>();

        foreach (var file in InOrderOf(activity.Attachments ?? [], files))
        {
            sent.Add(new SentFile(file.FileName, file.ContentType, await BytesOfAsync(file, context.RequestAborted)));
        }

        return sent.Count == 0 && words is null ? (null, Refusal.Bad("The form holds no file")) : (new Upload(activity, sent), null);
    }

    private static async Task<(Upload? Upload, Refusal? Refusal)> ReadBareAsync(HttpContext context)
    {
        if (await BodyReader.ReadAllAsync(context.Request.Body, ChatUploads.LargestFile, context.RequestAborted) is not { } content)
        {
            return (null, Refusal.TooMuch);
        }

        return content.Length == 0
            ? (null, Refusal.Bad("The file is empty"))
            : (new Upload(JustFiles, [new SentFile(NameIn(context.Request), context.Request.ContentType, content)]), null);
    }

    // The activity names its files in the order they are meant; equal names are taken one after the other.
    private static IEnumerable<IFormFile> InOrderOf(IReadOnlyList<Attachment> named, List<IFormFile> files)
    {
        var left = new List<IFormFile>(files);

        foreach (var name in named.Select(attachment => attachment.Name))
        {
            if (left.Find(file => file.FileName == name) is { } match)
            {
                left.Remove(match);
                yield return match;
            }
        }

        foreach (var file in left)
        {
            yield return file;
        }
    }

    private static Attachment AttachmentOf(IncomingFile kept) => new()
    {
        ContentType = kept.MimeType,
        ContentUrl = "upload:" + kept.StableId,
        ThumbnailUrl = kept.Kind is FileKind.Photo or FileKind.ImageDocument ? "upload:" + kept.StableId : null,
        Name = kept.Name,
    };

    private static string? NameIn(HttpRequest request) =>
        ContentDispositionHeaderValue.TryParse("attachment; " + request.Headers.ContentDisposition, out var disposition)
            ? HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).Value
            : null;

    private static async Task<byte[]> BytesOfAsync(IFormFile file, CancellationToken cancellationToken)
    {
        await using var body = file.OpenReadStream();
        var content = new byte[file.Length];
        await body.ReadExactlyAsync(content, cancellationToken);
        return content;
    }

    private static Activity JustFiles { get; } = new() { Type = "message", Text = "" };

    private sealed record Upload(Activity Activity, IReadOnlyList<SentFile> Files);
}

using CommunityBot.Messages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CommunityBot.Channels.BotFramework.Doors;

/// <summary>Shows a picture or plays a voice note to those who hold its private link.</summary>
internal sealed class FileDoor(PictureLinks links, ChatLog log, ChatUploads uploads, IFileShelf shelf)
{
    private const string UploadSource = "upload:";

    public async Task OpenAsync(HttpContext context)
    {
        var conversation = ConversationDoor.Of(context);
        var query = context.Request.Query;
        var source = links.SourceOf(conversation, (string)context.GetRouteValue("file")!, query["until"], query["s"]);

        if (source is null || await log.FindAsync(conversation, context.RequestAborted) is not { IsSignedOut: false }
            || await FindAsync(conversation, source, query.ContainsKey("small"), context.RequestAborted) is not { } file)
        {
            await Answer.RefuseAsync(context, Refusal.NoFile);
            return;
        }

        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        headers.CacheControl = "private, max-age=86400";
        var isShown = FileSigns.IsShown(file.MimeType);
        await Results
            .Bytes(file.Content, isShown ? file.MimeType : "application/octet-stream", isShown ? null : file.Name, enableRangeProcessing: true)
            .ExecuteAsync(context);
    }

    private async Task<ShelfFile?> FindAsync(string conversation, string source, bool isSmall, CancellationToken cancellationToken)
    {
        if (!source.StartsWith(UploadSource, StringComparison.Ordinal))
        {
            return (isSmall ? await shelf.FindThumbnailAsync(source, cancellationToken) : null) ?? await shelf.FindAsync(source, cancellationToken);
        }

        if (uploads.FindPath(conversation, source[UploadSource.Length..]) is not { } path)
        {
            return null;
        }

        var content = await File.ReadAllBytesAsync(path, cancellationToken);
        return new ShelfFile(content, FileSigns.MimeTypeOf(content, "audio/"), "tep-da-gui");
    }
}

using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace CommunityBot.TestKit.Telegram;

/// <summary>The files that lie at the fake Bot API: what villagers sent and what the bot uploaded.</summary>
public sealed class TelegramFiles
{
    private readonly ConcurrentDictionary<string, byte[]> byId = new();
    private int count;

    /// <summary>Bytes sent before the line of a download breaks; null = whole files.</summary>
    public int? CutsDownloadAfter { get; set; }

    /// <summary>Lays a file down and names its id.</summary>
    public string Put(byte[] content)
    {
        var id = "AgACfake" + Interlocked.Increment(ref count).ToString("d6", CultureInfo.InvariantCulture);
        byId[id] = content;
        return id;
    }

    public byte[]? Find(string fileId) => byId.GetValueOrDefault(fileId);

    /// <summary>The file is lost at Telegram's side.</summary>
    public void Lose(string fileId) => byId.TryRemove(fileId, out _);

    internal async Task DownloadAsync(HttpContext context, string token)
    {
        var path = context.Request.Path.Value!;
        var name = path[(path.LastIndexOf('/') + 1)..];

        if (!path.StartsWith($"/file/bot{token}/", StringComparison.Ordinal) || Find(Path.GetFileNameWithoutExtension(name)) is not { } content)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.ContentType = "application/octet-stream";
        context.Response.ContentLength = content.Length;
        var sent = Math.Min(content.Length, CutsDownloadAfter ?? int.MaxValue);
        await context.Response.Body.WriteAsync(content.AsMemory(0, sent), context.RequestAborted);

        if (sent < content.Length)
        {
            await context.Response.Body.FlushAsync(context.RequestAborted);
            context.Abort();
        }
    }
}

using System.Text.Json;
using CommunityBot.Channels.Zalo.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace CommunityBot.Channels.Zalo;

/// <summary>Where Zalo calls: only what Zalo signed is heard, and 200 is said only after the commit, within two seconds.</summary>
internal sealed partial class ZaloWebhook(ZaloDoor door, ZaloSignature signature, ILogger<ZaloWebhook> log)
{
    public const string Address = "/channels/zalo/webhook";

    private const string SignatureHeader = "X-ZEvent-Signature";

    /// <summary>Zalo's events stay far below; anything larger is set aside unread.</summary>
    private const int LargestEvent = 256 * 1024;

    private string? fitting;

    public static void Map(IEndpointRouteBuilder routes, ZaloWebhook webhook) =>
        routes.MapPost(Address, (RequestDelegate)webhook.HearAsync).AllowAnonymous();

    public async Task HearAsync(HttpContext context)
    {
        if (await ReadAsync(context.Request) is not { } body)
        {
            LogTooLarge();
            return;
        }

        if (Parse(body) is not { EventName: not null } heard)
        {
            ZaloDoor.Ignore(); // a probe of the console, or nothing anybody could read
            return;
        }

        if (signature.Verify(body, heard, context.Request.Headers[SignatureHeader]) is not { } term)
        {
            LogStranger();
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        Note(term);

        // The turn outlives a broken line: what was heard is committed, and the repeated delivery finds its mark.
        if (!await door.HandleAsync(heard))
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
    }

    private static ZaloEvent? Parse(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, ZaloJson.Default.ZaloEvent);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static async Task<byte[]?> ReadAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        var chunk = new byte[8 * 1024];

        while (await request.Body.ReadAsync(chunk, request.HttpContext.RequestAborted) is var read and > 0)
        {
            if (body.Length + read > LargestEvent)
            {
                return null;
            }

            body.Write(chunk, 0, read);
        }

        return body.ToArray();
    }

    /// <summary>Tells the operator once which of the two terms Zalo really uses.</summary>
    private void Note(string term)
    {
        if (Interlocked.Exchange(ref fitting, term) != term)
        {
            LogFits(term);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "An event larger than Zalo ever sends was set aside")]
    private partial void LogTooLarge();

    [LoggerMessage(Level = LogLevel.Warning, Message = "A call to Zalo's webhook bore no valid signature. If all of them do, check Zalo:OaSecretKey and Zalo:SignatureFirstTerm")]
    private partial void LogStranger();

    [LoggerMessage(Level = LogLevel.Information, Message = "Zalo signs with {Term} first")]
    private partial void LogFits(string term);
}

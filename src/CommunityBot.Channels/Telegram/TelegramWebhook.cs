using System.Buffers;
using System.IO.Pipelines;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CommunityBot.Channels.Telegram;

/// <summary>Where Telegram calls: only who knows the secret is heard, and 200 is said only after the commit.</summary>
internal sealed partial class TelegramWebhook
{
    public const string Address = "/channels/telegram/webhook";

    private const string SecretHeader = "X-Telegram-Bot-Api-Secret-Token";

    /// <summary>Telegram's own updates stay far below; anything larger is set aside unread.</summary>
    private const int LargestUpdate = 256 * 1024;

    private readonly TelegramDoor door;
    private readonly ILogger<TelegramWebhook> log;
    private readonly byte[] secretHash;

    public TelegramWebhook(TelegramDoor door, IOptions<TelegramOptions> options, ILogger<TelegramWebhook> log)
    {
        this.door = door;
        this.log = log;
        secretHash = SHA256.HashData(Encoding.UTF8.GetBytes(options.Value.WebhookSecret!));
    }

    public static void Map(IEndpointRouteBuilder routes, TelegramWebhook webhook) =>
        routes.MapPost(Address, (RequestDelegate)webhook.HearAsync).AllowAnonymous();

    public async Task HearAsync(HttpContext context)
    {
        if (!KnowsSecret(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        var heard = await ReadAsync(context);

        // The turn outlives a broken line: what was heard is committed, and the repeated delivery finds its mark.
        if (heard is not null && !await door.HandleAsync(heard, CancellationToken.None))
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
    }

    private async Task<TelegramDoor.Heard?> ReadAsync(HttpContext context)
    {
        var reader = context.Request.BodyReader;

        while (true)
        {
            var read = await reader.ReadAsync(context.RequestAborted);

            if (read.Buffer.Length > LargestUpdate)
            {
                LogTooLarge();
                reader.AdvanceTo(read.Buffer.End);
                return null;
            }

            if (read.IsCompleted)
            {
                var heard = Read(read.Buffer);
                reader.AdvanceTo(read.Buffer.End);
                return heard;
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private TelegramDoor.Heard? Read(ReadOnlySequence<byte> body) =>
        door.Read(body.IsSingleSegment ? body.FirstSpan : body.ToArray());

    /// <summary>Compares hashes in constant time, so that neither length nor prefix of the secret can be felt out.</summary>
    private bool KnowsSecret(HttpRequest request)
    {
        if (request.Headers[SecretHeader] is not { Count: 1 } shown || shown[0] is not { Length: > 0 and <= 256 } text)
        {
            return false;
        }

        Span<byte> bytes = stackalloc byte[Encoding.UTF8.GetMaxByteCount(256)];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes[..Encoding.UTF8.GetBytes(text, bytes)], hash);
        return CryptographicOperations.FixedTimeEquals(hash, secretHash);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "An update larger than Telegram ever sends was set aside")]
    private partial void LogTooLarge();
}

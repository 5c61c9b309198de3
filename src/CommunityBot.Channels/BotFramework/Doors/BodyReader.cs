using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace CommunityBot.Channels.BotFramework.Doors;

/// <summary>Reads what a browser sends, never more than it may.</summary>
internal static class BodyReader
{
    public const int LargestJson = 256 * 1024;

    /// <summary>The body as JSON; an empty one is the empty object.</summary>
    public static async Task<(T? Body, Refusal? Refusal)> ReadJsonAsync<T>(HttpContext context, JsonTypeInfo<T> json)
        where T : class
    {
        try
        {
            Limit(context, LargestJson);
            var bytes = await ReadAllAsync(context.Request.Body, LargestJson, context.RequestAborted);
            return bytes is null ? (null, Refusal.TooMuch) : Parse(bytes, json);
        }
        catch (BadHttpRequestException refused)
        {
            return (null, refused.StatusCode == StatusCodes.Status413PayloadTooLarge ? Refusal.TooMuch : Refusal.Bad("The body broke off"));
        }
    }

    public static (T? Body, Refusal? Refusal) Parse<T>(ReadOnlyMemory<byte> bytes, JsonTypeInfo<T> json)
        where T : class
    {
        // A raw element keeps broken letters and fails only when somebody reads it.
        if (!Utf8.IsValid(bytes.Span))
        {
            return (null, Refusal.Bad("The body is not UTF-8"));
        }

        try
        {
            var body = JsonSerializer.Deserialize(bytes.IsEmpty ? "{}"u8 : bytes.Span, json);

            if (body is null)
            {
                return (null, Refusal.Bad("The body is not an object"));
            }

            // Half a character (a lone surrogate) passes the parser and would fail later, when it is written down.
            JsonSerializer.SerializeToUtf8Bytes(body, json);
            return (body, null);
        }
        catch (Exception bad) when (bad is JsonException or InvalidOperationException or ArgumentException)
        {
            return (null, Refusal.Bad("The body is not the JSON that is expected here"));
        }
    }

    public static void Limit(HttpContext context, long bytes)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = bytes;
        }
    }

    /// <summary>All bytes of a stream, or null when there are more than allowed.</summary>
    public static async Task<byte[]?> ReadAllAsync(Stream body, int limit, CancellationToken cancellationToken)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;

        while ((read = await body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (kept.Length + read > limit)
            {
                return null;
            }

            kept.Write(buffer, 0, read);
        }

        return kept.ToArray();
    }
}

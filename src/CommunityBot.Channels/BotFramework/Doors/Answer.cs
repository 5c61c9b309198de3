using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CommunityBot.Channels.BotFramework.Wire;
using Microsoft.AspNetCore.Http;

namespace CommunityBot.Channels.BotFramework.Doors;

/// <summary>A call that is not done, in the words the protocol's clients understand: they only act on the status.</summary>
internal sealed record Refusal(int Status, string Code, string Message)
{
    public static Refusal NoToken { get; } = new(401, "Unauthorized", "Missing or malformed Authorization header");

    // 403 is the only status that makes clients fetch a new token; a 401 lets a polling one fall silent.
    public static Refusal Expired { get; } = new(403, "TokenExpired", "Token has expired");

    public static Refusal OtherConversation { get; } = new(403, "Forbidden", "The token is for another conversation");

    public static Refusal SignedOut { get; } = new(403, "TokenExpired", "The conversation was signed out");

    public static Refusal OtherSite { get; } = new(403, "Forbidden", "Pages of this site may not use the chat");

    public static Refusal NoConversation { get; } = new(404, "NotFound", "Conversation not found");

    public static Refusal NoFile { get; } = new(404, "NotFound", "File not found");

    public static Refusal TooMuch { get; } = new(413, "MessageSizeTooBig", "The request is too big");

    public static Refusal TooFast { get; } = new(429, "TooManyRequests", "Slow down");

    public static Refusal BotFailed { get; } = new(502, "BotRejectedActivity", "Failed to send activity: bot returned an error");

    public static Refusal Again { get; } = new(503, "ServiceError", "Nothing can be written down now; send it again");

    public static Refusal Bad(string message) => new(400, "BadArgument", message);
}

/// <summary>Writes answers.</summary>
internal static class Answer
{
    private const int SecondsToWait = 2;

    public static Task WithAsync<T>(HttpContext context, int status, T body, JsonTypeInfo<T> json)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        return JsonSerializer.SerializeAsync(context.Response.Body, body, json, context.RequestAborted);
    }

    public static Task RefuseAsync(HttpContext context, Refusal refusal)
    {
        if (refusal.Status is 429 or 502 or 503)
        {
            context.Response.Headers.RetryAfter = SecondsToWait.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return WithAsync(context, refusal.Status, new ErrorResponse(new ErrorBody(refusal.Code, refusal.Message)), WireJson.Readable.ErrorResponse);
    }
}

using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace CommunityBot.TestKit.Zalo;

/// <summary>One request the bot made.</summary>
public sealed record ZaloCall(string Path, string? AccessToken, string? SecretKey, string? ContentType, byte[] Body)
{
    /// <summary>The body as JSON, or null.</summary>
    public JsonObject? Json => ContentType?.StartsWith("application/json", StringComparison.Ordinal) is true ? JsonNode.Parse(Body)!.AsObject() : null;

    public string? Text => Json?["message"]?["text"]?.GetValue<string>();

    public string? User => Json?["recipient"]?["user_id"]?.GetValue<string>();

    /// <summary>A field of a form.</summary>
    public string? Form(string name) =>
        QueryHelpers.ParseQuery(System.Text.Encoding.UTF8.GetString(Body)).TryGetValue(name, out var value) ? value.ToString() : null;

    internal static async Task<ZaloCall> ReadAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        return new ZaloCall(
            context.Request.Path.Value!,
            context.Request.Headers["access_token"],
            context.Request.Headers["secret_key"],
            context.Request.ContentType,
            body.ToArray());
    }
}

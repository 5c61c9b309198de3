using Microsoft.AspNetCore.Http;

namespace CommunityBot.Channels.BotFramework.Doors;

/// <summary>Lets pages of other sites ask: the answer to the question itself gives nothing away, the token decides later.</summary>
internal static class CrossSite
{
    public static Task PreflightAsync(HttpContext context)
    {
        var answer = context.Response.Headers;
        Allow(context);
        answer.AccessControlAllowMethods = "GET, POST, OPTIONS";
        answer.AccessControlAllowHeaders = "authorization, content-type, x-ms-bot-agent, x-requested-with";
        answer.AccessControlMaxAge = "600";
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    /// <summary>No cookies are ever allowed along: only the bearer's token counts, so any origin may read its own refusal.</summary>
    public static void Allow(HttpContext context)
    {
        if (context.Request.Headers.Origin.ToString() is { Length: > 0 } origin)
        {
            context.Response.Headers.AccessControlAllowOrigin = origin;
            context.Response.Headers.Vary = "Origin";
        }
    }
}

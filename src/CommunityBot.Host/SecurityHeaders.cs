namespace CommunityBot.Host;

/// <summary>Tells every browser to run nothing but what this host serves, whatever a villager typed.</summary>
internal static class SecurityHeaders
{
    public const string Policy =
        "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "geolocation=(self), microphone=(self), camera=(self)";
        return next(context);
    });
}

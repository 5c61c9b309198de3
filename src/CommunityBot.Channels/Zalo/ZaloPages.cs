using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CommunityBot.Channels.Zalo;

/// <summary>Two small pages for the operator's browser and Zalo's check: where a consent comes back, and the proof that the domain is ours.</summary>
internal static class ZaloPages
{
    private const string Html = "text/html; charset=utf-8";

    /// <summary>A real first page stands before ours.</summary>
    private const int AfterEverybody = 1;

    public static void MapCallback(IEndpointRouteBuilder routes, ZaloConsents consents) =>
        routes.MapGet(ZaloConsents.CallbackAddress, async (string? state, string? code, string? oa_id, CancellationToken cancellationToken) =>
            await consents.FinishAsync(state, code, oa_id, cancellationToken)
                ? Page("Zalo đã kết nối. Có thể đóng trang này.", StatusCodes.Status200OK)
                : Page("Liên kết này không đúng hoặc đã cũ. Hãy chạy lại lệnh: zalo connect", StatusCodes.Status400BadRequest)).AllowAnonymous();

    public static void MapProof(IEndpointRouteBuilder routes, string proof) =>
        routes.MapGet("/", () => Page("CommunityBot", StatusCodes.Status200OK, $"<meta name=\"zalo-platform-site-verification\" content=\"{WebUtility.HtmlEncode(proof)}\">"))
            .AllowAnonymous().WithOrder(AfterEverybody);

    private static IResult Page(string sentence, int status, string head = "") => Results.Content(
        $"<!doctype html><html lang=\"vi\"><head><meta charset=\"utf-8\"><title>CommunityBot</title>{head}</head><body><p>{WebUtility.HtmlEncode(sentence)}</p></body></html>",
        Html,
        statusCode: status);
}

using CommunityBot.Storage;
using Microsoft.AspNetCore.Diagnostics;

namespace CommunityBot.Host;

/// <summary>When a page or door stumbles, the caller hears one plain sentence and nothing of the inside; a store that cannot commit asks to come back.</summary>
internal static class ErrorAnswers
{
    private const string ComeBack = "Hệ thống đang bận, xin thử lại sau ít phút.";
    private const string WrongRequest = "Yêu cầu này không đọc được.";
    private const string OurFault = "Có lỗi phía hệ thống, đã được ghi lại. Xin thử lại sau.";

    public static void UseErrorAnswers(this IApplicationBuilder app) => app.UseExceptionHandler(new ExceptionHandlerOptions
    {
        StatusCodeSelector = StatusOf,
        SuppressDiagnosticsCallback = stumble => StatusOf(stumble.Exception) < StatusCodes.Status500InternalServerError,
        ExceptionHandler = AnswerAsync,
    });

    private static int StatusOf(Exception exception) => exception switch
    {
        StoreUnavailableException => StatusCodes.Status503ServiceUnavailable,
        BadHttpRequestException refused => refused.StatusCode,
        _ => StatusCodes.Status500InternalServerError,
    };

    private static Task AnswerAsync(HttpContext context)
    {
        var status = context.Response.StatusCode;
        context.Response.ContentType = "text/plain; charset=utf-8";

        if (status == StatusCodes.Status503ServiceUnavailable)
        {
            context.Response.Headers.RetryAfter = "5";
        }

        return context.Response.WriteAsync(status switch
        {
            StatusCodes.Status503ServiceUnavailable => ComeBack,
            < StatusCodes.Status500InternalServerError => WrongRequest,
            _ => OurFault,
        });
    }
}

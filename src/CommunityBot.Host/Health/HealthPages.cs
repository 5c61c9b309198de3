using System.Text.Json.Serialization;
using CommunityBot.Messages;
using CommunityBot.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CommunityBot.Host.Health;

/// <summary>Two addresses for whoever watches the bot: is it alive, can it take a report.</summary>
internal static class HealthPages
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => TypedResults.Text("ok"));
        routes.MapGet("/health/ready", Ready);
    }

    private static JsonHttpResult<HealthReport> Ready(IDocumentStore store, IEnumerable<IChannel> channels)
    {
        var report = HealthReport.Of(store, channels);
        var code = report.CanCommit ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        return TypedResults.Json(report, HealthJson.Default.HealthReport, statusCode: code);
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(HealthReport))]
internal sealed partial class HealthJson : JsonSerializerContext;

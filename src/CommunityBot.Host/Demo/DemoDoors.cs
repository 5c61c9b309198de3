using System.Globalization;
using CommunityBot.Host.Demo.Seed;
using CommunityBot.Primitives;
using CommunityBot.Scheduling;
using Microsoft.AspNetCore.Antiforgery;

namespace CommunityBot.Host.Demo;

/// <summary>What the demo's page asks of the host: winding the clock, what time it is, which jobs ran, a picture to send.</summary>
internal static class DemoDoors
{
    public const string ClockPath = "/demo/clock";
    public const string NowPath = "/demo/now";
    public const string PicturePath = "/demo/pictures/{name}";

    private const int RunsShown = 12;

    /// <summary>Winds the clock and does at once what has come due, in the order in which the jobs are declared.</summary>
    public static async Task<IResult> WindAsync(HttpContext context, IAntiforgery antiforgery, DemoClock clock, JobRegistry jobs, IHostApplicationLifetime life)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return Results.BadRequest();
        }

        switch ((await context.Request.ReadFormAsync(context.RequestAborted))["by"])
        {
            case "hour":
                clock.Wind(TimeSpan.FromHours(1));
                break;
            case "day":
                clock.Wind(TimeSpan.FromDays(1));
                break;
            case "daylight":
                clock.WindToDaylight();
                break;
            default:
                return Results.BadRequest();
        }

        await jobs.RunAllAsync(life.ApplicationStopping);
        return Results.Redirect("/");
    }

    public static IResult Now(HttpContext context, DemoClock clock, JobRegistry jobs)
    {
        context.Response.Headers.CacheControl = "no-store";
        var runs = jobs.RecentRuns.Where(run => run.Summary is not { Done: 0, Failed: 0 } || run.Error is not null).TakeLast(RunsShown).Select(run => new DemoRun(
            $"{run.Job} {run.StartedAt.UtcTicks.ToString(CultureInfo.InvariantCulture)}",
            DemoJobWords.Of(run),
            VietnamTime.MomentWords(run.StartedAt),
            run.Error is not null));
        var running = jobs.Standings.Where(standing => standing.IsRunning).Select(standing => DemoJobWords.NameOf(standing.Job));
        return Results.Json(new DemoNow(ClockWords(clock.GetUtcNow()), clock.IsNight, [.. running], [.. runs]));
    }

    public static async Task<IResult> Picture(string name, CancellationToken cancellationToken) =>
        SeedFiles.IsPicture(name) ? Results.Bytes(await SeedFiles.ReadAsync(name, cancellationToken), "image/png") : Results.NotFound();

    private static string ClockWords(DateTimeOffset now) =>
        $"{now.InVietnam().ToString("HH:mm", CultureInfo.InvariantCulture)} · {VietnamTime.DayWords(now.VietnamDay())}";
}

/// <summary>The demo at this moment.</summary>
/// <param name="Clock">"08:31 · thứ Hai 23/11".</param>
/// <param name="IsNight">True when news would wait for the morning.</param>
/// <param name="Running">Jobs that run right now.</param>
/// <param name="Runs">The last that did something, oldest first.</param>
internal sealed record DemoNow(string Clock, bool IsNight, IReadOnlyList<string> Running, IReadOnlyList<DemoRun> Runs);

/// <summary>One job that ran, for the strip.</summary>
internal sealed record DemoRun(string Key, string Words, string At, bool HasFailed);

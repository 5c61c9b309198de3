using CommunityBot.Host.Settings;
using CommunityBot.Scheduling;
using Hangfire;
using Hangfire.InMemory;

namespace CommunityBot.Host.Jobs;

/// <summary>Hangfire, and nothing outside this folder knows it.</summary>
internal static class JobServices
{
    /// <summary>The dashboard brings its own inline styles and scripts.</summary>
    private const string DashboardPolicy =
        "default-src 'self'; style-src 'self' 'unsafe-inline'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; img-src 'self' data:; font-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    public static IServiceCollection AddHangfireClock(this IServiceCollection services)
    {
        // A storage of this host's own: Hangfire's default one is shared by all hosts of a process.
        services.AddSingleton<JobStorage>(_ => new InMemoryStorage(new InMemoryStorageOptions { MaxExpirationTime = TimeSpan.FromMinutes(10) }));
        services.AddHangfire(_ => { });
        services.AddSingleton<JobBell>();
        services.AddSingleton<IJobBell>(provider => provider.GetRequiredService<JobBell>());
        services.AddSingleton<HangfireBridge>();
        services.AddHostedService<JobTimetable>();

        return services.AddHangfireServer(server =>
        {
            server.WorkerCount = 8;
            server.SchedulePollingInterval = TimeSpan.FromSeconds(1);
            server.StopTimeout = TimeSpan.FromSeconds(5);
            server.ShutdownTimeout = TimeSpan.FromSeconds(10);
        });
    }

    /// <summary>In the demo the engine may be looked at; in production there is nobody yet who could sign in to it.</summary>
    public static void MapHangfirePage(this WebApplication app, HostMode mode)
    {
        if (mode == HostMode.Serve)
        {
            return;
        }

        app.UseWhen(context => context.Request.Path.StartsWithSegments("/hangfire", StringComparison.Ordinal), branch => branch.Use((context, next) =>
        {
            context.Response.Headers.ContentSecurityPolicy = DashboardPolicy;
            return next(context);
        }));
        app.MapHangfireDashboard("/hangfire", new DashboardOptions { IsReadOnlyFunc = _ => true, AppPath = "/", DisplayStorageConnectionString = false, DashboardTitle = "Bản thử · Hangfire" });
    }
}

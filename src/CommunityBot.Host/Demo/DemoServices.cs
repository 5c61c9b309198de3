using CommunityBot.Communes;
using CommunityBot.Host.Demo.Seed;
using CommunityBot.Messages;
using CommunityBot.Storage;

namespace CommunityBot.Host.Demo;

/// <summary>What only the demo has: a clock to wind, a seeded province, a page with two phones. Everything else is the real bot.</summary>
internal static class DemoServices
{
    /// <summary>Comes after the features, so that its clock and contact book are the ones that count, and before the clock's jobs are declared.</summary>
    public static IServiceCollection AddDemo(this IServiceCollection services, string dataFolder)
    {
        services.AddSingleton(provider => new DemoClock(dataFolder, provider.GetRequiredService<DurableFile>(), TimeProvider.System));
        services.AddSingleton<TimeProvider>(provider => provider.GetRequiredService<DemoClock>());
        services.AddSingleton(provider => DemoContacts.For(provider.GetRequiredService<CommuneDirectory>()));
        services.AddSingleton<IChannel, DemoPhones>();
        services.AddSingleton<IFixedSeats, DemoSeats>();
        services.AddKind(SeedMark.Kind);
        services.AddSingleton<SeedProvince>();
        return services.AddHostedService<OpenDemo>();
    }

    public static void MapDemo(this WebApplication app)
    {
        app.MapPost(DemoDoors.ClockPath, DemoDoors.WindAsync);
        app.MapGet(DemoDoors.NowPath, DemoDoors.Now);
        app.MapGet(DemoDoors.PicturePath, DemoDoors.Picture);
    }
}

using CommunityBot.Channels;
using CommunityBot.Files;
using CommunityBot.Files.Communes;
using CommunityBot.Files.Photos;
using CommunityBot.Host.Commands;
using CommunityBot.Host.Control;
using CommunityBot.Host.Demo;
using CommunityBot.Host.Health;
using CommunityBot.Host.Jobs;
using CommunityBot.Host.Logging;
using CommunityBot.Host.Settings;
using CommunityBot.Photos;
using CommunityBot.Scheduling;
using CommunityBot.Storage.LiteDb;
using CommunityBot.Web;

namespace CommunityBot.Host;

/// <summary>The table of contents: what this host is made of, in the order it is put together.</summary>
internal static class Program
{
    public static Task<int> Main(string[] arguments) => CommandLine.RunAsync(arguments, Console.In, Console.Out, Console.Error);

    /// <summary>Puts the whole host together and checks its settings; nothing runs yet.</summary>
    /// <param name="start">Production or demo, and the settings of the command line.</param>
    /// <param name="adjust">A test's clock, messenger address or store.</param>
    /// <exception cref="SettingsException">When settings are wrong: all of them.</exception>
    public static WebApplication Build(HostStart start, Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "CommunityBot.Host", ContentRootPath = AppContext.BaseDirectory });
        SettingsSources.AddTo(builder.Configuration, start);
        builder.WebHost.UseBotServer(builder.Configuration);
        AddFeatures(builder.Services, builder.Configuration, start);
        adjust?.Invoke(builder);

        SettingsCheck.Run(builder, start);
        var app = builder.Build();

        if (!start.IsQuiet)
        {
            MapPages(app, start);
        }

        return app;
    }

    private static void AddFeatures(IServiceCollection services, ConfigurationManager configuration, HostStart start)
    {
        var folders = BotFolders.In(configuration, start);
        services.AddHostSettings();
        services.AddBotLogging(start);
        services.AddKeyRing(folders.Data);
        services.AddHostedService<MetricsPort>();

        // What the bot remembers, teaches and knows.
        services.AddLiteDbStore();
        services.AddKind(SnapshotNight.Kind);
        services.AddScheduledJob<TakeNightlySnapshot>();
        services.AddContentFiles(folders.Content);
        services.AddLearntUnderstanding(folders.Model);
        services.AddHostedService<LearnAtStart>();
        services.AddCommuneFiles(folders.Content, folders.Data);
        services.AddPhotoFiles();

        // What it does.
        services.AddHeart();
        services.AddPhotos();

        // Whom it talks to.
        services.AddChannels(configuration);
        services.AddWeb(start.Mode == HostMode.Demo);

        // What there is to look at without a single villager.
        if (start.Mode == HostMode.Demo)
        {
            services.AddDemo(folders.Data);
        }

        // What rings and whom it answers while it runs.
        services.AddHangfireClock();
        services.AddOperatorControl();
    }

    private static void MapPages(WebApplication app, HostStart start)
    {
        app.UseTrustedProxies();
        app.UseErrorAnswers();
        app.UseSecurityHeaders();
        app.MapHealth();
        app.MapChannels();
        app.MapWeb();
        app.MapHangfirePage(start.Mode);

        if (start.Mode == HostMode.Demo)
        {
            app.MapDemo();
        }
    }
}

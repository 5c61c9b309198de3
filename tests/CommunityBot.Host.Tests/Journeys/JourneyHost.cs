using System.Net;
using System.Net.Sockets;
using CommunityBot.Desks;
using CommunityBot.Host.Settings;
using CommunityBot.Messages;
using CommunityBot.Primitives;
using CommunityBot.Scheduling;
using CommunityBot.TestKit;
using CommunityBot.TestKit.Talk;
using CommunityBot.TestKit.Telegram;
using CommunityBot.TestKit.Zalo;
using CommunityBot.Understanding;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;

namespace CommunityBot.Host.Tests.Journeys;

/// <summary>The whole production host on a store of its own, a clock the journey moves, and a Bot API server on this machine.</summary>
internal sealed class JourneyHost : IAsyncDisposable
{
    private const string Secret = "journey-secret-0123456789";

    /// <summary>Jobs look at least this often, so time passes in steps of it.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(5);

    /// <summary>What is sent again after seconds needs a closer look.</summary>
    private static readonly TimeSpan SmallStep = TimeSpan.FromSeconds(5);

    private readonly string folder = Directory.CreateTempSubdirectory("communitybot-journey-").FullName;
    private readonly int port = FreePort();
    private readonly Action<IServiceCollection>? adjust;
    private readonly JourneyBell bell = new();
    private WebApplication? app;

    private JourneyHost(FakeTelegram telegram, FakeZalo? zalo, Action<IServiceCollection>? adjust)
    {
        Telegram = telegram;
        Zalo = zalo;
        this.adjust = adjust;
    }

    public FakeTelegram Telegram { get; }

    /// <summary>Set when the villagers of this journey use Zalo.</summary>
    public FakeZalo? Zalo { get; }

    /// <summary>False: the Zalo of this journey takes no buttons.</summary>
    public bool ZaloHasButtons { get; private init; } = true;

    /// <summary>A Monday morning in Vietnam, 23/11/2026 08:00.</summary>
    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 1, 0, 0, TimeSpan.Zero));

    public Uri Address => new($"http://127.0.0.1:{port}");

    public IServiceProvider Services => app?.Services ?? throw new InvalidOperationException("The host is down.");

    public static async Task<JourneyHost> StartAsync(Action<IServiceCollection>? adjust = null)
    {
        var host = new JourneyHost(await FakeTelegram.StartAsync(), null, adjust);
        await host.UpAsync();
        return host;
    }

    /// <summary>The same host with an Official Account: who is not in a group uses Zalo.</summary>
    public static async Task<JourneyHost> StartOnZaloAsync(bool hasButtons, Action<IServiceCollection>? adjust = null)
    {
        var host = new JourneyHost(await FakeTelegram.StartAsync(), await FakeZalo.StartAsync(), adjust) { ZaloHasButtons = hasButtons };
        await host.UpAsync();
        host.Zalo!.Clock = host.Clock; // given above
        host.Zalo.Delivery.WebhookUrl = new Uri(host.Address, "channels/zalo/webhook");
        await host.Services.GetRequiredService<IChannelConsent>().TakeAsync(FakeZalo.FirstRefreshToken, CancellationToken.None);
        return host;
    }

    /// <summary>Stops the host as an operator does and starts it again on the same folder.</summary>
    public async Task RestartAsync()
    {
        await DownAsync();
        await UpAsync();
    }

    /// <summary>Runs what was rung and sends what was said until nothing more happens.</summary>
    public async Task SettleAsync()
    {
        var sender = Services.GetRequiredService<OutboxSender>();
        var registry = Services.GetRequiredService<JobRegistry>();
        await sender.FlushAsync();

        while (bell.TryTake(out var job))
        {
            await registry.RunAsync(job, CancellationToken.None);
            await sender.FlushAsync();
        }
    }

    /// <summary>Lets time pass: every job looks as often as it would.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        var registry = Services.GetRequiredService<JobRegistry>();

        var step = time > Step ? Step : SmallStep;

        for (var left = time; left > TimeSpan.Zero; left -= step)
        {
            Clock.Advance(left < step ? left : step);
            await SettleAsync();
            await registry.RunAllAsync(CancellationToken.None);
            await SettleAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await DownAsync();
        await Telegram.DisposeAsync();

        if (Zalo is { } zalo)
        {
            await zalo.DisposeAsync();
        }

        Directory.Delete(folder, recursive: true);
    }

    private async Task UpAsync()
    {
        string[] settings =
        [
            $"--urls=http://127.0.0.1:{port}",
            $"--Storage:Path={folder}",
            $"--Telegram:Token={FakeTelegram.DemoToken}",
            $"--Telegram:BaseUrl={Telegram.BaseUrl}",
            "--Telegram:Mode=Webhook",
            $"--Telegram:WebhookUrl={Address}channels/telegram/webhook",
            $"--Telegram:WebhookSecret={Secret}",
            "--Telegram:MessagesPerSecond=0",
            "--Telegram:PerChatPerSecond=0",
            "--Telegram:PerGroupPerMinute=0",
            "--Metrics:Port=0",
            TestModel.Setting,
            .. Zalo is null ? [] : Zalo.Settings,
            .. ZaloHasButtons ? Array.Empty<string>() : ["--Zalo:Buttons=false"],
        ];
        app = Program.Build(new HostStart(HostMode.Serve, settings) { EnvironmentNames = [], CurrentFolder = folder }, builder =>
        {
            builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            builder.Services.Replace(ServiceDescriptor.Singleton<IChance>(new SeededChance()));
            builder.Services.Replace(ServiceDescriptor.Singleton<IJobBell>(bell));
            adjust?.Invoke(builder.Services);
        });
        app.Services.GetRequiredService<LearnToUnderstand>().RecallOrLearn(); // a journey must not depend on how fast this machine learns
        await app.StartAsync();
        await Telegram.WaitUntilAsync(() => Telegram.Delivery.WebhookUrl is not null);
        await SettleAsync();
    }

    private async Task DownAsync()
    {
        if (app is { } running)
        {
            app = null;
            await running.StopAsync();
            await running.DisposeAsync();
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

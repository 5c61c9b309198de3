using System.Collections.Concurrent;
using CommunityBot.Channels.Zalo;
using CommunityBot.Conversations;
using CommunityBot.Messages;
using CommunityBot.Photos;
using CommunityBot.Phrases;
using CommunityBot.Primitives;
using CommunityBot.Scheduling;
using CommunityBot.Settings;
using CommunityBot.Storage;
using CommunityBot.TestKit;
using CommunityBot.TestKit.Storage;
using CommunityBot.TestKit.Talk;
using CommunityBot.TestKit.Zalo;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace CommunityBot.Channels.Tests.Zalo;

/// <summary>The Zalo channel with a fake Zalo on one side and a recording heart on the other.</summary>
internal sealed class ZaloBench : IAsyncDisposable
{
    public const string Villager = "246845883529190003";

    private static int benches;

    private readonly WebApplication host;
    private int rows;

    private ZaloBench(FakeZalo fake, WebApplication host, RecordingHeart heart, LoggedLines log, IDocumentStore store, FakeTimeProvider clock)
    {
        Fake = fake;
        this.host = host;
        Heart = heart;
        Log = log;
        Store = store;
        Clock = clock;
    }

    public FakeZalo Fake { get; }

    public RecordingHeart Heart { get; }

    public LoggedLines Log { get; }

    public IDocumentStore Store { get; }

    public FakeTimeProvider Clock { get; }

    public IServiceProvider Services => host.Services;

    public IChannel Channel => host.Services.GetRequiredService<IChannel>();

    public IChannelConsent Consent => host.Services.GetRequiredService<IChannelConsent>();

    public IScheduledJob Watch => host.Services.GetRequiredService<WatchZalo>();

    public Uri Address { get; private init; } = new("http://127.0.0.1");

    public static async Task<ZaloBench> StartAsync(
        bool isConnected = true,
        Action<Dictionary<string, string?>>? configure = null,
        IDocumentStore? store = null,
        FakeZalo? fake = null,
        IDataProtectionProvider? keys = null)
    {
        fake ??= await FakeZalo.StartAsync();
        store ??= new InMemoryDocumentStore();
        var heart = new RecordingHeart();
        var log = new LoggedLines();
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 2, 0, 0, TimeSpan.Zero));
        var port = ChildHost.FreePort();
        var address = new Uri($"http://127.0.0.1:{port}/");
        var settings = fake.Settings.Select(setting => setting[2..].Split('=', 2)).ToDictionary(pair => pair[0], pair => (string?)pair[1]);
        settings["Web:PublicUrl"] = "https://bot.example.vn";
        configure?.Invoke(settings);

        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Configuration.AddInMemoryCollection(settings);
        builder.WebHost.UseKestrelCore().UseUrls(address.ToString());
        builder.Services.AddRoutingCore();
        builder.Services.AddLogging(logging => logging.AddProvider(log).SetMinimumLevel(LogLevel.Trace));
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddSingleton<IChance>(new SeededChance(Interlocked.Increment(ref benches))); // two hosts never draw alike
        builder.Services.AddSingleton<IIncoming>(heart);
        builder.Services.AddSingleton<IFileShelf>(heart);
        builder.Services.AddSingleton<IPhotoStudio>(new BenchFiles());
        builder.Services.AddSingleton(store);
        builder.Services.AddSingleton(BenchContent.Phrases);
        builder.Services.AddSingleton(provider => new Lazy<IIncoming>(provider.GetRequiredService<IIncoming>));
        builder.Services.AddSingleton<ChannelBoard>().AddSingleton<SettleRow>().AddSingleton<OutboxSender>().AddSingleton<Outbox>();
        builder.Services.AddSettings<WebOptions>("Web");
        builder.Services.AddZalo(builder.Configuration);

        if (keys is not null)
        {
            builder.Services.AddSingleton(keys);
        }
        else
        {
            builder.Services.AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider());
        }

        var host = builder.Build();
        host.MapZalo();
        await host.StartAsync();
        fake.Delivery.WebhookUrl = new Uri(address, "channels/zalo/webhook");
        var bench = new ZaloBench(fake, host, heart, log, store, clock) { Address = address };

        if (isConnected)
        {
            Assert.True(await bench.Consent.TakeAsync(FakeZalo.FirstRefreshToken, CancellationToken.None));
        }

        return bench;
    }

    public Task<SendOutcome> SendAsync(OutgoingMessage message, string user = Villager, Lane lane = Lane.Interactive, string? rowId = null) =>
        Channel.SendAsync(
            new OutboxRow
            {
                Id = rowId ?? "row" + Interlocked.Increment(ref rows),
                Conversation = new ConversationKey("zalo", user),
                Message = message,
                Lane = lane,
                State = OutboxState.Sending,
                CreatedAt = DateTimeOffset.UnixEpoch,
            },
            null,
            TestContext.Current.CancellationToken);

    /// <summary>The villager wrote that long ago.</summary>
    public async Task LastHeardAsync(TimeSpan ago, string user = Villager)
    {
        var work = new Work(Store);
        work.Put(Conversation.Kind, new Conversation { Key = new ConversationKey("zalo", user), LastHeardAt = Clock.GetUtcNow() - ago });
        await work.CommitAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync(CancellationToken.None);
        await host.DisposeAsync();
        await Fake.DisposeAsync();
    }
}

/// <summary>A heart that remembers what it heard and answers as told.</summary>
internal sealed class RecordingHeart : IIncoming, IFileShelf
{
    private readonly ConcurrentQueue<IncomingMessage> heard = new();

    public IReadOnlyList<IncomingMessage> Heard => [.. heard];

    public Func<IncomingMessage, Task<TurnReceipt>> Answer { get; set; } = _ => Task.FromResult(TurnReceipt.Acknowledged);

    public ConcurrentDictionary<string, ShelfFile> Files { get; } = new();

    public Task<TurnReceipt> HandleAsync(IncomingMessage message, CancellationToken cancellationToken)
    {
        heard.Enqueue(message);
        return Answer(message);
    }

    public Task<ShelfFile?> FindAsync(string source, CancellationToken cancellationToken) => Task.FromResult(Files.GetValueOrDefault(source));

    public Task<ShelfFile?> FindThumbnailAsync(string source, CancellationToken cancellationToken) => Task.FromResult<ShelfFile?>(null);
}

/// <summary>Everything that was logged, to search for secrets.</summary>
internal sealed class LoggedLines : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> lines = new();

    public IReadOnlyList<string> Lines => [.. lines];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        lines.Enqueue($"{logLevel} {formatter(state, exception)} {exception}");

    public void Dispose()
    {
    }
}

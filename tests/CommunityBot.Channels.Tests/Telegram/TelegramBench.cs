using System.Collections.Concurrent;
using CommunityBot.Channels.Telegram;
using CommunityBot.Messages;
using CommunityBot.Primitives;
using CommunityBot.TestKit.Telegram;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CommunityBot.Channels.Tests.Telegram;

/// <summary>The Telegram channel with a fake Bot API on one side and a recording heart on the other.</summary>
internal sealed class TelegramBench : IAsyncDisposable
{
    public const string Secret = "A-Za-z0-9_-only_256max";

    private readonly WebApplication host;
    private int rows;

    private TelegramBench(FakeTelegram fake, WebApplication host, HeartOfTests heart, LogOfTests log)
    {
        Fake = fake;
        this.host = host;
        Heart = heart;
        Log = log;
    }

    public FakeTelegram Fake { get; }

    public HeartOfTests Heart { get; }

    public LogOfTests Log { get; }

    public IChannel Channel => host.Services.GetRequiredService<IChannel>();

    public string WebhookUrl { get; private init; } = "";

    public static async Task<TelegramBench> StartAsync(
        bool withWebhook = true, Action<Dictionary<string, string?>>? configure = null, FakeTelegram? fake = null, TimeProvider? clock = null,
        Func<IncomingMessage, Task<TurnReceipt>>? answer = null)
    {
        fake ??= await FakeTelegram.StartAsync();
        var heart = new HeartOfTests();
        heart.Answer = answer ?? heart.Answer;
        var log = new LogOfTests();
        var port = FreePort();
        var url = $"http://127.0.0.1:{port}/channels/telegram/webhook";
        var settings = new Dictionary<string, string?>
        {
            ["Telegram:Token"] = fake.Token,
            ["Telegram:BaseUrl"] = fake.BaseUrl,
            ["Telegram:Mode"] = withWebhook ? "Webhook" : "Polling",
            ["Telegram:WebhookUrl"] = withWebhook ? url : null,
            ["Telegram:WebhookSecret"] = withWebhook ? Secret : null,
        };
        configure?.Invoke(settings);

        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Configuration.AddInMemoryCollection(settings);
        builder.WebHost.UseKestrelCore().UseUrls($"http://127.0.0.1:{port}");
        builder.Services.AddRoutingCore();
        builder.Services.AddLogging(logging => logging.AddProvider(log).SetMinimumLevel(LogLevel.Trace));
        builder.Services.AddSingleton(clock ?? TimeProvider.System);
        builder.Services.AddSingleton<IChance, SystemChance>();
        builder.Services.AddSingleton<IIncoming>(heart);
        builder.Services.AddSingleton<IFileShelf>(heart);
        builder.Services.AddSingleton<ICommandMenu>(heart);
        builder.Services.AddTelegram(builder.Configuration);
        var host = builder.Build();
        host.MapTelegram();
        await host.StartAsync();
        return new TelegramBench(fake, host, heart, log) { WebhookUrl = url };
    }

    public async Task SignedInAsync() => await Fake.WaitUntilAsync(() => Fake.CountOf("setMyCommands") > 0);

    public Task<SendOutcome> SendAsync(string address, OutgoingMessage message, string? replaced = null, Lane lane = Lane.Interactive, string? rowId = null, bool isKept = false) =>
        Channel.SendAsync(
            new OutboxRow
            {
                Id = rowId ?? "row" + Interlocked.Increment(ref rows),
                Conversation = new ConversationKey("telegram", address),
                Message = message,
                Lane = lane,
                State = OutboxState.Sending,
                CreatedAt = DateTimeOffset.UnixEpoch,
                IsKept = isKept,
            },
            replaced,
            TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync(TestContext.Current.CancellationToken);
        await host.DisposeAsync();
        await Fake.DisposeAsync();
    }

    private static int FreePort()
    {
        using var probe = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        probe.Start();
        return ((System.Net.IPEndPoint)probe.LocalEndpoint).Port;
    }
}

/// <summary>A heart that remembers what it heard and answers as told.</summary>
internal sealed class HeartOfTests : IIncoming, IFileShelf, ICommandMenu
{
    private readonly ConcurrentQueue<IncomingMessage> heard = new();

    public IReadOnlyList<IncomingMessage> Heard => [.. heard];

    public Func<IncomingMessage, Task<TurnReceipt>> Answer { get; set; } = _ => Task.FromResult(TurnReceipt.Acknowledged);

    public ConcurrentDictionary<string, ShelfFile> Files { get; } = new();

    public IReadOnlyList<MenuCommand> Commands { get; set; } =
        [new("phananh", "Gửi phản ánh"), new("tracuu", "Tra cứu phản ánh"), new("tatthongbao", "Ngừng nhận tin")];

    public Task<TurnReceipt> HandleAsync(IncomingMessage message, CancellationToken cancellationToken)
    {
        heard.Enqueue(message);
        return Answer(message);
    }

    public Task<ShelfFile?> FindAsync(string source, CancellationToken cancellationToken) => Task.FromResult(Files.GetValueOrDefault(source));

    public Task<ShelfFile?> FindThumbnailAsync(string source, CancellationToken cancellationToken) => Task.FromResult<ShelfFile?>(null);
}

/// <summary>Everything that was logged, to search for secrets.</summary>
internal sealed class LogOfTests : ILoggerProvider, ILogger
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

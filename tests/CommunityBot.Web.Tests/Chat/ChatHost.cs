using CommunityBot.Channels;
using CommunityBot.Messages;
using CommunityBot.Primitives;
using CommunityBot.Settings;
using CommunityBot.Storage;
using CommunityBot.TestKit.Storage;
using CommunityBot.TestKit.WebChat;
using Microsoft.Extensions.Time.Testing;

namespace CommunityBot.Web.Tests.Chat;

/// <summary>The chat page with an echoing bot behind it, on a real port; it can go away and come back like a host that restarts.</summary>
public sealed class ChatHost : IAsyncDisposable
{
    // As the demo shows them: the villager's phone and the officer's desk side by side.
    private const string TwoSeats = """
        <!DOCTYPE html><html lang="vi"><title>Hai ghế</title>
        <iframe title="Bà con" src="/chat?seat=villager" width="360" height="600"></iframe>
        <iframe title="Cán bộ" src="/chat?seat=officer" width="360" height="600"></iframe>
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("chat").FullName;
    private WebApplication app = null!;

    public string Address { get; private set; } = "http://127.0.0.1:0";

    public InMemoryDocumentStore Store { get; } = new();

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));

    public EchoBot Bot => app.Services.GetRequiredService<EchoBot>();

    public IConversationKeeper Keeper => app.Services.GetRequiredService<IConversationKeeper>();

    public static async Task<ChatHost> StartAsync()
    {
        var host = new ChatHost();
        await host.ComeBackAsync();
        return host;
    }

    public async Task GoAwayAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    public async Task ComeBackAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(ChatHost).Assembly.GetName().Name });
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.UseUrls(Address);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Storage:Path"] = folder, ["Telegram:Token"] = null });
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Services.AddSingleton<IChance, SystemChance>();
        builder.Services.AddSingleton<IDocumentStore>(Store);
        builder.Services.AddSingleton<IFileShelf, SmallShelf>();
        builder.Services.AddSingleton(all => new Lazy<IChannel>(() => all.GetServices<IChannel>().Single(channel => channel.Name == "webchat")));
        builder.Services.AddSingleton<EchoBot>().AddSingleton<IIncoming>(all => all.GetRequiredService<EchoBot>());
        builder.Services.AddSettings<StoreOptions>("Storage");
        builder.Services.AddSettings<WebOptions>("Web");
        builder.Services.AddChannels(builder.Configuration);
        builder.Services.AddWeb();
        app = builder.Build();
        app.MapChannels();
        app.MapWeb();
        app.MapGet("/two-seats", () => Results.Content(TwoSeats, "text/html; charset=utf-8"));
        await app.StartAsync();
        Address = app.Urls.Single();
    }

    public async ValueTask DisposeAsync()
    {
        await GoAwayAsync();
        Directory.Delete(folder, recursive: true);
    }
}

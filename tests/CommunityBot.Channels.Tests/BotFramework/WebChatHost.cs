using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using CommunityBot.Channels.BotFramework;
using CommunityBot.Messages;
using CommunityBot.Primitives;
using CommunityBot.Settings;
using CommunityBot.Storage;
using CommunityBot.TestKit.Storage;
using CommunityBot.TestKit.WebChat;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace CommunityBot.Channels.Tests.BotFramework;

/// <summary>The web chat alone on a real port, with an echoing bot and a clock that stands until it is moved.</summary>
public sealed class WebChatHost : IAsyncDisposable
{
    public const string Secret = "a-secret-of-the-tests";

    private readonly WebApplication app;
    private readonly string folder;

    private WebChatHost(WebApplication app, string folder)
    {
        this.app = app;
        this.folder = folder;
    }

    public static DateTimeOffset Morning { get; } = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    public FakeTimeProvider Clock { get; private init; } = null!;

    public InMemoryDocumentStore Store { get; private init; } = null!;

    public HttpClient Http { get; } = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });

    public SpokenLog Spoken { get; private init; } = null!;

    public EchoBot Bot => app.Services.GetRequiredService<EchoBot>();

    public Uri Base => new(app.Urls.Single());

    internal T Get<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    public static async Task<WebChatHost> StartAsync(Dictionary<string, string?>? settings = null, Action<IServiceCollection>? more = null)
    {
        var clock = new FakeTimeProvider(Morning);
        var store = new InMemoryDocumentStore();
        var spoken = new SpokenLog();
        var builder = WebApplication.CreateSlimBuilder();
        var data = Directory.CreateTempSubdirectory("webchat").FullName;
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["DirectLine:Secret"] = Secret, ["Storage:Path"] = data });
        builder.Configuration.AddInMemoryCollection(settings ?? []);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(spoken);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddSingleton<IChance, SystemChance>();
        builder.Services.AddSingleton<IDocumentStore>(store);
        builder.Services.AddSingleton<IFileShelf, SmallShelf>();
        builder.Services.AddSingleton(all => new Lazy<IChannel>(() => all.GetRequiredService<IChannel>()));
        builder.Services.AddSingleton<EchoBot>().AddSingleton<IIncoming>(all => all.GetRequiredService<EchoBot>());
        builder.Services.AddSettings<StoreOptions>("Storage");
        builder.Services.AddSettings<WebOptions>("Web");
        builder.Services.AddBotFramework();
        more?.Invoke(builder.Services);
        var app = builder.Build();
        app.MapBotFramework();
        await app.StartAsync();
        return new WebChatHost(app, data) { Clock = clock, Store = store, Spoken = spoken };
    }

    /// <summary>A browser that has begun a conversation of its own.</summary>
    internal async Task<WebChatClient> BeginAsync(JsonObject? request = null)
    {
        var client = new WebChatClient(this);
        await client.FetchTokenAsync(request);
        await client.StartAsync();
        return client;
    }

    /// <summary>The same conversation in another tab: a token of its own.</summary>
    internal async Task<WebChatClient> SecondTabAsync(WebChatClient first, string tab = "second-tab")
    {
        var token = new ChatToken(first.Conversation, "dl_second", null, tab, null);
        var second = new WebChatClient(this) { Conversation = first.Conversation, Token = Get<ChatTokens>().Issue(token) };
        await second.ReconnectAsync("");
        return second;
    }

    public async Task<HttpResponseMessage> CallAsync(HttpMethod method, string path, string? bearer, JsonNode? body = null, Action<HttpRequestMessage>? more = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(Base, path));
        request.Headers.Authorization = bearer is null ? null : new AuthenticationHeaderValue("Bearer", bearer);
        request.Content = body is null ? null : new StringContent(body.ToJsonString(), System.Text.Encoding.UTF8, "application/json");
        more?.Invoke(request);
        request.Headers.ExpectContinue = request.Content is not null; // a body that is refused for its size is not read to its end
        return await Http.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        Http.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}

using CommunityBot.Host.Settings;
using CommunityBot.Storage;
using CommunityBot.TestKit.Storage;
using CommunityBot.TestKit.Talk;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBot.Host.Tests;

/// <summary>The whole host on a free port, in a folder of its own, with a store in memory.</summary>
internal sealed class RunningHost : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly TemporaryFolder folder;

    private RunningHost(WebApplication app, TemporaryFolder folder, InMemoryDocumentStore store)
    {
        this.app = app;
        this.folder = folder;
        Store = store;
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public HttpClient Client { get; }

    public InMemoryDocumentStore Store { get; }

    public IServiceProvider Services => app.Services;

    public string DataFolder => folder.Path;

    public static async Task<RunningHost> StartAsync(
        HostMode mode = HostMode.Serve, Action<WebApplicationBuilder>? adjust = null, params string[] settings)
    {
        var folder = new TemporaryFolder();
        var store = new InMemoryDocumentStore();
        string[] own = ["--urls=http://127.0.0.1:0", "--Metrics:Port=0", "--Log:Level=Warning", $"--Storage:Path={folder.Path}", $"--Demo:Path={folder.Path}", TestModel.Setting];
        var start = new HostStart(mode, [.. own, .. settings]) { CurrentFolder = folder.Path, EnvironmentNames = [] };
        var app = Program.Build(start, builder =>
        {
            builder.Services.AddSingleton<IDocumentStore>(store);
            adjust?.Invoke(builder);
        });

        await app.StartAsync(TestContext.Current.CancellationToken);
        return new RunningHost(app, folder, store);
    }

    /// <summary>Ends the host's work; its folder can still be read.</summary>
    public Task StopAsync() => app.StopAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
        folder.Dispose();
    }
}

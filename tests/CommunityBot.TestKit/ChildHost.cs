using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using CommunityBot.TestKit.Talk;
using CommunityBot.TestKit.Telegram;
using CommunityBot.TestKit.Zalo;

namespace CommunityBot.TestKit;

/// <summary>The real host as a process of its own, so that it can be killed without a word and its CPU and memory be measured.</summary>
public sealed class ChildHost : IAsyncDisposable
{
    private const string Secret = "child-secret-0123456789";

    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(2) };
    private readonly FakeTelegram telegram;
    private readonly FakeZalo? zalo;
    private readonly int port = FreePort();
    private Process? process;

    public ChildHost(FakeTelegram telegram, string folder, FakeZalo? zalo = null)
    {
        this.telegram = telegram;
        this.zalo = zalo;
        Folder = folder;
        telegram.Delivery.UseWebhook($"{Address}channels/telegram/webhook", Secret);
        zalo?.Delivery.WebhookUrl = new Uri(Address, "channels/zalo/webhook");
    }

    public string Folder { get; }

    public Uri Address => new($"http://127.0.0.1:{port}/");

    public TimeSpan Cpu => Refreshed().TotalProcessorTime;

    public long ResidentBytes => Refreshed().WorkingSet64;

    /// <summary>The settings every run of this host has, also one inside the test.</summary>
    public IReadOnlyList<string> Settings =>
    [
        $"--urls=http://127.0.0.1:{port}",
        $"--Storage:Path={Folder}",
        $"--Telegram:Token={FakeTelegram.DemoToken}",
        $"--Telegram:BaseUrl={telegram.BaseUrl}",
        "--Telegram:Mode=Webhook",
        $"--Telegram:WebhookUrl={Address}channels/telegram/webhook",
        $"--Telegram:WebhookSecret={Secret}",
        "--Telegram:MessagesPerSecond=0",
        "--Conversations:MessagesPerMinute=0",
        "--Telegram:PerChatPerSecond=0",
        "--Telegram:PerGroupPerMinute=0",
        "--Metrics:Port=0",
        TestModel.Setting,
        .. zalo?.Settings ?? [],
    ];

    /// <summary>Starts it and waits until it can commit.</summary>
    public async Task StartAsync()
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Folder };
        start.ArgumentList.Add(HostProgram());
        start.ArgumentList.Add("serve");

        foreach (var setting in Settings)
        {
            start.ArgumentList.Add(setting);
        }

        process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) => Errors += line.Data is { } text ? text + "\n" : "";
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await WaitUntilReadyAsync(process);
    }

    /// <summary>What it wrote on standard error, for a test that failed.</summary>
    public string Errors { get; private set; } = "";

    /// <summary>kill -9: no farewell, no flush.</summary>
    public async Task KillAsync()
    {
        if (process is { } running)
        {
            running.Kill();
            await running.WaitForExitAsync();
            running.Dispose();
            process = null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        http.Dispose();
    }

    private async Task WaitUntilReadyAsync(Process running)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(120));
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(50));

        while (await look.WaitForNextTickAsync(patience.Token))
        {
            if (running.HasExited)
            {
                throw new InvalidOperationException($"The host ended with {running.ExitCode}.\n{Errors}");
            }

            try
            {
                using var answer = await http.GetAsync(new Uri(Address, "health/ready"), patience.Token);

                if (answer.StatusCode == HttpStatusCode.OK)
                {
                    return;
                }
            }
            catch (Exception notYet) when (notYet is HttpRequestException or TaskCanceledException && !patience.IsCancellationRequested)
            {
                // Not listening yet.
            }
        }
    }

    private Process Refreshed()
    {
        var running = process ?? throw new InvalidOperationException("The host is down.");
        running.Refresh();
        return running;
    }

    /// <summary>The host as it was built beside these tests, in the same configuration.</summary>
    public static string HostProgram()
    {
        var bin = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var configuration = bin.Parent?.Name ?? "Debug";
        var root = bin;

        while (!File.Exists(Path.Combine(root.FullName, "CommunityBot.sln")))
        {
            root = root.Parent ?? throw new InvalidOperationException("The tests run inside the repository.");
        }

        return Path.Combine(root.FullName, "src", "CommunityBot.Host", "bin", configuration, bin.Name, "CommunityBot.Host.dll");
    }

    /// <summary>A port nobody listens on at this moment.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

using System.Diagnostics;
using CommunityBot.TestKit;
using CommunityBot.TestKit.Talk;

namespace CommunityBot.Web.Tests.Demo;

/// <summary>The demo as a visitor starts it: the real host, nothing configured but its port and folder.</summary>
internal sealed class DemoHost : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly string folder = Directory.CreateTempSubdirectory("demo").FullName;
    private readonly Process process;

    private DemoHost()
    {
        Address = $"http://127.0.0.1:{ChildHost.FreePort()}";
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        string[] arguments = [ChildHost.HostProgram(), "demo", $"--urls={Address}", $"--Demo:Path={folder}", "--Metrics:Port=0", TestModel.Setting];
        Array.ForEach(arguments, start.ArgumentList.Add);
        process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        process.OutputDataReceived += (_, line) => Said += line.Data + "\n";
        process.ErrorDataReceived += (_, line) => Said += line.Data + "\n";
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Address { get; }

    /// <summary>What it wrote on its console, for a test that failed.</summary>
    public string Said { get; private set; } = "";

    public static async Task<DemoHost> StartAsync()
    {
        var host = new DemoHost();
        using var http = new HttpClient();
        using var patience = new CancellationTokenSource(Patience);
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(100));

        while (await look.WaitForNextTickAsync(patience.Token))
        {
            Assert.False(host.process.HasExited, host.Said);

            try
            {
                using var answer = await http.GetAsync(new Uri($"{host.Address}/health/ready"), patience.Token);

                if (answer.IsSuccessStatusCode)
                {
                    break;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
        }

        return host;
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}

using CommunityBot.Host.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CommunityBot.Host.Tests.Logging;

public sealed class LogCanaryTests
{
    private const string Secret = "canary-7f3k9qmd2xwa-secret";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_token_of_the_settings_never_reaches_a_log_not_even_inside_an_error()
    {
        var lines = await LinesOfAsync(host =>
        {
            var log = host.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Canary");
            log.LogError(new HttpRequestException($"GET https://example/bot{Secret}/getMe failed"), "Calling {Address} failed", $"https://example/bot{Secret}");
            return Task.CompletedTask;
        });

        Assert.Contains("***", lines, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, lines, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_address_of_a_request_with_its_codes_is_not_written_down()
    {
        var lines = await LinesOfAsync(async host =>
        {
            await host.Client.GetAsync(new Uri("/p/BK-CAN-ARY-XXX?name=canary-name", UriKind.Relative), Token);
            await host.Client.GetAsync(new Uri("/v3/directline/conversations/canary-conversation/stream?t=canary-stream", UriKind.Relative), Token);
            await host.Client.PostAsync(new Uri("/chat/session?canary-query", UriKind.Relative), null, Token);
        });

        Assert.DoesNotContain("canary", lines, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("CAN-ARY", lines, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_line_of_a_turn_carries_its_number()
    {
        var lines = await LinesOfAsync(host =>
        {
            var log = host.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Turn");

            using (log.BeginScope(new Dictionary<string, object> { ["Turn"] = "T-4711" }))
            {
                log.LogInformation("A step of the turn");
            }

            return Task.CompletedTask;
        });

        var line = Assert.Single(lines.Split('\n'), one => one.Contains("A step of the turn", StringComparison.Ordinal));
        Assert.Contains("\"Turn\":\"T-4711\"", line, StringComparison.Ordinal);
    }

    private static async Task<string> LinesOfAsync(Func<RunningHost, Task> happenings)
    {
        await using (var host = await RunningHost.StartAsync(HostMode.Serve, null, "--Log:Level=Verbose", $"--DirectLine:Secret={Secret}"))
        {
            await happenings(host);
            await host.StopAsync();
            return string.Concat(Directory.GetFiles(Path.Combine(host.DataFolder, "logs")).Select(ReadShared));
        }
    }

    private static string ReadShared(string path)
    {
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd();
    }
}

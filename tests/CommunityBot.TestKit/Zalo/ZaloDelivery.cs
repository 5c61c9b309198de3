using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace CommunityBot.TestKit.Zalo;

/// <summary>Hands events to the bot's webhook, signed; again with <c>num_retry</c> until answered 200, one at a time per villager.</summary>
public sealed class ZaloDelivery : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { MaxConnectionsPerServer = 256, UseProxy = false });
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentDictionary<string, Task> tails = new();
    private readonly Lock gate = new();
    private int refusals;

    public Uri? WebhookUrl { get; set; }

    /// <summary>How long a refused event waits before it comes again; the real one waits 30 s, 5 min, 15 min, 30 min, 1 h.</summary>
    public TimeSpan RetryWait { get; set; } = TimeSpan.FromMilliseconds(20);

    /// <summary>Every event is delivered this many times more after it was acknowledged.</summary>
    public int Repeats { get; set; }

    /// <summary>Deliveries that were not answered 200.</summary>
    public int Refusals => refusals;

    /// <summary>The header Zalo shows: a plain SHA-256, not an HMAC.</summary>
    public static string Sign(byte[] body, string timestamp, string? first = null) =>
        "mac=" + Convert.ToHexStringLower(SHA256.HashData([.. Encoding.UTF8.GetBytes(first ?? FakeZalo.AppId), .. body, .. Encoding.UTF8.GetBytes(timestamp), .. Encoding.UTF8.GetBytes(FakeZalo.OaSecretKey)]));

    /// <summary>Queues one event; done when the bot has acknowledged it.</summary>
    public Task SendAsync(JsonObject heard)
    {
        var user = heard["sender"]?["id"]?.GetValue<string>() ?? heard["follower"]?["id"]?.GetValue<string>() ?? "";
        var body = Encoding.UTF8.GetBytes(heard.ToJsonString());
        var timestamp = heard["timestamp"]!.GetValue<string>();

        lock (gate)
        {
            var before = tails.GetValueOrDefault(user, Task.CompletedTask);
            var mine = UntilTakenAsync(before, body, timestamp);
            tails[user] = mine;
            return mine;
        }
    }

    /// <summary>Posts once, whatever the answer.</summary>
    public async Task<int> PostOnceAsync(byte[] body, string? signature, int retry = 0)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, WebhookUrl) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");

        if (signature is not null)
        {
            request.Headers.TryAddWithoutValidation("X-ZEvent-Signature", signature);
        }

        if (retry > 0)
        {
            request.Headers.TryAddWithoutValidation("num_retry", retry.ToString(CultureInfo.InvariantCulture));
        }

        using var answer = await http.SendAsync(request, stop.Token);
        return (int)answer.StatusCode;
    }

    public void Dispose()
    {
        stop.Cancel();
        http.Dispose();
        stop.Dispose();
    }

    private async Task UntilTakenAsync(Task before, byte[] body, string timestamp)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var signature = Sign(body, timestamp);

        for (var retry = 0; !await TryAsync(body, signature, retry); retry++)
        {
            Interlocked.Increment(ref refusals);
            await Task.Delay(RetryWait, stop.Token);
        }

        for (var repeat = 0; repeat < Repeats; repeat++)
        {
            await TryAsync(body, signature, repeat + 1);
        }
    }

    private async Task<bool> TryAsync(byte[] body, string signature, int retry)
    {
        try
        {
            return await PostOnceAsync(body, signature, retry) == 200;
        }
        catch (HttpRequestException)
        {
            return false; // the host is down
        }
    }
}

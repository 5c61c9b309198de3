using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBot.TestKit.Zalo;

/// <summary>Zalo on this machine: it takes messages within its windows and quotas, gives each refresh token for one use, answers errors with HTTP 200, and delivers signed events.</summary>
public sealed class FakeZalo : IAsyncDisposable
{
    public const string AppId = "3608465248940900001";
    public const string AppSecret = "demo-app-secret-0001";
    public const string OaId = "388613280878800002";
    public const string OaSecretKey = "bmDemoOaSecretKey0001";
    public const string FirstRefreshToken = "RT_demo_1";

    /// <summary>The code of the one consent it knows.</summary>
    public const string ConsentCode = "consent-code-1";

    private readonly ConcurrentQueue<ZaloCall> calls = new();
    private readonly ConcurrentDictionary<string, ZaloChat> chats = new();
    private readonly ConcurrentDictionary<string, byte[]> files = new();
    private readonly Lock gate = new();
    private WebApplication? server;
    private TaskCompletionSource heard = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private string refresh = FirstRefreshToken;
    private int port;
    private int numbers;

    public string BaseUrl => $"http://127.0.0.1:{port}";

    /// <summary>The access token it takes now; null until the first renewal.</summary>
    public string? Access { get; private set; }

    /// <summary>How often a refresh token was used.</summary>
    public int Renewals { get; private set; }

    /// <summary>The last challenge and verifier of a consent.</summary>
    public string? LastVerifier { get; private set; }

    /// <summary>What Zalo's clock shows; with it, windows are enforced.</summary>
    public TimeProvider? Clock { get; set; }

    /// <summary>Messages that may still be sent; then -211.</summary>
    public int Quota { get; set; } = int.MaxValue;

    public ZaloFaults Faults { get; } = new();

    public ZaloDelivery Delivery { get; } = new();

    public IReadOnlyList<ZaloCall> Calls => [.. calls];

    public IEnumerable<ZaloCall> CallsOf(string path) => calls.Where(call => call.Path == path);

    public IEnumerable<ZaloCall> Messages => CallsOf("/v3.0/oa/message/cs");

    public ZaloChat this[string user] => chats.GetOrAdd(user, id => new ZaloChat(id));

    public IEnumerable<ZaloChat> Chats => chats.Values;

    /// <summary>The settings with which a host talks to this server.</summary>
    public IReadOnlyList<string> Settings =>
    [
        $"--Zalo:AppId={AppId}", $"--Zalo:AppSecret={AppSecret}", $"--Zalo:OaId={OaId}", $"--Zalo:OaSecretKey={OaSecretKey}",
        $"--Zalo:BaseUrl={BaseUrl}", $"--Zalo:OAuthBaseUrl={BaseUrl}", "--Zalo:MessagesPerMinute=0",
    ];

    public static async Task<FakeZalo> StartAsync()
    {
        var fake = new FakeZalo();
        await fake.ListenAsync();
        return fake;
    }

    /// <summary>Every access token given so far is refused from now on.</summary>
    public void ExpireAccess()
    {
        lock (gate)
        {
            Access = "expired-" + Interlocked.Increment(ref numbers).ToString(CultureInfo.InvariantCulture);
        }
    }

    /// <summary>The refresh token is used up, as if somebody else had used it.</summary>
    public void SpendRefresh()
    {
        lock (gate)
        {
            refresh = "spent";
        }
    }

    /// <summary>Lays a file down and names its address.</summary>
    public string Put(byte[] content)
    {
        var id = "f" + Interlocked.Increment(ref numbers).ToString("d6", CultureInfo.InvariantCulture);
        files[id] = content;
        return $"{BaseUrl}/files/{id}";
    }

    public string NewMessageId() => "96d3cdf3af15" + Interlocked.Increment(ref numbers).ToString("x8", CultureInfo.InvariantCulture);

    /// <summary>Waits until the condition holds; looked at again after every call.</summary>
    public async Task WaitUntilAsync(Func<bool> condition, TimeSpan? patience = null)
    {
        using var over = new CancellationTokenSource(patience ?? TimeSpan.FromSeconds(10));

        while (true)
        {
            Task next;

            lock (gate)
            {
                next = heard.Task;
            }

            if (condition())
            {
                return;
            }

            try
            {
                await next.WaitAsync(over.Token);
            }
            catch (OperationCanceledException)
            {
                throw new TimeoutException($"Nothing like that happened. Calls: {string.Join(", ", calls.TakeLast(20).Select(call => call.Path))}\n{string.Join('\n', chats.Values.Take(3))}");
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (server is { } running)
        {
            server = null;
            Delivery.Dispose();
            using var now = new CancellationTokenSource(TimeSpan.Zero);
            await running.StopAsync(now.Token);
            await running.DisposeAsync();
        }
    }

    private async Task ListenAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        server = builder.Build();
        server.Run(AnswerAsync);
        await server.StartAsync();
        port = new Uri(server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;

        if (path.StartsWith("/files/", StringComparison.Ordinal))
        {
            await DownloadAsync(context, path["/files/".Length..]);
            return;
        }

        var call = await ZaloCall.ReadAsync(context);
        var fault = Faults.For(path);

        if (fault?.Wait is { } wait)
        {
            await wait;
        }

        if (fault is { Body: { } body })
        {
            Note(call);
            await RespondAsync(context, body, fault.Status);
            return;
        }

        if (fault is { CutsBefore: true })
        {
            Note(call);
            context.Abort();
            return;
        }

        var answer = Answer(path, call);
        Note(call);

        if (fault is { CutsAfter: true })
        {
            context.Abort();
            return;
        }

        await RespondAsync(context, answer.ToJsonString(), 200);
    }

    private JsonObject Answer(string path, ZaloCall call)
    {
        lock (gate)
        {
            if (path == "/v4/oa/access_token")
            {
                return Renew(call);
            }

            if (Access is null || call.AccessToken != Access)
            {
                return Error(-216, "Access token is invalid");
            }

            return path switch
            {
                "/v2.0/oa/upload/image" => Done(new JsonObject { ["attachment_id"] = "asset-" + Number() }),
                "/v2.0/oa/upload/file" => Done(new JsonObject { ["token"] = "file-" + Number() }),
                "/v3.0/oa/message/cs" => Take(call),
                _ => Error(-240, "no such method here"),
            };
        }
    }

    private JsonObject Renew(ZaloCall call)
    {
        Renewals++;

        if (call.SecretKey != AppSecret)
        {
            return new JsonObject { ["error"] = -14003, ["error_name"] = "Invalid app secret" };
        }

        var isConsent = call.Form("grant_type") == "authorization_code";
        LastVerifier = call.Form("code_verifier") ?? LastVerifier;

        if (isConsent ? call.Form("code") != ConsentCode : call.Form("refresh_token") != refresh)
        {
            return new JsonObject { ["error"] = -14014, ["error_name"] = "Invalid refresh token", ["error_description"] = "Invalid refresh token" };
        }

        Access = "AT_demo_" + Number();
        refresh = "RT_demo_" + Number();
        return new JsonObject { ["access_token"] = Access, ["refresh_token"] = refresh, ["expires_in"] = "90000" };
    }

    private JsonObject Take(ZaloCall call)
    {
        var user = call.Json?["recipient"]?["user_id"]?.GetValue<string>() ?? "";
        var message = call.Json?["message"] as JsonObject;
        var text = message?["text"]?.GetValue<string>();

        if (message is null || text?.Length > 2000)
        {
            return Error(-210, "Parameter exceeds allowable limit");
        }

        var chat = this[user];

        if (chat.HasBlocked)
        {
            return Error(-213, "User has not followed OA");
        }

        if (Clock is { } clock && chat.LastWord is { } last && clock.GetUtcNow() - last > TimeSpan.FromDays(7))
        {
            return Error(-230, "User has not interacted with the OA in the past 7 days");
        }

        if (Quota <= 0)
        {
            return Error(-211, "Out of quota");
        }

        Quota--;
        var id = "63ecf43f" + Number();
        chat.Take(id, message);
        return Done(new JsonObject { ["message_id"] = id, ["user_id"] = user, ["quota"] = new JsonObject { ["quota_type"] = "reply", ["remain"] = "8", ["total"] = "8" } });
    }

    private string Number() => Interlocked.Increment(ref numbers).ToString("x8", CultureInfo.InvariantCulture);

    private static JsonObject Done(JsonObject data) => new() { ["data"] = data, ["error"] = 0, ["message"] = "Success" };

    private static JsonObject Error(int code, string message) => new() { ["error"] = code, ["message"] = message };

    private static async Task RespondAsync(HttpContext context, string body, int status)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(body);
    }

    private async Task DownloadAsync(HttpContext context, string id)
    {
        if (!files.TryGetValue(id, out var content))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        await context.Response.Body.WriteAsync(content);
    }

    private void Note(ZaloCall call)
    {
        TaskCompletionSource before;

        lock (gate)
        {
            calls.Enqueue(call);
            before = heard;
            heard = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        before.SetResult();
    }
}

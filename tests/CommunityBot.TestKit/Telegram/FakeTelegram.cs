using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBot.TestKit.Telegram;

/// <summary>A Bot API server on this machine: it remembers what each chat saw, delivers what villagers do, and fails on request.</summary>
public sealed class FakeTelegram : IAsyncDisposable
{
    /// <summary>The token it accepts.</summary>
    public const string DemoToken = "7000000001:AAdemoTokenOfTheFakeBotApiServer0001";

    private readonly ConcurrentQueue<TelegramCall> calls = new();
    private readonly ConcurrentDictionary<string, int> counts = new();
    private readonly Lock gate = new();
    private readonly TelegramAnswers answers;
    private WebApplication? server;
    private TaskCompletionSource heard = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int port;
    private long numbers;

    private FakeTelegram()
    {
        answers = new TelegramAnswers(this);
    }

    public string BaseUrl => $"http://127.0.0.1:{port}";

    public string Token { get; init; } = DemoToken;

    /// <summary>True: every call is answered 401, as after a token was revoked.</summary>
    public bool RefusesToken { get; set; }

    /// <summary>False for benchmarks: calls are counted and answered, not kept and not checked.</summary>
    public bool Remembers { get; set; } = true;

    /// <summary>Told of every call that was carried out, on the server's thread.</summary>
    public Action<TelegramCall>? Heard { get; set; }

    public TelegramFaults Faults { get; } = new();

    public TelegramDelivery Delivery { get; } = new();

    public TelegramChats Chats { get; } = new();

    public TelegramFiles Files { get; } = new();

    /// <summary>All calls so far, also those that failed, in order of arrival.</summary>
    public IReadOnlyList<TelegramCall> Calls => [.. calls];

    public IEnumerable<TelegramCall> CallsOf(string method) => calls.Where(call => call.Method == method);

    public int CountOf(string method) => counts.GetValueOrDefault(method);

    public static async Task<FakeTelegram> StartAsync()
    {
        var fake = new FakeTelegram();
        await fake.ListenAsync(0);
        return fake;
    }

    /// <summary>From now on connections are refused.</summary>
    public async Task GoDownAsync()
    {
        if (server is { } running)
        {
            server = null;
            using var now = new CancellationTokenSource(TimeSpan.Zero);
            await running.StopAsync(now.Token);
            await running.DisposeAsync();
        }
    }

    /// <summary>Back again at the same address.</summary>
    public Task ComeBackAsync() => ListenAsync(port);

    /// <summary>Waits until the condition holds; looked at again after every call. Fails loudly after the patience is over.</summary>
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
                throw new TimeoutException($"Nothing like that happened. Calls: {string.Join(", ", calls.Select(call => call.Method))}\n{Chats}");
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        Delivery.Dispose();
        await GoDownAsync();
    }

    private async Task ListenAsync(int wanted)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 60_000_000;
            kestrel.Listen(IPAddress.Loopback, wanted);
        });
        server = builder.Build();
        server.Run(AnswerAsync);
        await server.StartAsync();
        port = new Uri(server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!.AsSpan();

        if (path.StartsWith("/file/bot", StringComparison.Ordinal))
        {
            await Files.DownloadAsync(context, Token);
            return;
        }

        var slash = path.LastIndexOf('/');

        if (slash < 4 || RefusesToken || !path[..slash].Equals("/bot" + Token, StringComparison.Ordinal))
        {
            await RespondAsync(context, TelegramFault.Error(401, "Unauthorized"));
            return;
        }

        try
        {
            var call = await TelegramCallReader.ReadAsync(context, Interlocked.Increment(ref numbers), path[(slash + 1)..].ToString());
            await CarryOutAsync(context, call);
        }
        catch (OperationCanceledException)
        {
            context.Abort();
        }
    }

    private async Task CarryOutAsync(HttpContext context, TelegramCall call)
    {
        var fault = Faults.For(call);

        if (fault is { Wait: { } wait, CutsAfter: false })
        {
            await wait(context.RequestAborted);
        }

        if (fault is { CutsBefore: true } or { Status: > 0 })
        {
            Note(call);
            await RespondAsync(context, fault);
            return;
        }

        var isLong = call.Method == "getUpdates"; // may be answered a minute later; every other call is noted once it took effect

        if (isLong)
        {
            Note(call);
        }

        var answer = new ArrayBufferWriter<byte>(256);
        var status = await answers.WriteAsync(call, answer, context.RequestAborted);

        if (!isLong)
        {
            Note(call);
        }

        if (status == 200)
        {
            Heard?.Invoke(call);
        }

        if (fault is { CutsAfter: true })
        {
            await (fault.Wait?.Invoke(context.RequestAborted) ?? Task.CompletedTask);
            context.Abort();
            return;
        }

        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = answer.WrittenCount;
        await context.Response.BodyWriter.WriteAsync(answer.WrittenMemory, context.RequestAborted);
    }

    private void Note(TelegramCall call)
    {
        counts.AddOrUpdate(call.Method, 1, (_, count) => count + 1);

        if (!Remembers)
        {
            return;
        }

        calls.Enqueue(call);

        lock (gate)
        {
            heard.TrySetResult();
            heard = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    private static async Task RespondAsync(HttpContext context, TelegramFault fault)
    {
        if (fault.CutsBefore)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = fault.Status;
        context.Response.ContentType = fault.ContentType;
        await context.Response.WriteAsync(fault.Body, context.RequestAborted);
    }
}

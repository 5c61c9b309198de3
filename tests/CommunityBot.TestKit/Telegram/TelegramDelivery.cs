using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CommunityBot.TestKit.Telegram;

/// <summary>Hands updates to the bot as Telegram does: by webhook (one at a time per chat, again until answered 2xx) or by long polling.</summary>
public sealed class TelegramDelivery : IDisposable
{
    private readonly Lock gate = new();
    private readonly HttpClient http = new(new SocketsHttpHandler { MaxConnectionsPerServer = 256, UseProxy = false });
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentDictionary<string, Task> tails = new();
    private readonly SortedDictionary<long, Pending> pending = [];
    private TaskCompletionSource arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long nextUpdate = 910_000_000;
    private int refusals;
    private int deliveries;

    /// <summary>Null while the bot polls.</summary>
    public Uri? WebhookUrl { get; private set; }

    public string? Secret { get; private set; }

    /// <summary>How long a refused update waits before it comes again; the real one waits 1, 2, 4 … seconds.</summary>
    public TimeSpan RetryWait { get; set; } = TimeSpan.FromMilliseconds(20);

    /// <summary>How long an answer may take before the update comes again.</summary>
    public TimeSpan AnswerWithin { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Every update is delivered this many times more after it was acknowledged.</summary>
    public int Repeats { get; set; }

    /// <summary>Deliveries that were not answered 2xx.</summary>
    public int Refusals => refusals;

    public int Deliveries => deliveries;

    public string? LastError { get; private set; }

    public int PendingCount
    {
        get
        {
            lock (gate)
            {
                return pending.Count;
            }
        }
    }

    public long NewUpdateId() => Interlocked.Increment(ref nextUpdate);

    /// <summary>Points the deliveries at a webhook without asking the bot to register.</summary>
    public void UseWebhook(string url, string? secret)
    {
        lock (gate)
        {
            WebhookUrl = new Uri(url);
            Secret = secret;

            foreach (var each in pending.Values)
            {
                Chain(each);
            }
        }
    }

    public void UsePolling()
    {
        lock (gate)
        {
            WebhookUrl = null;
            Secret = null;
        }
    }

    /// <summary>Queues one update; done when the bot has acknowledged it.</summary>
    public Task SendAsync(string update)
    {
        using var parsed = JsonDocument.Parse(update);
        var each = new Pending(parsed.RootElement.Number("update_id") ?? 0, QueueOf(parsed.RootElement), Encoding.UTF8.GetBytes(update));

        lock (gate)
        {
            pending[each.Id] = each;

            if (WebhookUrl is not null)
            {
                Chain(each);
            }
            else
            {
                arrived.TrySetResult();
            }
        }

        return each.Acknowledged.Task;
    }

    /// <summary>Posts one update to the webhook once, whatever the answer, outside every queue: for repeats, swaps and forgeries.</summary>
    public async Task<int> PostOnceAsync(string update, string? secret = null, CancellationToken cancellationToken = default)
    {
        using var answer = await PostAsync(Encoding.UTF8.GetBytes(update), secret ?? Secret, cancellationToken);
        return (int)answer.StatusCode;
    }

    public void Dispose()
    {
        stop.Cancel();
        http.Dispose();
        stop.Dispose();
    }

    /// <summary>What getUpdates answers: waits until something is there or the time is over.</summary>
    internal async Task<IReadOnlyList<byte[]>> PollAsync(long offset, int limit, TimeSpan timeout, CancellationToken cancellationToken)
    {
        Task something;

        lock (gate)
        {
            foreach (var id in pending.Keys.TakeWhile(id => id < offset).ToArray())
            {
                pending[id].Acknowledged.TrySetResult();
                pending.Remove(id);
            }

            if (pending.Count > 0 || timeout <= TimeSpan.Zero)
            {
                return Waiting(limit);
            }

            arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            something = arrived.Task;
        }

        try
        {
            await something.WaitAsync(timeout, cancellationToken);
        }
        catch (TimeoutException)
        {
            return [];
        }

        lock (gate)
        {
            return Waiting(limit);
        }
    }

    private byte[][] Waiting(int limit) => [.. pending.Values.Take(limit).Select(each => each.Json)];

    private void Chain(Pending each)
    {
        var before = tails.GetValueOrDefault(each.Queue, Task.CompletedTask);
        tails[each.Queue] = DeliverAsync(before, each);
    }

    private async Task DeliverAsync(Task before, Pending each)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);

        for (var repeat = 0; repeat <= Repeats && !stop.IsCancellationRequested; repeat++)
        {
            while (!await TryDeliverAsync(each))
            {
                await Task.Delay(RetryWait, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

                if (stop.IsCancellationRequested)
                {
                    return;
                }
            }
        }

        lock (gate)
        {
            pending.Remove(each.Id);
        }

        each.Acknowledged.TrySetResult();
    }

    private async Task<bool> TryDeliverAsync(Pending each)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop.Token);
        patience.CancelAfter(AnswerWithin);

        try
        {
            using var answer = await PostAsync(each.Json, Secret, patience.Token);

            if (answer.IsSuccessStatusCode)
            {
                return true;
            }

            LastError = "Wrong response from the webhook: " + ((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture);
        }
        catch (Exception broken) when (broken is HttpRequestException or OperationCanceledException or IOException)
        {
            LastError = "Connection failed";
        }

        Interlocked.Increment(ref refusals);
        return false;
    }

    private async Task<HttpResponseMessage> PostAsync(byte[] update, string? secret, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref deliveries);
        using var request = new HttpRequestMessage(HttpMethod.Post, WebhookUrl);
        request.Content = new ByteArrayContent(update);
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");

        if (secret is not null)
        {
            request.Headers.TryAddWithoutValidation("X-Telegram-Bot-Api-Secret-Token", secret);
        }

        return await http.SendAsync(request, cancellationToken);
    }

    /// <summary>Messages queue by chat, presses by person, membership apart, as the real server does: a press may overtake a message.</summary>
    private static string QueueOf(JsonElement update)
    {
        var message = update.Child("message") ?? update.Child("edited_message");

        if (message?.Child("chat")?.Number("id") is { } chat)
        {
            return "c" + chat.ToString(CultureInfo.InvariantCulture);
        }

        return update.Child("callback_query")?.Child("from")?.Number("id") is { } person
            ? "p" + person.ToString(CultureInfo.InvariantCulture)
            : "m" + (update.Child("my_chat_member")?.Child("chat")?.Number("id") ?? 0).ToString(CultureInfo.InvariantCulture);
    }

    private sealed record Pending(long Id, string Queue, byte[] Json)
    {
        public TaskCompletionSource Acknowledged { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

using System.Collections.Concurrent;
using CommunityBot.Storage;
using Microsoft.Extensions.Logging;

namespace CommunityBot.Messages;

/// <summary>
/// Sends what the outbox holds: in the order of each conversation, interactive before bulk, within the pace of each messenger.
/// Rows reach it in memory right after their commit; <see cref="SendLeftovers"/> finds the others.
/// </summary>
public sealed partial class OutboxSender(
    IDocumentStore store,
    ChannelBoard channels,
    SettleRow settle,
    TimeProvider clock,
    ILogger<OutboxSender> log) : IAsyncDisposable
{
    /// <summary>Requests on the way to one channel at the same time.</summary>
    private const int AtOnce = 32;

    private readonly ConcurrentDictionary<string, Pump> pumps = new(StringComparer.Ordinal);

    /// <summary>Rows that are not settled, and whether they came from a list that may be older than their sending.</summary>
    private readonly ConcurrentDictionary<string, bool> inHand = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource stopping = new();
    private readonly ConcurrentDictionary<Task, byte> running = new();

    /// <summary>Rows in memory that are not settled yet.</summary>
    public int Waiting => inHand.Count;

    /// <summary>Takes a committed row. One that is in hand already, or due later, is left to the sweep.</summary>
    /// <param name="row">As it was committed or listed.</param>
    /// <param name="isListed">True from a sweep: the row may have been sent since the list was read, so it is looked up before it goes.</param>
    public void Accept(OutboxRow row, bool isListed = false)
    {
        if (stopping.IsCancellationRequested || row.NotBefore > clock.GetUtcNow() || !inHand.TryAdd(row.Id, isListed))
        {
            return;
        }

        if (channels.Find(row.Conversation.Channel) is not { } channel)
        {
            inHand.TryRemove(row.Id, out _);
            LogNoChannel(row.Conversation.Channel, row.Id);
            return;
        }

        var pump = pumps.GetOrAdd(channel.Name, _ => new Pump(channel, clock.GetUtcNow()));

        lock (pump)
        {
            pump.Queue.Add(row, clock.GetUtcNow());
        }

        Turn(pump);
    }

    /// <summary>Waits until nothing is in hand; for graceful stops and tests. Rows that rest (backoff, pace) are not waited for.</summary>
    public async Task FlushAsync()
    {
        while (!running.IsEmpty)
        {
            await Task.WhenAll(running.Keys);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await FlushAsync();

        foreach (var pump in pumps.Values)
        {
            pump.Timer?.Dispose();
        }

        stopping.Dispose();
    }

    private void Turn(Pump pump)
    {
        while (TakeNext(pump) is { } row)
        {
            var task = SendAndSettleAsync(pump, row);

            if (!task.IsCompleted)
            {
                running.TryAdd(task, 0);
                _ = task.ContinueWith(
                    (done, all) => ((ConcurrentDictionary<Task, byte>)all!).TryRemove(done, out _),
                    running,
                    CancellationToken.None,
                    TaskContinuationOptions.ExecuteSynchronously,
                    TaskScheduler.Default);
            }
        }
    }

    private OutboxRow? TakeNext(Pump pump)
    {
        lock (pump)
        {
            if (pump.InFlight >= AtOnce || stopping.IsCancellationRequested)
            {
                return null;
            }

            var now = clock.GetUtcNow();
            var row = pump.Queue.TakeNext(now, out var askAgainAt);

            if (row is not null)
            {
                pump.InFlight++;
            }
            else if (askAgainAt is { } at)
            {
                Schedule(pump, at - now);
            }

            return row;
        }
    }

    private void Schedule(Pump pump, TimeSpan wait)
    {
        pump.Timer ??= clock.CreateTimer(_ => Turn(pump), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        pump.Timer.Change(wait < TimeSpan.FromMilliseconds(1) ? TimeSpan.FromMilliseconds(1) : wait, Timeout.InfiniteTimeSpan);
    }

    private async Task SendAndSettleAsync(Pump pump, OutboxRow row)
    {
        // The commit that called us has its own thread to get on with.
        await Task.Yield();
        var settled = await SendOnceAsync(pump.Channel, row);

        lock (pump)
        {
            var now = clock.GetUtcNow();
            pump.InFlight--;

            if (settled.PauseBot is { } pause)
            {
                pump.Queue.PauseUntil(now + pause);
            }

            pump.Queue.Settle(row.Conversation, settled.GivenBack, now + settled.Rest, now);
        }

        if (settled.GivenBack is null)
        {
            inHand.TryRemove(row.Id, out _);
        }

        Turn(pump);
    }

    private async Task<SettledRow> SendOnceAsync(IChannel channel, OutboxRow row)
    {
        try
        {
            if (inHand.GetValueOrDefault(row.Id) && !await IsOpenAsync(row.Id))
            {
                return SettledRow.Finished;
            }

            if (row.Lane == Lane.Bulk && !await settle.ClaimAsync(row, stopping.Token))
            {
                return SettledRow.Finished;
            }

            // Once it is on its way it is not called back: a graceful stop waits for the answer, or it would be sent twice.
            var outcome = await channel.SendAsync(row, await ReplacedAsync(row), CancellationToken.None);
            return await settle.RunAsync(row, outcome, CancellationToken.None);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The row is still queued in the store; the next start sends it.
            return SettledRow.Finished;
        }
        catch (Exception trouble)
        {
            LogBroken(trouble, row.Id);
            return SettledRow.After(row, TimeSpan.FromSeconds(30));
        }
    }

    /// <summary>A settled row leaves <see cref="inHand"/> only after its commit, so what the store says now is the truth.</summary>
    private async Task<bool> IsOpenAsync(string rowId) =>
        await store.FindAsync(Outbox.Rows.Definition.Name, rowId, stopping.Token) is { } stored
        && Outbox.Rows.Read(stored).State is OutboxState.Queued or OutboxState.Sending;

    private async Task<string?> ReplacedAsync(OutboxRow row)
    {
        if (row.Message.Replaces is not { } earlier)
        {
            return row.Message.ReplacesMessageId;
        }

        var document = await store.FindAsync(Outbox.Rows.Definition.Name, earlier, stopping.Token);
        return document is null ? null : Outbox.Rows.Read(document).ChannelMessageId;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Sending row {Row} broke; it is tried again")]
    private partial void LogBroken(Exception trouble, string row);

    [LoggerMessage(Level = LogLevel.Warning, Message = "No channel {Channel} here; row {Row} waits")]
    private partial void LogNoChannel(string channel, string row);

    private sealed class Pump(IChannel channel, DateTimeOffset now)
    {
        public IChannel Channel => channel;

        public SendQueue Queue { get; } = new(channel.Pace, now);

        public int InFlight { get; set; }

        public ITimer? Timer { get; set; }
    }
}

using System.Collections.Concurrent;
using System.Diagnostics;
using CommunityBot.TestKit.Telegram;

namespace CommunityBot.Benchmarks;

/// <summary>Measures from the moment a villager's update leaves until the bot's bubble arrives, and lets the villager go on then.</summary>
internal sealed class AnswerTimes : IDisposable
{
    private readonly ConcurrentDictionary<long, (TaskCompletionSource<TelegramCall> Answer, long Since)> waiting = new();
    private readonly ConcurrentQueue<double> times = new();
    private readonly FakeTelegram telegram;

    public AnswerTimes(FakeTelegram telegram)
    {
        this.telegram = telegram;
        telegram.Remembers = false;
        telegram.Heard = Arrived;
    }

    public int Count => times.Count;

    public void Clear() => times.Clear();

    /// <summary>Sends and waits for the next bubble in this chat.</summary>
    public async Task<TelegramCall> AskAsync(long chat, Func<Task> send)
    {
        var answer = new TaskCompletionSource<TelegramCall>(TaskCreationOptions.RunContinuationsAsynchronously);
        waiting[chat] = (answer, Stopwatch.GetTimestamp());
        await send();
        return await answer.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    public double Percentile(double share)
    {
        var sorted = times.Order().ToArray();
        return sorted.Length == 0 ? 0 : sorted[(int)Math.Min(sorted.Length - 1, sorted.Length * share)];
    }

    public void Dispose() => telegram.Heard = null;

    private void Arrived(TelegramCall call)
    {
        if (call.Method.StartsWith("send", StringComparison.Ordinal) && waiting.TryRemove(call.ChatId, out var one))
        {
            times.Enqueue(Stopwatch.GetElapsedTime(one.Since).TotalMilliseconds);
            one.Answer.SetResult(call);
        }
    }
}

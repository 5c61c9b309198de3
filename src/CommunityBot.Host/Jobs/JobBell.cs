using System.Collections.Concurrent;
using CommunityBot.Scheduling;
using Hangfire;

namespace CommunityBot.Host.Jobs;

/// <summary>Carries a ring of the heart to Hangfire: at most one waits per job, and under a storm of commits a job runs a few times a second, not a thousand.</summary>
internal sealed class JobBell(IBackgroundJobClient hangfire, TimeProvider clock) : IJobBell
{
    /// <summary>Rings closer together than this are answered by one run.</summary>
    public static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(200);

    private readonly ConcurrentDictionary<string, Clapper> clappers = new(StringComparer.Ordinal);

    public void Ring(string name)
    {
        var clapper = clappers.GetOrAdd(name, _ => new Clapper());

        if (Interlocked.Exchange(ref clapper.Waits, 1) == 1)
        {
            return;
        }

        var rest = Breath - clock.GetElapsedTime(Interlocked.Read(ref clapper.LastRun));

        if (clapper.LastRun == 0 || rest <= TimeSpan.Zero)
        {
            Enqueue(name);
        }
        else
        {
            clapper.Timer?.Dispose();
            clapper.Timer = clock.CreateTimer(_ => Enqueue(name), null, rest, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Called when the run begins: what is committed from now on needs a new ring.</summary>
    public void Answered(string name)
    {
        var clapper = clappers.GetOrAdd(name, _ => new Clapper());
        Interlocked.Exchange(ref clapper.LastRun, clock.GetTimestamp());
        Interlocked.Exchange(ref clapper.Waits, 0);
    }

    private void Enqueue(string name) => hangfire.Enqueue<HangfireBridge>(bridge => bridge.RunRungAsync(name, CancellationToken.None));

    private sealed class Clapper
    {
        public int Waits;
        public long LastRun;

        public ITimer? Timer { get; set; }
    }
}

namespace CommunityBot.Scheduling;

/// <summary>Rings for wakes that are due sooner than the next sweep. Forgetting it costs minutes, never a wake: the store has them all.</summary>
public sealed class WakeTimer : IDisposable
{
    private readonly Lock gate = new();
    private readonly TimeProvider clock;
    private readonly ITimer timer;
    private DateTimeOffset next = DateTimeOffset.MaxValue;

    public WakeTimer(IJobBell bell, TimeProvider clock)
    {
        this.clock = clock;
        timer = clock.CreateTimer(_ => Ring(bell), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>A wake is due then; call it after the commit.</summary>
    public void Expect(DateTimeOffset due)
    {
        lock (gate)
        {
            if (due >= next)
            {
                return;
            }

            next = due;
            var wait = due - clock.GetUtcNow();
            timer.Change(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }

    public void Dispose() => timer.Dispose();

    private void Ring(IJobBell bell)
    {
        lock (gate)
        {
            next = DateTimeOffset.MaxValue;
        }

        bell.Ring(RunDueWakes.JobName);
    }
}

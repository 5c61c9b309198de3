using System.Globalization;
using System.Text;
using CommunityBot.Primitives;
using CommunityBot.Storage;

namespace CommunityBot.Host.Demo;

/// <summary>The demo's time: the real clock and what the visitor has wound it forward by, which a restart remembers.</summary>
internal sealed class DemoClock : TimeProvider
{
    private const string FileName = "demo-clock";

    // News rests between 21:00 and 6:00, and the story takes an hour: who looks at night is shown the next morning.
    private static readonly TimeOnly FirstHour = new(6, 30);
    private static readonly TimeOnly LastHour = new(19, 0);
    private static readonly TimeOnly Morning = new(8, 0);

    private readonly Lock winding = new();
    private readonly TimeProvider real;
    private readonly DurableFile files;
    private readonly string path;
    private long ahead;

    public DemoClock(string folder, DurableFile files, TimeProvider real)
    {
        this.real = real;
        this.files = files;
        path = Path.Combine(folder, FileName);
        ahead = File.Exists(path) && long.TryParse(File.ReadAllText(path), CultureInfo.InvariantCulture, out var kept) ? kept : 0;
    }

    public override TimeZoneInfo LocalTimeZone => real.LocalTimeZone;

    public override long TimestampFrequency => real.TimestampFrequency;

    public bool IsNight => GetUtcNow().VietnamHour() is var hour && (hour < FirstHour || hour >= LastHour);

    public override DateTimeOffset GetUtcNow() => real.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref ahead));

    public override long GetTimestamp() => real.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        real.CreateTimer(callback, state, dueTime, period);

    /// <summary>Winds forward; never back, because what happened has happened.</summary>
    public void Wind(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);

        lock (winding)
        {
            var next = ahead + by.Ticks;
            files.CreateFolder(Path.GetDirectoryName(path)!); // the path was combined from a folder
            files.Write(path, Encoding.ASCII.GetBytes(next.ToString(CultureInfo.InvariantCulture)));
            Interlocked.Exchange(ref ahead, next);
        }
    }

    /// <summary>Winds on to eight in the morning when it is too late or too early for an office.</summary>
    public void WindToDaylight()
    {
        if (!IsNight)
        {
            return;
        }

        var now = GetUtcNow();
        var day = now.VietnamHour() >= LastHour ? now.VietnamDay().AddDays(1) : now.VietnamDay();
        Wind(VietnamTime.Moment(day, Morning) - now);
    }
}

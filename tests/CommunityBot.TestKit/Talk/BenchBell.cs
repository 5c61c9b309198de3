using System.Collections.Concurrent;
using CommunityBot.Scheduling;

namespace CommunityBot.TestKit.Talk;

/// <summary>Remembers which jobs were rung until the bench runs them.</summary>
public sealed class BenchBell : IJobBell
{
    private readonly ConcurrentDictionary<string, byte> rung = new(StringComparer.Ordinal);

    public void Ring(string name) => rung.TryAdd(name, 0);

    /// <summary>The names rung since the last time, and forgets them.</summary>
    public IReadOnlyList<string> TakeRung() => [.. rung.Keys.Where(name => rung.TryRemove(name, out _)).Order(StringComparer.Ordinal)];
}

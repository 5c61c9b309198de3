using System.Collections.Concurrent;
using CommunityBot.Scheduling;

namespace CommunityBot.Host.Tests.Journeys;

/// <summary>Remembers which jobs were rung; the journey runs them when it is their turn, on the journey's clock.</summary>
internal sealed class JourneyBell : IJobBell
{
    private readonly ConcurrentQueue<string> rung = new();

    public void Ring(string name)
    {
        if (!rung.Contains(name))
        {
            rung.Enqueue(name);
        }
    }

    public bool TryTake(out string name) => rung.TryDequeue(out name!);
}

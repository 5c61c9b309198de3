using System.Diagnostics.Metrics;

namespace CommunityBot.Conversations;

/// <summary>How many turns there are, how long they take and what became of them, for the operator.</summary>
public static class TurnMetrics
{
    private static readonly Meter Meter = new("CommunityBot.Turns");
    private static readonly Counter<long> Turns = Meter.CreateCounter<long>("communitybot_turns", description: "Turns by what became of them");
    private static readonly Histogram<double> Seconds = Meter.CreateHistogram<double>("communitybot_turn_seconds", "s", "From the arrival of an event to its commit");

    public static void Committed(TimeSpan took)
    {
        Turns.Add(1, new KeyValuePair<string, object?>("outcome", "committed"));
        Seconds.Record(took.TotalSeconds);
    }

    public static void Repeated() => Turns.Add(1, new KeyValuePair<string, object?>("outcome", "repeated"));

    public static void TooOld() => Turns.Add(1, new KeyValuePair<string, object?>("outcome", "too-old"));

    public static void Threw() => Turns.Add(1, new KeyValuePair<string, object?>("outcome", "threw"));

    public static void Refused() => Turns.Add(1, new KeyValuePair<string, object?>("outcome", "refused"));

    public static void SetAside() => Turns.Add(1, new KeyValuePair<string, object?>("outcome", "set-aside"));
}

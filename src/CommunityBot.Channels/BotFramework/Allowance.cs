namespace CommunityBot.Channels.BotFramework;

/// <summary>How much somebody may do in a while, so that one flooding browser leaves room for the next villager.</summary>
internal sealed class Allowance(long limit, TimeSpan window, TimeProvider clock)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, long> used = [];
    private long period;

    /// <summary>False when the share of this period is used up.</summary>
    public bool TryTake(string who, long amount = 1)
    {
        lock (gate)
        {
            var now = clock.GetUtcNow().Ticks / window.Ticks;

            if (now != period)
            {
                used.Clear();
                period = now;
            }

            var after = used.GetValueOrDefault(who) + amount;

            if (after > limit)
            {
                return false;
            }

            used[who] = after;
            return true;
        }
    }
}

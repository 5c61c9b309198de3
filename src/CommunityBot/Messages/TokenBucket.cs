namespace CommunityBot.Messages;

/// <summary>Lets a few messages through at once and then so many a second, as the messengers demand. Not thread-safe: its owner locks.</summary>
internal sealed class TokenBucket(double perSecond, double burst, DateTimeOffset now)
{
    private double missing;
    private DateTimeOffset filledAt = now;

    /// <summary>Zero when a token may be taken now; else how long to wait. A rate of 0 never waits.</summary>
    public TimeSpan WaitAt(DateTimeOffset moment)
    {
        if (perSecond <= 0)
        {
            return TimeSpan.Zero;
        }

        missing = Math.Max(0, missing - ((moment - filledAt).TotalSeconds * perSecond));
        filledAt = moment;
        var tokens = Math.Max(burst, 1) - missing;
        return tokens >= 1 - 1e-9 ? TimeSpan.Zero : TimeSpan.FromSeconds((1 - tokens) / perSecond);
    }

    /// <summary>True when it could let a whole burst through.</summary>
    public bool IsFullAt(DateTimeOffset moment)
    {
        WaitAt(moment);
        return perSecond <= 0 || missing <= 0;
    }

    public void Take() => missing += perSecond <= 0 ? 0 : 1;
}

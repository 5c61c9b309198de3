using CommunityBot.Messages;

namespace CommunityBot.Channels.Zalo;

/// <summary>How Zalo stands: the keys, the line, the quotas and the webhook, summed up in one sentence for the operator.</summary>
internal sealed class ZaloStanding(ZaloRefusals refusals, TimeProvider clock)
{
    private readonly Lock gate = new();
    private ZaloKeys keys;
    private string? lineTrouble;
    private string? restReason;
    private DateTimeOffset restUntil;

    public ChannelStatus Status
    {
        get
        {
            lock (gate)
            {
                return Sum();
            }
        }
    }

    /// <summary>Why nothing is sent at the moment (a quota, a wrong set-up); null while sending makes sense.</summary>
    public string? WhyResting
    {
        get
        {
            lock (gate)
            {
                return restUntil > clock.GetUtcNow() ? restReason : null;
            }
        }
    }

    public void Know(ZaloKeys now)
    {
        lock (gate)
        {
            keys = now;
        }
    }

    public void Rest(string sentence, TimeSpan time)
    {
        lock (gate)
        {
            restReason = sentence;
            restUntil = clock.GetUtcNow() + time;
        }
    }

    public void Reached()
    {
        lock (gate)
        {
            lineTrouble = null;
        }
    }

    public void NotReached(string why)
    {
        lock (gate)
        {
            lineTrouble = ZaloSentences.Unreachable(why);
        }
    }

    private ChannelStatus Sum()
    {
        if (keys is ZaloKeys.None or ZaloKeys.Dead)
        {
            return new ChannelStatus(ChannelState.Off, keys == ZaloKeys.None ? ZaloSentences.NotConnected : ZaloSentences.RefusedRefresh);
        }

        if (refusals.IsAlarming)
        {
            return new ChannelStatus(ChannelState.Troubled, ZaloSentences.Refusing);
        }

        if (keys == ZaloKeys.NotRenewed)
        {
            return new ChannelStatus(ChannelState.Troubled, ZaloSentences.RefusedRefresh);
        }

        if (restReason is { } reason && restUntil > clock.GetUtcNow())
        {
            return new ChannelStatus(ChannelState.Troubled, reason);
        }

        return lineTrouble is { } trouble ? new ChannelStatus(ChannelState.Unreachable, trouble)
            : keys == ZaloKeys.Unknown ? new ChannelStatus(ChannelState.Starting, ZaloSentences.Starting)
            : new ChannelStatus(ChannelState.Working, ZaloSentences.Working);
    }
}

/// <summary>How our keys to the Official Account are.</summary>
internal enum ZaloKeys
{
    Unknown,

    /// <summary>Nobody has consented yet.</summary>
    None,
    Good,

    /// <summary>Zalo renews them no more; the last access token still works.</summary>
    NotRenewed,

    /// <summary>Zalo renews them no more, and the last one has run out.</summary>
    Dead,
}

namespace CommunityBot.Channels.Zalo;

/// <summary>Remembers since when every event had to be refused: after two hours of that Zalo switches the webhook off.</summary>
internal sealed class ZaloRefusals(TimeProvider clock)
{
    /// <summary>From then on the operator should know.</summary>
    public static readonly TimeSpan Alarming = TimeSpan.FromMinutes(5);

    private readonly Lock gate = new();
    private DateTimeOffset? since;
    private DateTimeOffset latest;

    /// <summary>True while nothing but refusals has been answered for five minutes.</summary>
    public bool IsAlarming
    {
        get
        {
            lock (gate)
            {
                return since is { } first && latest - first >= Alarming;
            }
        }
    }

    public void Note(bool isHandled)
    {
        lock (gate)
        {
            latest = clock.GetUtcNow();
            since = isHandled ? null : since ?? latest;
        }
    }
}

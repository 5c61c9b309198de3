using CommunityBot.Messages;
using CommunityBot.Storage;

namespace CommunityBot.Host.Health;

/// <summary>How the bot is, for monitoring and <c>doctor</c>: whether anything can be committed, and which messengers are in trouble.</summary>
/// <param name="Status">"ok"; "degraded" when a channel is down, the disk runs low or the store has something to say; "down" when nothing can be committed.</param>
/// <param name="Degraded">Names of what is in trouble.</param>
/// <param name="Channels">Every configured channel with its state.</param>
internal sealed record HealthReport(string Status, IReadOnlyList<string> Degraded, IReadOnlyDictionary<string, string> Channels)
{
    public bool CanCommit => Status != "down";

    public static HealthReport Of(IDocumentStore store, IEnumerable<IChannel> channels)
    {
        var health = store.Health;
        var standing = channels.ToDictionary(channel => channel.Name, channel => channel.Status.State, StringComparer.Ordinal);
        var degraded = standing.Where(pair => pair.Value is ChannelState.Troubled or ChannelState.Unreachable or ChannelState.Off).Select(pair => pair.Key).ToList();

        if (!health.AcceptsNewReports)
        {
            degraded.Add("disk");
        }

        if (health.Notice is not null)
        {
            degraded.Add("store");
        }

        var status = !health.CanCommit ? "down" : degraded.Count > 0 ? "degraded" : "ok";
        return new HealthReport(status, degraded, standing.ToDictionary(pair => pair.Key, pair => NameOf(pair.Value), StringComparer.Ordinal));
    }

    private static string NameOf(ChannelState state) => state switch
    {
        ChannelState.Starting => "starting",
        ChannelState.Working => "working",
        ChannelState.Troubled => "troubled",
        ChannelState.Unreachable => "unreachable",
        ChannelState.Off => "off",
    };
}

namespace CommunityBot.Messages;

/// <summary>The messengers this host speaks, by name.</summary>
public sealed class ChannelBoard(IEnumerable<IChannel> channels)
{
    private readonly Lazy<Dictionary<string, IChannel>> byName =
        new(() => channels.ToDictionary(channel => channel.Name, StringComparer.Ordinal));

    public IReadOnlyCollection<IChannel> All => byName.Value.Values;

    public IChannel? Find(string name) => byName.Value.GetValueOrDefault(name);
}

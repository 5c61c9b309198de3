using System.Collections.Frozen;

namespace CommunityBot.Awareness;

/// <summary>All topics a villager can choose from, in the order of the menu.</summary>
public sealed class TopicCatalogue(IReadOnlyList<Topic> topics)
{
    private readonly FrozenDictionary<string, Topic> byKey = topics.ToFrozenDictionary(topic => topic.Key, StringComparer.Ordinal);

    public IReadOnlyList<Topic> All => topics;

    public Topic? Find(string key) => byKey.GetValueOrDefault(key);
}

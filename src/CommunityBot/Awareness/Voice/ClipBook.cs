using System.Collections.Concurrent;
using CommunityBot.Primitives;

namespace CommunityBot.Awareness.Voice;

/// <summary>Every sound file villagers can hear now: those shipped with the content, and the approved recordings, which go first. In memory, because each card asks.</summary>
public sealed class ClipBook
{
    private readonly Dictionary<(string Target, string Language), string> shipped;
    private volatile ConcurrentDictionary<(string Target, string Language), string> recorded = new();

    public ClipBook(TopicCatalogue topics) => shipped = topics.All
        .SelectMany(topic => topic.Cards.SelectMany(card => card.Audio.Select(one =>
            (Key: (ClipTarget.OfCard(topic.Key, card.Id).ToString(), one.Key), Source: "content:" + one.Value))))
        .ToDictionary(one => one.Key, one => one.Source);

    /// <summary>The source of a clip in exactly this language; null when nobody read it.</summary>
    public string? Find(ClipTarget target, string language) =>
        recorded.TryGetValue((target.ToString(), language), out var own) ? own : shipped.GetValueOrDefault((target.ToString(), language));

    /// <summary>True when villagers hear a recording of ours, which can be taken away, and not a file of the content.</summary>
    public bool IsRecorded(ClipTarget target, string language) => recorded.ContainsKey((target.ToString(), language));

    /// <summary>The languages in which it can be heard, the villager's own first, then Vietnamese.</summary>
    public IReadOnlyList<string> LanguagesOf(ClipTarget target, string? villager) =>
        [.. Languages.All.Where(language => Find(target, language) is not null)
            .OrderBy(language => language == villager ? 0 : language == Languages.Vietnamese ? 1 : 2)];

    /// <summary>What is heard from now on.</summary>
    public void Hear(IEnumerable<Recording> approved) => recorded = new(approved
        .Where(one => one.Source is not null)
        .DistinctBy(one => (one.Target, one.Language))
        .Select(one => KeyValuePair.Create((one.Target, one.Language), one.Source!)));

    public void Hear(Recording approved) => recorded[(approved.Target, approved.Language)] = approved.Source
        ?? throw new InvalidOperationException("A recording without sound cannot be heard.");

    public void Silence(Recording gone) => recorded.TryRemove((gone.Target, gone.Language), out _);
}

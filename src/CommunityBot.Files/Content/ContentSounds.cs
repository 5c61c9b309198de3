using System.Collections.Concurrent;
using CommunityBot.Awareness;

namespace CommunityBot.Files.Content;

/// <summary>The sound files of the content, each read when it is first listened to; nothing else of the folder can be asked for.</summary>
internal sealed class ContentSounds(string folder, TopicCatalogue topics)
{
    private readonly HashSet<string> files = [.. topics.All.SelectMany(topic => topic.Cards).SelectMany(card => card.Audio.Values)];
    private readonly ConcurrentDictionary<string, byte[]> read = new(StringComparer.Ordinal);

    /// <summary>The bytes of <c>audio/tay/latrine.distance.ogg</c>; null when no card has it.</summary>
    public ReadOnlyMemory<byte>? Find(string file) =>
        files.Contains(file) ? read.GetOrAdd(file, one => File.ReadAllBytes(Path.Combine(folder, one))) : default(ReadOnlyMemory<byte>?);
}

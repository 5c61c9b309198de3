using CommunityBot.Scheduling;
using CommunityBot.Storage;

namespace CommunityBot.Awareness.Voice;

/// <summary>Learns after a start, and from other hosts, which recordings villagers may hear.</summary>
public sealed class RefreshClips(IDocumentStore store, ClipBook clips) : IScheduledJob
{
    public string Name => "refresh-clips";

    public TimeSpan LookEvery => TimeSpan.FromMinutes(1);

    public async Task<JobSummary> RunAsync(CancellationToken cancellationToken)
    {
        var approved = new List<Recording>();
        var range = new IndexRange(Recording.Kind.Definition.Name, Recording.TargetIndex, "", null);

        while (true)
        {
            var page = await store.ListAsync(range, cancellationToken);
            approved.AddRange(page.Select(Recording.Kind.Read));

            if (page.Count < range.Limit)
            {
                break;
            }

            range = range with { After = (Recording.Kind.KeyOf(approved[^1], Recording.TargetIndex)!, approved[^1].Id) }; // listed by this index
        }

        clips.Hear(approved.OrderByDescending(one => one.JudgedAt));
        return JobSummary.Nothing;
    }
}

using CommunityBot.Primitives;
using CommunityBot.Scheduling;
using CommunityBot.Storage;
using CommunityBot.Villagers;

namespace CommunityBot.Handovers;

/// <summary>Brings waiting questions to a desk that was linked meanwhile, closes what nobody spoke in for three days, and deletes what is over for a month.</summary>
public sealed class LookAfterHandovers(IDocumentStore store, HandoverCards cards, AnswerVillager answer, EraseLater eraseLater, TimeProvider clock) : IScheduledJob
{
    public string Name => "look-after-handovers";

    public TimeSpan LookEvery => TimeSpan.FromMinutes(5);

    public async Task<JobSummary> RunAsync(CancellationToken cancellationToken)
    {
        var range = new IndexRange(Handover.Kind.Definition.Name, Handover.DueIndex, "", SortKey.Of(clock.GetUtcNow().AddTicks(1)));
        var summary = JobSummary.Nothing;

        while (true)
        {
            var page = await store.ListAsync(range, cancellationToken);

            foreach (var document in page)
            {
                var work = new Work(store);
                var handover = work.Adopt(Handover.Kind, document);
                range = range with { After = (SortKey.Of(handover.LookAt), document.Id) };
                await LookAsync(work, handover, cancellationToken);
                var isDone = work.HasChanges && await work.CommitAsync(cancellationToken) == CommitOutcome.Done;
                summary += isDone ? new JobSummary(1, 0, 0) : new JobSummary(0, 1, 0);
            }

            if (page.Count < range.Limit)
            {
                return summary;
            }
        }
    }

    private async Task LookAsync(Work work, Handover handover, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();

        if (!handover.IsOpen)
        {
            eraseLater.Photos(work, [.. handover.Lines.SelectMany(line => line.Files).Select(file => file.Id)]);
            work.Delete(Handover.Kind, handover.Id);
        }
        else if (now >= handover.LastAt + Handover.LongestSilence)
        {
            var wasAnswered = handover.Lines.Any(line => line.Officer is not null);
            await answer.EndAsync(work, handover, wasAnswered ? "handover.idle" : "handover.never_answered", cancellationToken);
        }
        else if (handover.Cards.Count == 0 && await cards.ShowAsync(work, handover, cancellationToken) is { Cards.Count: > 0 } shown)
        {
            work.Put(Handover.Kind, shown);
        }
    }
}

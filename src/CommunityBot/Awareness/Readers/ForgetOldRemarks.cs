using CommunityBot.Photos;
using CommunityBot.Primitives;
using CommunityBot.Scheduling;
using CommunityBot.Storage;

namespace CommunityBot.Awareness.Readers;

/// <summary>A remark has been read and acted on after a year: it goes, with the voice in it.</summary>
public sealed class ForgetOldRemarks(IDocumentStore store, PhotoLedger ledger, TimeProvider clock) : IScheduledJob
{
    private const int KeptMonths = 12;

    public string Name => "forget-old-remarks";

    public TimeSpan LookEvery => TimeSpan.FromMinutes(5);

    public async Task<JobSummary> RunAsync(CancellationToken cancellationToken)
    {
        var range = new IndexRange(CardRemark.Kind.Definition.Name, CardRemark.TimeIndex, "", SortKey.Of(clock.GetUtcNow().AddMonths(-KeptMonths)));
        var summary = JobSummary.Nothing;

        foreach (var document in await store.ListAsync(range, cancellationToken))
        {
            var work = new Work(store);
            var remark = work.Adopt(CardRemark.Kind, document);

            if (remark.Files.Count > 0)
            {
                await ledger.EraseAsync(remark.Files, cancellationToken);
            }

            work.Delete(CardRemark.Kind, remark.Id);
            summary += await work.CommitAsync(cancellationToken) == CommitOutcome.Done ? new JobSummary(1, 0, 0) : new JobSummary(0, 1, 0);
        }

        return summary;
    }
}

using CommunityBot.Primitives;
using CommunityBot.Scheduling;
using CommunityBot.Storage;

namespace CommunityBot.Messages;

/// <summary>Hands the sender what a crash, a quiet night or a dead messenger left in the outbox.</summary>
public sealed class SendLeftovers(IDocumentStore store, OutboxSender sender, TimeProvider clock) : IScheduledJob
{
    public const string JobName = "send-leftovers";

    public string Name => JobName;

    public TimeSpan LookEvery => TimeSpan.FromMinutes(1);

    public async Task<JobSummary> RunAsync(CancellationToken cancellationToken)
    {
        var until = SortKey.Of(clock.GetUtcNow() + TimeSpan.FromTicks(1));
        var range = new IndexRange(Outbox.Rows.Definition.Name, Outbox.OpenIndex, "", until);
        var done = 0;

        while (true)
        {
            var page = await store.ListAsync(range, cancellationToken);

            foreach (var document in page)
            {
                var row = Outbox.Rows.Read(document);
                range = range with { After = (Outbox.Rows.KeyOf(row, Outbox.OpenIndex)!, row.Id) };

                // A campaign message that was on its way when the power went is nobody's to send again.
                if (row is not { Lane: Lane.Bulk, State: OutboxState.Sending })
                {
                    sender.Accept(row, isListed: true);
                    done++;
                }
            }

            if (page.Count < range.Limit)
            {
                return new JobSummary(done, 0, 0);
            }
        }
    }
}

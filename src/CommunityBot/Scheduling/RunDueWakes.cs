using CommunityBot.Messages;
using CommunityBot.Primitives;
using CommunityBot.Storage;

namespace CommunityBot.Scheduling;

/// <summary>Lets every due wake enter the lane of its conversation; the turn that hears it removes it.</summary>
public sealed class RunDueWakes(IDocumentStore store, Lazy<IIncoming> incoming, Lazy<WakeTimer> timer, TimeProvider clock) : IScheduledJob
{
    public const string JobName = "run-due-wakes";

    public string Name => JobName;

    public TimeSpan LookEvery => TimeSpan.FromMinutes(1);

    public async Task<JobSummary> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var range = new IndexRange(Wake.Kind.Definition.Name, Wake.DueIndex, "", null);
        var summary = JobSummary.Nothing;

        while (true)
        {
            var page = await store.ListAsync(range, cancellationToken);

            foreach (var wake in page.Select(Wake.Kind.Read))
            {
                if (wake.Due > now)
                {
                    timer.Value.Expect(wake.Due);
                    return summary;
                }

                range = range with { After = (SortKey.Of(wake.Due), wake.Id) };
                var receipt = await incoming.Value.HandleAsync(EventOf(wake), cancellationToken);
                summary = receipt.IsAcknowledged
                    ? summary with { Done = summary.Done + 1 }
                    : summary with { Failed = summary.Failed + 1 };
            }

            if (page.Count < range.Limit)
            {
                return summary;
            }
        }
    }

    private static IncomingMessage EventOf(Wake wake) => new()
    {
        Conversation = wake.Conversation,
        EventId = $"w{SortKey.Of(wake.Due)}{wake.Id}",
        Kind = IncomingKind.Wake,
        Sender = new Sender("-", null, IsAnonymous: true),
        SentAt = wake.Due,
        WakeId = wake.Id,
    };
}

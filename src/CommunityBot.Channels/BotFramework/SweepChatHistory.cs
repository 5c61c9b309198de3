using CommunityBot.Primitives;
using CommunityBot.Scheduling;
using CommunityBot.Storage;
using Microsoft.Extensions.Options;

namespace CommunityBot.Channels.BotFramework;

/// <summary>Lets old web chat talk go: after the setting's days neither words nor files of a villager lie there any more.</summary>
internal sealed class SweepChatHistory(IDocumentStore store, ChatUploads uploads, IOptions<DirectLineOptions> options, TimeProvider clock) : IScheduledJob
{
    // Long enough that an officer's phone that rests over a year in a drawer is still known.
    private static readonly TimeSpan ConversationLife = TimeSpan.FromDays(400);

    // The photo job has long made its own, safe copy; the raw file with all the camera wrote into it need not lie around.
    private static readonly TimeSpan FileLife = TimeSpan.FromDays(7);

    public string Name => "sweep-chat-history";

    public TimeSpan LookEvery => TimeSpan.FromMinutes(5);

    public async Task<JobSummary> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();

        return new JobSummary(uploads.DropOlderThan(now - FileLife), 0, 0)
            + await DropAsync(ChatDocuments.Activities, now - TimeSpan.FromDays(options.Value.HistoryDays), cancellationToken)
            + await DropAsync(ChatDocuments.Conversations, now - ConversationLife, cancellationToken);
    }

    private async Task<JobSummary> DropAsync<T>(DocumentKind<T> kind, DateTimeOffset before, CancellationToken cancellationToken)
        where T : class
    {
        var range = new IndexRange(kind.Definition.Name, ChatDocuments.ByAge, "", SortKey.Of(before));
        var old = await store.ListAsync(range, cancellationToken);

        if (old.Count == 0)
        {
            return JobSummary.Nothing;
        }

        // A page a run: a backlog drains over the next runs without holding up anybody's turn.
        var outcome = await store.CommitAsync([.. old.Select(one => kind.Delete(one.Id, one.Version))], cancellationToken);
        return outcome == CommitOutcome.Done ? new JobSummary(old.Count, 0, 0) : new JobSummary(0, old.Count, 0);
    }
}

using CommunityBot.Messages;
using CommunityBot.Phrases;
using CommunityBot.Scheduling;
using CommunityBot.Storage;
using CommunityBot.Tickets;
using CommunityBot.Villagers;

namespace CommunityBot.News;

/// <summary>The commune says that the water runs again: whoever waits for it hears it, once.</summary>
public sealed class TellOutageFollowers(IDocumentStore store, Outbox outbox, TicketWords words, Phrasebook phrases, TimeProvider clock) : IScheduledJob
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(30);

    public string Name => "tell-outage-followers";

    public TimeSpan LookEvery => TimeSpan.FromMinutes(1);

    public async Task<JobSummary> RunAsync(CancellationToken cancellationToken)
    {
        var range = new IndexRange(OutageFollower.Kind.Definition.Name, IndexRange.ById, "", null);
        var summary = JobSummary.Nothing;

        while (true)
        {
            var page = await store.ListAsync(range, cancellationToken);

            foreach (var document in page)
            {
                var work = new Work(store);
                await LookAsync(work, work.Adopt(OutageFollower.Kind, document), cancellationToken);
                range = range with { After = (document.Id, document.Id) };
                var isDone = work.HasChanges && await work.CommitAsync(cancellationToken) == CommitOutcome.Done;
                summary += isDone ? new JobSummary(1, 0, 0) : new JobSummary(0, 1, 0);
            }

            if (page.Count < range.Limit)
            {
                return summary;
            }
        }
    }

    private async Task LookAsync(Work work, OutageFollower follower, CancellationToken cancellationToken)
    {
        var tickets = new List<Ticket>();

        foreach (var id in follower.Tickets)
        {
            if (await work.FindAsync(Ticket.Kind, id.Code, cancellationToken) is { } ticket)
            {
                tickets.Add(ticket);
            }
        }

        if (tickets.Exists(ticket => ticket.Status is TicketStatus.Resolved or TicketStatus.Closed))
        {
            await EndAsync(work, follower, "news.water_back", cancellationToken);
        }
        else if (!tickets.Exists(ticket => TicketLifecycle.IsOpen(ticket.Status)))
        {
            await EndAsync(work, follower, "news.water_unknown", cancellationToken);
        }
        else if (clock.GetUtcNow() - follower.Since > LongestWait)
        {
            work.Delete(OutageFollower.Kind, OutageFollower.Kind.IdOf(follower));
        }
    }

    private async Task EndAsync(Work work, OutageFollower follower, string phrase, CancellationToken cancellationToken)
    {
        var villager = await work.FindAsync(Villager.Kind, follower.Villager.ToString(), cancellationToken);
        var sentence = phrases.In(villager?.Language).For(villager?.Address).Say(phrase, ("noi", words.CommuneOf(follower.Commune)));
        outbox.Say(work, follower.Villager, new OutgoingMessage { Text = sentence }, QuietHours.NotBefore(clock.GetUtcNow()));
        work.Delete(OutageFollower.Kind, OutageFollower.Kind.IdOf(follower));
    }
}

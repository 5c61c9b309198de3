using CommunityBot.Primitives;
using CommunityBot.Scheduling;
using CommunityBot.Storage;
using Microsoft.Extensions.Hosting;

namespace CommunityBot.Awareness.Readers;

/// <summary>Adds what was counted to the tallies once a minute and when the bot stops; a power cut costs a minute of counting, nothing else.</summary>
public sealed class KeepCardViews(CardViews views, IDocumentStore store, TimeProvider clock) : IScheduledJob, IHostedService
{
    public string Name => "keep-card-views";

    public TimeSpan LookEvery => TimeSpan.FromMinutes(1);

    public async Task<JobSummary> RunAsync(CancellationToken cancellationToken)
    {
        var summary = JobSummary.Nothing;

        foreach (var (card, count) in views.Take())
        {
            var isKept = false;

            try
            {
                isKept = await KeepAsync(card, count, cancellationToken);
            }
            finally
            {
                if (!isKept)
                {
                    views.GiveBack(card, count);
                }
            }

            summary += isKept ? new JobSummary(1, 0, 0) : new JobSummary(0, 1, 0);
        }

        return summary;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        try
        {
            await RunAsync(cancellationToken);
        }
        catch (StoreUnavailableException)
        {
            // A full disk must not keep the bot from stopping; a minute of counting is lost.
        }
    }

    private async Task<bool> KeepAsync(CardLink card, int count, CancellationToken cancellationToken)
    {
        var work = new Work(store);
        var before = await work.FindAsync(CardTally.Kind, card.ToString(), cancellationToken);
        work.Put(CardTally.Kind, new CardTally(card.ToString(), (before?.Views ?? 0) + count, clock.GetUtcNow().VietnamDay()));
        return await work.CommitAsync(cancellationToken) == CommitOutcome.Done;
    }
}

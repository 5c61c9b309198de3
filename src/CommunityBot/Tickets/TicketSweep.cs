using CommunityBot.Scheduling;
using CommunityBot.Storage;

namespace CommunityBot.Tickets;

/// <summary>Looks at the tickets of a range one by one, each in a commit of its own: a lost race is left to the next sweep, a kill in the middle to the next start.</summary>
internal static class TicketSweep
{
    public static async Task<JobSummary> RunAsync(
        IDocumentStore store,
        IndexRange range,
        string index,
        Func<Work, Ticket, CancellationToken, Task<bool>> lookAt,
        CancellationToken cancellationToken)
    {
        var summary = JobSummary.Nothing;

        while (true)
        {
            var page = await store.ListAsync(range, cancellationToken);

            foreach (var document in page)
            {
                var work = new Work(store);
                var ticket = work.Adopt(Ticket.Kind, document);
                range = range with { After = (Ticket.Kind.KeyOf(ticket, index)!, document.Id) }; // listed by this index, so it has a key
                summary += await LookAsync(work, ticket, lookAt, cancellationToken);
            }

            if (page.Count < range.Limit)
            {
                return summary;
            }
        }
    }

    /// <summary>The tickets a job must look at by now.</summary>
    public static IndexRange Due(string job, DateTimeOffset now) => new(
        Ticket.Kind.Definition.Name,
        Ticket.DueIndex,
        $"{job}|",
        $"{job}|{Primitives.SortKey.Of(now + TimeSpan.FromTicks(1))}");

    private static async Task<JobSummary> LookAsync(
        Work work, Ticket ticket, Func<Work, Ticket, CancellationToken, Task<bool>> lookAt, CancellationToken cancellationToken)
    {
        if (!await lookAt(work, ticket, cancellationToken))
        {
            return new JobSummary(0, 1, 0);
        }

        return await work.CommitAsync(cancellationToken) == CommitOutcome.Done ? new JobSummary(1, 0, 0) : new JobSummary(0, 1, 0);
    }
}

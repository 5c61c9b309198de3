using CommunityBot.Primitives;
using CommunityBot.Scheduling;
using CommunityBot.Storage;
using CommunityBot.Tickets;
using Microsoft.Extensions.Options;

namespace CommunityBot.Villagers;

/// <summary>Removes name, phone, exact point and photos from tickets that were closed so many months ago.</summary>
public sealed class ForgetOldReporters(IDocumentStore store, EraseLater eraseLater, IOptions<PrivacyOptions> options, TimeProvider clock) : IScheduledJob
{
    public const string JobName = "forget-old-reporters";

    public string Name => JobName;

    public TimeSpan LookEvery => TimeSpan.FromMinutes(5);

    public async Task<JobSummary> RunAsync(CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow().AddMonths(-options.Value.KeepMonths);
        var range = new IndexRange(Ticket.Kind.Definition.Name, Ticket.EndedIndex, "", SortKey.Of(before));
        var summary = JobSummary.Nothing;

        while (true)
        {
            var page = await store.ListAsync(range, cancellationToken);

            foreach (var document in page)
            {
                range = range with { After = (Ticket.Kind.KeyOf(Ticket.Kind.Read(document), Ticket.EndedIndex)!, document.Id) }; // listed by this index
                summary += await ForgetAsync(document, cancellationToken);
            }

            if (page.Count < range.Limit)
            {
                return summary;
            }
        }
    }

    private async Task<JobSummary> ForgetAsync(StoredDocument document, CancellationToken cancellationToken)
    {
        var work = new Work(store);
        var ticket = work.Adopt(Ticket.Kind, document);
        work.Put(Ticket.Kind, Nameless.Of(ticket));
        eraseLater.Run(work, TimeSpan.Zero, erasure => erasure with
        {
            Photos = [.. ticket.Files.Select(file => file.Id)],
            Tickets = [ticket.Id.Code],
        });
        return await work.CommitAsync(cancellationToken) == CommitOutcome.Done ? new JobSummary(1, 0, 0) : new JobSummary(0, 1, 0);
    }
}

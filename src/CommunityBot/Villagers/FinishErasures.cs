using CommunityBot.Messages;
using CommunityBot.Photos;
using CommunityBot.Primitives;
using CommunityBot.Scheduling;
using CommunityBot.Storage;
using CommunityBot.Tickets;

namespace CommunityBot.Villagers;

/// <summary>Erases what was promised: bytes of photos, and a mark for every document so that a restored backup erases it again.</summary>
public sealed class FinishErasures(
    IDocumentStore store, ChannelBoard channels, PhotoLedger ledger, IKeptFiles files, IErasedPeople erased, TimeProvider clock) : IScheduledJob
{
    public const string JobName = "finish-erasures";

    /// <summary>The folder of kept files, as backups know it.</summary>
    private const string FilesFolder = "photos";

    public string Name => JobName;

    public TimeSpan LookEvery => TimeSpan.FromMinutes(1);

    public async Task<JobSummary> RunAsync(CancellationToken cancellationToken)
    {
        var range = new IndexRange(Erasure.Kind.Definition.Name, Erasure.DueIndex, "", SortKey.Of(clock.GetUtcNow().AddTicks(1)));
        var summary = JobSummary.Nothing;

        while (true)
        {
            var page = await store.ListAsync(range, cancellationToken);

            foreach (var document in page)
            {
                await FinishAsync(Erasure.Kind.Read(document), cancellationToken);
                summary = summary with { Done = summary.Done + 1 };
            }

            // Finished ones are gone, so the first page is always the next.
            if (page.Count < range.Limit)
            {
                return summary;
            }
        }
    }

    /// <summary>Every step may run again: the note goes last.</summary>
    private async Task FinishAsync(Erasure erasure, CancellationToken cancellationToken)
    {
        await ErasePhotosAsync(erasure.Photos, cancellationToken);

        if (erasure.Talk is { } talk && channels.Find(talk.Channel) is IConversationKeeper keeper)
        {
            await keeper.ForgetAsync(talk, cancellationToken);
        }

        foreach (var hash in erasure.Files)
        {
            files.Remove(hash);
            await erased.MarkErasedAsync(FilesFolder, hash, cancellationToken);
        }

        foreach (var document in erasure.Documents)
        {
            await erased.MarkErasedAsync(document.Collection, document.Id, cancellationToken);
        }

        foreach (var id in erasure.Tickets)
        {
            await erased.MarkErasedAsync(Ticket.Kind.Definition.Name, id, cancellationToken);
            await WriteAnewAsync(id, cancellationToken);
        }

        var work = new Work(store);
        await work.FindAsync(Erasure.Kind, erasure.Id, cancellationToken);
        work.Delete(Erasure.Kind, erasure.Id);
        await work.CommitAsync(cancellationToken);
    }

    private async Task ErasePhotosAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var hashes = new HashSet<string>(StringComparer.Ordinal);

        foreach (var id in ids)
        {
            var work = new Work(store);

            if (await work.FindAsync(StoredPhoto.Kind, id, cancellationToken) is { Hash: { } hash })
            {
                hashes.Add(hash);
            }
        }

        await ledger.EraseAsync(ids, cancellationToken);

        foreach (var id in ids)
        {
            await erased.MarkErasedAsync(StoredPhoto.Kind.Definition.Name, id, cancellationToken);
        }

        foreach (var hash in hashes)
        {
            var others = new IndexRange(StoredPhoto.Kind.Definition.Name, StoredPhoto.HashIndex, hash, hash + "\0", Limit: 1);

            if ((await store.ListAsync(others, cancellationToken)).Count == 0)
            {
                await erased.MarkErasedAsync(FilesFolder, hash, cancellationToken);
            }
        }
    }

    /// <summary>The mark covers all a document said until now; the ticket without the person must be younger than the mark.</summary>
    private async Task WriteAnewAsync(string ticketId, CancellationToken cancellationToken)
    {
        CommitOutcome outcome;

        do
        {
            var work = new Work(store);

            if (await work.FindAsync(Ticket.Kind, ticketId, cancellationToken) is not { } ticket)
            {
                return;
            }

            work.Put(Ticket.Kind, ticket);
            outcome = await work.CommitAsync(cancellationToken);
        }
        while (outcome == CommitOutcome.LostRace);
    }
}

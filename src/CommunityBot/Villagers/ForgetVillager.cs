using CommunityBot.Handovers;
using CommunityBot.Messages;
using CommunityBot.News;
using CommunityBot.Scheduling;
using CommunityBot.Storage;
using CommunityBot.Tickets;

namespace CommunityBot.Villagers;

/// <summary>A villager has everything about them erased: at once in the store, their photos right after, backups when they are restored. Tickets stay without the person.</summary>
public sealed class ForgetVillager(EraseLater eraseLater, HandoverCards handoverCards)
{
    /// <param name="work">The turn; the conversation itself is emptied by the turn.</param>
    /// <param name="villager">Whose data.</param>
    /// <param name="draftFiles">Photos of a report that was not sent.</param>
    /// <param name="cancellationToken">Nothing is changed when it fires.</param>
    public async Task RunAsync(Work work, ConversationKey villager, IReadOnlyList<FileRef> draftFiles, CancellationToken cancellationToken)
    {
        var photos = new List<string>(draftFiles.Select(file => file.Id));
        var tickets = new List<string>();
        var gone = new List<ErasedDocument>();

        await ForEachOwnTicketAsync(work, villager, ticket =>
        {
            photos.AddRange(ticket.Files.Select(file => file.Id));
            tickets.Add(ticket.Id.Code);
            work.Put(Ticket.Kind, Nameless.Of(ticket));
        }, cancellationToken);

        await DeleteHandoversAsync(work, villager, photos, gone, cancellationToken);
        await DeleteNewsAsync(work, villager, gone, cancellationToken);
        await DeleteAsync(work, Villager.Kind, villager.ToString(), gone, cancellationToken);
        gone.Add(new ErasedDocument("conversations", villager.ToString()));
        await DeleteWakesAsync(work, villager, gone, cancellationToken);
        await DeleteOutboxAsync(work, villager, Outbox.OpenIndex, cancellationToken);
        await DeleteOutboxAsync(work, villager, Outbox.TroubleIndex, cancellationToken);
        await DeleteOutboxAsync(work, villager, Outbox.HeldIndex, cancellationToken);
        eraseLater.Run(work, TimeSpan.Zero, erasure => erasure with { Photos = photos, Documents = gone, Tickets = tickets, Talk = villager });
    }

    /// <summary>What they asked officers, both sides of it.</summary>
    private async Task DeleteHandoversAsync(Work work, ConversationKey villager, List<string> photos, List<ErasedDocument> gone, CancellationToken cancellationToken)
    {
        foreach (var document in await work.Store.ListAsync(Handover.Of(villager), cancellationToken))
        {
            var handover = work.Adopt(Handover.Kind, document);
            photos.AddRange(handover.Lines.SelectMany(line => line.Files).Select(file => file.Id));
            handoverCards.Wipe(work, handover);
            work.Delete(Handover.Kind, handover.Id);
            gone.Add(new ErasedDocument(Handover.Kind.Definition.Name, handover.Id));
        }
    }

    private static async Task ForEachOwnTicketAsync(Work work, ConversationKey villager, Action<Ticket> visit, CancellationToken cancellationToken)
    {
        var range = OwnTickets(villager);

        while (true)
        {
            var page = await work.Store.ListAsync(range, cancellationToken);

            foreach (var document in page)
            {
                var ticket = work.Adopt(Ticket.Kind, document);
                range = range with { After = (Ticket.Kind.KeyOf(ticket, Ticket.ReporterIndex)!, document.Id) }; // listed by this index
                visit(ticket);
            }

            if (page.Count < range.Limit)
            {
                return;
            }
        }
    }

    /// <summary>All tickets of one reporter by time.</summary>
    public static IndexRange OwnTickets(ConversationKey villager) =>
        new(Ticket.Kind.Definition.Name, Ticket.ReporterIndex, $"{villager}|", $"{villager}}}");

    private static async Task DeleteAsync<T>(Work work, DocumentKind<T> kind, string id, List<ErasedDocument> gone, CancellationToken cancellationToken)
        where T : class
    {
        await work.FindAsync(kind, id, cancellationToken);
        work.Delete(kind, id);
        gone.Add(new ErasedDocument(kind.Definition.Name, id));
    }

    private static async Task DeleteNewsAsync(Work work, ConversationKey villager, List<ErasedDocument> gone, CancellationToken cancellationToken)
    {
        await DeleteAsync(work, Subscription.Kind, villager.ToString(), gone, cancellationToken);

        foreach (var document in await work.Store.ListAsync(OutageFollower.Of(villager), cancellationToken))
        {
            work.Adopt(OutageFollower.Kind, document);
            work.Delete(OutageFollower.Kind, document.Id);
            gone.Add(new ErasedDocument(OutageFollower.Kind.Definition.Name, document.Id));
        }
    }

    private static async Task DeleteWakesAsync(Work work, ConversationKey villager, List<ErasedDocument> gone, CancellationToken cancellationToken)
    {
        foreach (var id in new[] { Wake.ReportOf(villager), Wake.AlbumOf(villager), Wake.WindowOf(villager) })
        {
            await DeleteAsync(work, Wake.Kind, id, gone, cancellationToken);
        }
    }

    private static async Task DeleteOutboxAsync(Work work, ConversationKey villager, string index, CancellationToken cancellationToken)
    {
        var range = new IndexRange(Outbox.Rows.Definition.Name, index, "", null);

        while (true)
        {
            var page = await work.Store.ListAsync(range, cancellationToken);

            foreach (var document in page)
            {
                var row = Outbox.Rows.Read(document);
                range = range with { After = (Outbox.Rows.KeyOf(row, index)!, document.Id) }; // listed by this index

                if (row.Conversation == villager)
                {
                    work.Adopt(Outbox.Rows, document);
                    work.Delete(Outbox.Rows, document.Id);
                }
            }

            if (page.Count < range.Limit)
            {
                return;
            }
        }
    }
}

using CommunityBot.Messages;
using CommunityBot.Photos;
using CommunityBot.Phrases;
using CommunityBot.Scheduling;
using CommunityBot.Storage;

namespace CommunityBot.Tickets;

/// <summary>When photos and voice notes have been fetched: shows them below the card in the desk, and sends the villager the answer with its proof.</summary>
public sealed class ShowArrivedFiles(
    IDocumentStore store, TellTheVillager tell, TicketWords words, OutcomeCatalogue outcomes, Outbox outbox, TimeProvider clock) : IScheduledJob
{
    public const string JobName = FetchPhotos.WhoShows;

    /// <summary>Longer the villager does not wait for the proof: the answer goes without it.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    public string Name => JobName;

    public TimeSpan LookEvery => TimeSpan.FromMinutes(1);

    public Task<JobSummary> RunAsync(CancellationToken cancellationToken) => TicketSweep.RunAsync(
        store,
        new IndexRange(Ticket.Kind.Definition.Name, Ticket.FilesIndex, "", null),
        Ticket.FilesIndex,
        LookAsync,
        cancellationToken);

    /// <summary>Part of a turn or job row.</summary>
    /// <returns>True when something was shown or told.</returns>
    public async Task<bool> LookAsync(Work work, Ticket ticket, CancellationToken cancellationToken)
    {
        var now = await TellResultAsync(work, await ShowInDesksAsync(work, ticket, cancellationToken), cancellationToken);

        if (now == ticket)
        {
            return false;
        }

        work.Put(Ticket.Kind, now);
        return true;
    }

    /// <summary>Shows the files that are here once more, in one conversation.</summary>
    public async Task ShowAgainAsync(Work work, Ticket ticket, ConversationKey conversation, CancellationToken cancellationToken) =>
        ShowIn(work, ticket, conversation, await FindAsync(work, ticket.Files, cancellationToken));

    private async Task<Ticket> ShowInDesksAsync(Work work, Ticket ticket, CancellationToken cancellationToken)
    {
        if (ticket.Cards.Count == 0)
        {
            return ticket;
        }

        var known = await FindAsync(work, ticket.Files.Where(file => !ticket.ShownFiles.Contains(file.Id)), cancellationToken);

        if (known.Count == 0)
        {
            return ticket;
        }

        foreach (var card in ticket.Cards)
        {
            ShowIn(work, ticket, card.Conversation, known);
        }

        return ticket with { ShownFiles = [.. ticket.ShownFiles, .. known.Select(file => file.Ref.Id)] };
    }

    private void ShowIn(Work work, Ticket ticket, ConversationKey conversation, List<TicketFile> known)
    {
        var photos = PhotosOf(known);
        var code = ticket.Id.ToString();

        if (photos.Count > 0)
        {
            var bubble = new OutgoingMessage { Text = words.Phrases.Say("desk.photos_of", ("ma", code)), IsSilent = true };
            outbox.Say(work, conversation, WithPhotos(bubble, photos), about: ticket.Id.Code);
        }

        foreach (var file in known.Where(file => file is { IsPhoto: false, Source: not null }))
        {
            outbox.Say(work, conversation, new OutgoingMessage
            {
                Text = words.Phrases.Say(file.Ref.Kind == FileKind.Voice ? "desk.voice_of" : "desk.document_of", ("ma", code)),
                Attachment = new OutgoingFile(file.Ref.Kind, file.Source!), // asked for in the line above
                IsSilent = true,
            }, about: ticket.Id.Code);
        }

        if (known.Exists(file => file.Source is null))
        {
            outbox.Say(work, conversation, new OutgoingMessage { Text = words.Phrases.Say("desk.files_missing", ("ma", code)), IsSilent = true });
        }
    }

    private async Task<Ticket> TellResultAsync(Work work, Ticket ticket, CancellationToken cancellationToken)
    {
        if (ticket is not { Status: TicketStatus.Resolved, IsResultTold: false, Resolution: { } resolution })
        {
            return ticket;
        }

        if (resolution.TellFrom is { } from && clock.GetUtcNow() < from)
        {
            return ticket;
        }

        var proof = await FindAsync(work, resolution.Proof, cancellationToken);

        if (proof.Count < resolution.Proof.Count && clock.GetUtcNow() - resolution.At < LongestWait)
        {
            return ticket;
        }

        await tell.SayToAllAsync(work, ticket, (one, book) => Result(one, resolution, proof, book), cancellationToken);

        // Messengers show one file to a bubble: a voice note or paper beside the photo follows.
        foreach (var file in proof.Where(file => file is { IsPhoto: false, Source: not null }))
        {
            await tell.SayToAllAsync(work, ticket, (one, book) => new OutgoingMessage
            {
                Text = book.Say(file.Ref.Kind == FileKind.Voice ? "ticket.result_voice" : "ticket.result_document", ("ma", one.Id.ToString())),
                Attachment = new OutgoingFile(file.Ref.Kind, file.Source!), // asked for in the line above
            }, cancellationToken);
        }

        return ticket with { IsResultTold = true };
    }

    private OutgoingMessage Result(Ticket ticket, Resolution resolution, List<TicketFile> proof, Phrasebook book) => WithPhotos(
        new OutgoingMessage
        {
            Text = book.Say(
                "ticket.resolved",
                ("ma", ticket.Id.ToString()),
                ("ket_qua", outcomes.Find(resolution.Outcome)?.Sentence ?? resolution.Outcome),
                ("loi", resolution.Words)),
            IsWorthPaying = true,
            Buttons =
            [
                [
                    new Button(book.Say("ticket.button_fixed"), TicketKeys.ForVillager(TicketKeys.Fixed, ticket.Id)),
                    new Button(book.Say("ticket.button_still_broken"), TicketKeys.ForVillager(TicketKeys.StillBroken, ticket.Id)),
                ],
            ],
        },
        PhotosOf(proof));

    /// <summary>Those whose fate is known, in their order.</summary>
    private static async Task<List<TicketFile>> FindAsync(Work work, IEnumerable<FileRef> files, CancellationToken cancellationToken)
    {
        var known = new List<TicketFile>();

        foreach (var file in files)
        {
            if (await TicketFiles.FindAsync(work, file, cancellationToken) is { } found)
            {
                known.Add(found);
            }
        }

        return known;
    }

    private static List<OutgoingFile> PhotosOf(List<TicketFile> files) =>
        [.. files.Where(file => file is { IsPhoto: true, Source: not null }).Select(file => new OutgoingFile(FileKind.Photo, file.Source!))]; // asked for just before

    private static OutgoingMessage WithPhotos(OutgoingMessage message, List<OutgoingFile> photos) => photos.Count switch
    {
        0 => message,
        1 => message with { Picture = photos[0] },
        _ => message with { Album = photos },
    };
}

using CommunityBot.Messages;
using CommunityBot.Scheduling;
using CommunityBot.Storage;

namespace CommunityBot.Tickets;

/// <summary>When photos and voice notes have been fetched: shows them below the card in the desk, and sends the villager the answer with its proof.</summary>
public sealed class ShowArrivedFiles(
    IDocumentStore store, ITicketFiles files, TellTheVillager tell, TicketWords words, OutcomeCatalogue outcomes, Outbox outbox, TimeProvider clock) : IScheduledJob
{
    public const string JobName = "show-arrived-files";

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
    public async Task ShowAgainAsync(Work work, Ticket ticket, ConversationKey conversation, CancellationToken cancellationToken)
    {
        var here = new List<(FileRef Ref, string Source)>();

        foreach (var file in ticket.Files)
        {
            if (await files.FindAsync(work, file, cancellationToken) is { State: TicketFileState.Here, Source: { } source })
            {
                here.Add((file, source));
            }
        }

        ShowIn(work, ticket, conversation, here, missing: 0);
    }

    private async Task<Ticket> ShowInDesksAsync(Work work, Ticket ticket, CancellationToken cancellationToken)
    {
        if (ticket.Cards.Count == 0)
        {
            return ticket;
        }

        var shown = new List<string>();
        var here = new List<(FileRef Ref, string Source)>();

        foreach (var file in ticket.Files.Where(file => !ticket.ShownFiles.Contains(file.Id)))
        {
            var found = await files.FindAsync(work, file, cancellationToken);

            if (found is { State: TicketFileState.Here, Source: { } source })
            {
                here.Add((file, source));
                shown.Add(file.Id);
            }
            else if (found.State == TicketFileState.Missing)
            {
                shown.Add(file.Id);
            }
        }

        if (shown.Count == 0)
        {
            return ticket;
        }

        foreach (var card in ticket.Cards)
        {
            ShowIn(work, ticket, card.Conversation, here, shown.Count - here.Count);
        }

        return ticket with { ShownFiles = [.. ticket.ShownFiles, .. shown] };
    }

    private void ShowIn(Work work, Ticket ticket, ConversationKey conversation, List<(FileRef Ref, string Source)> here, int missing)
    {
        var photos = here.Where(file => IsPhoto(file.Ref)).Select(file => new OutgoingFile(FileKind.Photo, file.Source)).ToList();
        var code = ticket.Id.ToString();

        if (photos.Count > 0)
        {
            var bubble = new OutgoingMessage { Text = words.Phrases.Say("desk.photos_of", ("ma", code)), IsSilent = true };
            outbox.Say(work, conversation, photos.Count == 1 ? bubble with { Picture = photos[0] } : bubble with { Album = photos }, isKept: true, about: ticket.Id.Code);
        }

        foreach (var (file, source) in here.Where(file => !IsPhoto(file.Ref)))
        {
            var key = file.Kind == FileKind.Voice ? "desk.voice_of" : "desk.document_of";
            outbox.Say(work, conversation, new OutgoingMessage
            {
                Text = words.Phrases.Say(key, ("ma", code)),
                Attachment = new OutgoingFile(file.Kind, source),
                IsSilent = true,
            }, isKept: true, about: ticket.Id.Code);
        }

        if (missing > 0)
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

        var proof = new List<(FileRef Ref, string Source)>();

        foreach (var file in resolution.Proof)
        {
            var found = await files.FindAsync(work, file, cancellationToken);

            if (found is { State: TicketFileState.Here, Source: { } source })
            {
                proof.Add((file, source));
            }
            else if (found.State == TicketFileState.Waiting && clock.GetUtcNow() - resolution.At < LongestWait)
            {
                return ticket;
            }
        }

        await tell.SayToAllAsync(work, ticket, (one, book) => Result(one, resolution, proof, book), cancellationToken);

        // Messengers show one file to a bubble: a voice note or paper beside the photo follows.
        foreach (var (file, source) in proof.Where(file => !IsPhoto(file.Ref)))
        {
            await tell.SayToAllAsync(work, ticket, (one, book) => new OutgoingMessage
            {
                Text = book.Say(file.Kind == FileKind.Voice ? "ticket.result_voice" : "ticket.result_document", ("ma", one.Id.ToString())),
                Attachment = new OutgoingFile(file.Kind, source),
            }, cancellationToken);
        }

        return ticket with { IsResultTold = true };
    }

    private OutgoingMessage Result(Ticket ticket, Resolution resolution, List<(FileRef Ref, string Source)> proof, Phrases.Phrasebook book)
    {
        var photos = proof.Where(file => IsPhoto(file.Ref)).Select(file => new OutgoingFile(FileKind.Photo, file.Source)).ToList();
        return new OutgoingMessage
        {
            Text = book.Say(
                "ticket.resolved",
                ("ma", ticket.Id.ToString()),
                ("ket_qua", outcomes.Find(resolution.Outcome)?.Sentence ?? resolution.Outcome),
                ("loi", resolution.Words)),
            Picture = photos.Count == 1 ? photos[0] : null,
            Album = photos.Count > 1 ? photos : [],
            Buttons =
            [
                [
                    new Button(book.Say("ticket.button_fixed"), TicketKeys.ForVillager(TicketKeys.Fixed, ticket.Id)),
                    new Button(book.Say("ticket.button_still_broken"), TicketKeys.ForVillager(TicketKeys.StillBroken, ticket.Id)),
                ],
            ],
        };
    }

    private static bool IsPhoto(FileRef file) => file.Kind is FileKind.Photo or FileKind.ImageDocument;
}

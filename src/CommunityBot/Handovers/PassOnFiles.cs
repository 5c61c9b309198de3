using CommunityBot.Messages;
using CommunityBot.Photos;
using CommunityBot.Phrases;
using CommunityBot.Primitives;
using CommunityBot.Scheduling;
using CommunityBot.Storage;
using CommunityBot.Tickets;

namespace CommunityBot.Handovers;

/// <summary>Photos and voice notes of a hand-over reach the other side as soon as they are fetched.</summary>
public sealed class PassOnFiles(IDocumentStore store, HandoverCards cards, Outbox outbox, Phrasebook phrases) : IScheduledJob
{
    public string Name => FetchPhotos.WhoPassesOn;

    public TimeSpan LookEvery => TimeSpan.FromMinutes(1);

    public async Task<JobSummary> RunAsync(CancellationToken cancellationToken)
    {
        var range = new IndexRange(Handover.Kind.Definition.Name, Handover.FilesIndex, "", null);
        var summary = JobSummary.Nothing;

        while (true)
        {
            var page = await store.ListAsync(range, cancellationToken);

            foreach (var document in page)
            {
                var work = new Work(store);
                var handover = work.Adopt(Handover.Kind, document);
                range = range with { After = (SortKey.Of(handover.OpenedAt), document.Id) };
                summary += await PassAsync(work, handover, cancellationToken);
            }

            if (page.Count < range.Limit)
            {
                return summary;
            }
        }
    }

    private async Task<JobSummary> PassAsync(Work work, Handover handover, CancellationToken cancellationToken)
    {
        var lines = new List<HandoverLine>(handover.Lines.Count);

        foreach (var line in handover.Lines)
        {
            lines.Add(await PassAsync(work, handover, line, cancellationToken));
        }

        if (lines.SequenceEqual(handover.Lines))
        {
            return new JobSummary(0, 1, 0);
        }

        work.Put(Handover.Kind, handover with { Lines = lines });
        return await work.CommitAsync(cancellationToken) == CommitOutcome.Done ? new JobSummary(1, 0, 0) : new JobSummary(0, 1, 0);
    }

    private async Task<HandoverLine> PassAsync(Work work, Handover handover, HandoverLine line, CancellationToken cancellationToken)
    {
        if (line.Officer is null && handover.Cards.Count == 0)
        {
            return line; // no desk to show it to yet
        }

        var waiting = new List<string>();

        foreach (var file in line.Files.Where(file => line.Waiting.Contains(file.Id)))
        {
            if (await TicketFiles.FindAsync(work, file, cancellationToken) is { } known)
            {
                Show(work, handover, line, known);
            }
            else
            {
                waiting.Add(file.Id);
            }
        }

        return waiting.Count == line.Waiting.Count ? line : line with { Waiting = waiting };
    }

    private void Show(Work work, Handover handover, HandoverLine line, TicketFile file)
    {
        var text = phrases.Say(file switch
        {
            { Source: null } => "handover.file_missing",
            _ when line.Officer is not null => "handover.file_of_officer",
            _ => "handover.file_of_villager",
        });
        var message = file.Source is not { } source ? new OutgoingMessage { Text = text }
            : file.IsPhoto ? new OutgoingMessage { Text = text, Picture = new OutgoingFile(FileKind.Photo, source) }
            : new OutgoingMessage { Text = text, Attachment = new OutgoingFile(file.Ref.Kind, source) };

        if (line.Officer is null)
        {
            cards.SayBelow(work, handover, message);
        }
        else
        {
            outbox.Say(work, handover.Villager, message);
        }
    }
}

using CommunityBot.Messages;
using CommunityBot.Photos;
using CommunityBot.Reports;
using CommunityBot.Storage;
using CommunityBot.Tickets;
using CommunityBot.Villagers;

namespace CommunityBot.Conversations.Dialogs.Reporting;

/// <summary>Puts what was sent on the list of files to fetch, and gives the draft their lasting names.</summary>
public sealed class KeepFilesHandler(TakeFile takeFile) : OrderHandler<KeepFiles>
{
    protected override Task<OrderOutcome> CarryOutAsync(Work work, Scene scene, KeepFiles order, CancellationToken cancellationToken)
    {
        var state = scene.Conversation.State;

        if (state.Report is not { } draft)
        {
            return Task.FromResult(OrderOutcome.Silent);
        }

        var lasting = order.Files.Zip(order.Sources).ToDictionary(
            pair => pair.First.Id,
            pair => takeFile.Run(work, scene.Conversation.Key, pair.Second, OffersPlace(draft, pair.Second)).Id);
        IReadOnlyList<FileRef> files = [.. draft.Files.Select(file => lasting.TryGetValue(file.Id, out var id) ? file with { Id = id } : file)];
        return Task.FromResult(new OrderOutcome { State = state with { Report = draft with { Files = files } } });
    }

    private static bool OffersPlace(ReportDraft draft, IncomingFile file) => file.Kind == FileKind.ImageDocument && draft.Place.Point is null;
}

/// <summary>Takes the files of a report that is not sent away again.</summary>
public sealed class DropFilesHandler(EraseLater eraseLater) : OrderHandler<DropFiles>
{
    protected override Task<OrderOutcome> CarryOutAsync(Work work, Scene scene, DropFiles order, CancellationToken cancellationToken)
    {
        eraseLater.Photos(work, [.. order.Files.Select(file => file.Id)]);
        return Task.FromResult(OrderOutcome.Silent);
    }
}

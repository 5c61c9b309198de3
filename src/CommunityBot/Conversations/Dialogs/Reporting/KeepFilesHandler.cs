using CommunityBot.Storage;

namespace CommunityBot.Conversations.Dialogs.Reporting;

/// <summary>Puts what was sent on the list of files to fetch.</summary>
public sealed class KeepFilesHandler : OrderHandler<KeepFiles>
{
    protected override Task<OrderOutcome> CarryOutAsync(Work work, Scene scene, KeepFiles order, CancellationToken cancellationToken) =>
        Task.FromResult(OrderOutcome.Silent);
}

/// <summary>Takes the files of a report that is not sent away again.</summary>
public sealed class DropFilesHandler : OrderHandler<DropFiles>
{
    protected override Task<OrderOutcome> CarryOutAsync(Work work, Scene scene, DropFiles order, CancellationToken cancellationToken) =>
        Task.FromResult(OrderOutcome.Silent);
}

using CommunityBot.Messages;
using CommunityBot.Scheduling;
using CommunityBot.Storage;

namespace CommunityBot.Tickets;

/// <summary>Seven silent days after the answer close a ticket.</summary>
public sealed class CloseSilent(IDocumentStore store, TakeStep step, TellTheVillager tell, TimeProvider clock) : IScheduledJob
{
    public const string JobName = "close-silent";

    public string Name => JobName;

    public TimeSpan LookEvery => TimeSpan.FromMinutes(5);

    public Task<JobSummary> RunAsync(CancellationToken cancellationToken) =>
        TicketSweep.RunAsync(store, TicketSweep.Due(JobName, clock.GetUtcNow()), Ticket.DueIndex, CloseAsync, cancellationToken);

    private async Task<bool> CloseAsync(Work work, Ticket ticket, CancellationToken cancellationToken)
    {
        var closed = await step.RunAsync(
            work, ticket, ticket with { Status = TicketStatus.Closed }, Actor.Job(JobName), "close", null, cancellationToken);

        if (closed is null)
        {
            return false;
        }

        await tell.SayToAllAsync(
            work,
            closed,
            (one, book) => new OutgoingMessage { Text = book.Say("ticket.closed_silent", ("ma", one.Id.ToString())), IsSilent = true },
            cancellationToken);
        return true;
    }
}

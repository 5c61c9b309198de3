using CommunityBot.Messages;
using CommunityBot.Scheduling;
using CommunityBot.Storage;

namespace CommunityBot.Tickets;

/// <summary>The villager has not answered for seven days: the clock runs on and the desk decides with what it has.</summary>
public sealed class StopWaiting(IDocumentStore store, TakeStep step, TicketWords words, Outbox outbox, TimeProvider clock) : IScheduledJob
{
    public const string JobName = "stop-waiting";

    public string Name => JobName;

    public TimeSpan LookEvery => TimeSpan.FromMinutes(5);

    public Task<JobSummary> RunAsync(CancellationToken cancellationToken) =>
        TicketSweep.RunAsync(store, TicketSweep.Due(JobName, clock.GetUtcNow()), Ticket.DueIndex, ResumeAsync, cancellationToken);

    private async Task<bool> ResumeAsync(Work work, Ticket ticket, CancellationToken cancellationToken)
    {
        if (ticket.Question is not { } question)
        {
            return false;
        }

        var back = VillagerAnswers.Resumed(ticket, question, clock.GetUtcNow());
        var resumed = await step.RunAsync(work, ticket, back, Actor.Job(JobName), "stop-waiting", null, cancellationToken);

        foreach (var card in resumed?.Cards ?? [])
        {
            outbox.Say(work, card.Conversation, new OutgoingMessage
            {
                Text = words.Phrases.Say("desk.no_answer", ("ma", ticket.Id.ToString())),
            }, about: ticket.Id.Code);
        }

        return resumed is not null;
    }
}

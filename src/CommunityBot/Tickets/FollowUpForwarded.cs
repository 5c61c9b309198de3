using CommunityBot.Messages;
using CommunityBot.Scheduling;
using CommunityBot.Storage;

namespace CommunityBot.Tickets;

/// <summary>A ticket forwarded outside is never done by itself: on the follow-up date the desk is asked how it stands, and again until somebody proves it.</summary>
public sealed class FollowUpForwarded(
    IDocumentStore store, TakeStep step, TicketWords words, WorkingDays workingDays, Outbox outbox, TimeProvider clock) : IScheduledJob
{
    public const string JobName = "follow-up-forwarded";

    /// <summary>Working days until the desk asks again.</summary>
    internal const int AskAgainAfter = 3;

    public string Name => JobName;

    public TimeSpan LookEvery => TimeSpan.FromMinutes(5);

    public Task<JobSummary> RunAsync(CancellationToken cancellationToken) =>
        TicketSweep.RunAsync(store, TicketSweep.Due(JobName, clock.GetUtcNow()), Ticket.DueIndex, AskAsync, cancellationToken);

    private async Task<bool> AskAsync(Work work, Ticket ticket, CancellationToken cancellationToken)
    {
        if (ticket.Forwarding is not { } forwarding)
        {
            return false;
        }

        var next = workingDays.AddWorkingDays(clock.GetUtcNow(), AskAgainAfter);
        var asked = await step.RunAsync(
            work, ticket, ticket with { Forwarding = forwarding with { FollowUpAt = next } }, Actor.Job(JobName), "follow-up", null, cancellationToken);

        foreach (var card in asked?.Cards ?? [])
        {
            outbox.Say(work, card.Conversation, new OutgoingMessage
            {
                Text = words.Phrases.Say("desk.follow_up", ("ma", ticket.Id.ToString()), ("noi", forwarding.To), ("ai", ticket.AssigneeName ?? "")),
                Buttons = [[new Button(words.Phrases.Say("desk.button_open"), TicketKeys.ForOfficer(TicketKeys.Open, ticket.Id))]],
            }, about: ticket.Id.Code);
        }

        return asked is not null;
    }
}

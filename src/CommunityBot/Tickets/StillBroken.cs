using CommunityBot.Messages;
using CommunityBot.Storage;

namespace CommunityBot.Tickets;

/// <summary>The villager says "Chưa ổn", up to 30 days after the answer: another officer or the lead decides whether it is reopened.</summary>
public sealed class StillBroken(TakeStep step, TicketWords words, Outbox outbox, TimeProvider clock)
{
    private const int LongestChain = 5;

    public async Task<TicketRefusal?> RunAsync(Work work, TicketId id, ConversationKey villager, CancellationToken cancellationToken)
    {
        if (await work.FindAsync(Ticket.Kind, id.Code, cancellationToken) is not { } own || own.Reporter.Conversation != villager)
        {
            return TicketRefusal.NotFound;
        }

        var ticket = await FindMainAsync(work, own, cancellationToken);

        if (ticket is not { Status: TicketStatus.Resolved or TicketStatus.Closed, Resolution: { } resolution, Reopening: null })
        {
            return TicketRefusal.WrongMoment;
        }

        if (clock.GetUtcNow() - resolution.At > TicketClock.StillBrokenWithin)
        {
            return TicketRefusal.TooLate;
        }

        var asked = await step.RunAsync(
            work,
            ticket,
            ticket with { Reopening = new ReopenRequest(clock.GetUtcNow(), null) },
            Actor.Villager(villager),
            "still-broken",
            null,
            cancellationToken);

        foreach (var card in asked?.Cards ?? [])
        {
            outbox.Say(work, card.Conversation, new OutgoingMessage
            {
                Text = words.Phrases.Say("desk.reopen_request", ("ma", ticket.Id.ToString())),
                Buttons =
                [
                    [
                        new Button(words.Phrases.Say("desk.button_yes"), TicketKeys.ForOfficer(TicketKeys.AgreeReopen, ticket.Id)),
                        new Button(words.Phrases.Say("desk.button_no"), TicketKeys.ForOfficer(TicketKeys.RefuseReopen, ticket.Id)),
                    ],
                ],
            }, about: ticket.Id.Code);
        }

        return asked is null ? TicketRefusal.WrongMoment : null;
    }

    /// <summary>The ticket that is worked on, when several told the same.</summary>
    private static async Task<Ticket> FindMainAsync(Work work, Ticket ticket, CancellationToken cancellationToken)
    {
        for (var steps = 0; steps < LongestChain && ticket.DuplicateOf is { } main; steps++)
        {
            ticket = await work.FindAsync(Ticket.Kind, main.Code, cancellationToken) ?? ticket;
        }

        return ticket;
    }
}

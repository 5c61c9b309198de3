using CommunityBot.Messages;
using CommunityBot.Storage;

namespace CommunityBot.Tickets;

/// <summary>A second person looks at the villager's "chưa ổn": back to work, or it stays as it is.</summary>
public sealed class DecideReopening(TakeStep step, TellTheVillager tell)
{
    public async Task<TicketRefusal?> RunAsync(Work work, TicketId id, OfficerAtDesk desk, bool isAgreed, CancellationToken cancellationToken)
    {
        var ticket = await desk.FindTicketAsync(work, id, cancellationToken);

        if (ticket is null)
        {
            return TicketRefusal.NotFound;
        }

        if (ticket is not { Reopening: not null, Resolution: { } resolution })
        {
            return TicketRefusal.WrongMoment;
        }

        if (resolution.OfficerId == desk.Officer.Id && !desk.Officer.Leads(ticket.Commune))
        {
            return TicketRefusal.NeedsSecondPerson;
        }

        var decided = isAgreed
            ? ticket with { Status = TicketStatus.Accepted, Reopening = null }
            : ticket with { Reopening = null };

        if (await step.RunAsync(work, ticket, decided, desk.Actor, isAgreed ? "reopen" : "keep-closed", null, cancellationToken) is not { } after)
        {
            return TicketRefusal.WrongMoment;
        }

        var key = isAgreed ? "ticket.reopened" : "ticket.not_reopened";
        await tell.SayToAllAsync(work, after, (one, book) => new OutgoingMessage { Text = book.Say(key, ("ma", one.Id.ToString())) }, cancellationToken);
        return null;
    }
}

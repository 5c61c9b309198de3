using CommunityBot.Communes;
using CommunityBot.Desks;
using CommunityBot.Messages;
using CommunityBot.Scheduling;
using CommunityBot.Storage;

namespace CommunityBot.Tickets;

/// <summary>Somebody else must do it: another commune or the province take the ticket over; somebody outside gets it with an owner and a follow-up date here.</summary>
public sealed class ForwardTicket(
    TakeStep step, TellTheVillager tell, TicketWords words, CommuneDirectory communes, ContactBook contacts, WorkingDays workingDays, TimeProvider clock)
{
    public static async Task<TicketRefusal?> CanForwardAsync(Work work, TicketId id, OfficerAtDesk desk, CancellationToken cancellationToken) =>
        await desk.FindTicketAsync(work, id, cancellationToken) switch
        {
            null => TicketRefusal.NotFound,
            { } ticket when !TicketLifecycle.Allows(ticket.Status, TicketStatus.Forwarded) => TicketRefusal.WrongMoment,
            _ => null,
        };

    /// <summary>To another commune, or the province (null). The old desk loses access at once.</summary>
    public async Task<TicketRefusal?> ToUnitAsync(Work work, TicketId id, OfficerAtDesk desk, UnitKey? unit, CancellationToken cancellationToken)
    {
        var ticket = await desk.FindTicketAsync(work, id, cancellationToken);

        if (ticket is null)
        {
            return TicketRefusal.NotFound;
        }

        var target = unit is { } key ? communes.Find(key) : null;

        if ((unit is not null && target is null) || ticket.Commune == unit)
        {
            return TicketRefusal.UnknownChoice;
        }

        // A commune nobody is linked for cannot see it: the province keeps it.
        var newDesk = await work.FindDeskAsync(unit, cancellationToken);
        var owner = newDesk.IsOpen ? unit : null;

        if (owner == ticket.Commune)
        {
            return TicketRefusal.UnknownChoice;
        }

        var now = clock.GetUtcNow();
        var why = $"{desk.Officer.Name} chuyển tới {words.CommuneOf(unit)}";
        var moved = ticket with
        {
            Status = TicketStatus.Routed,
            Commune = owner,
            RoutingWhy = why,
            Assignee = null,
            AssigneeName = null,
            Question = null,
            Forwarding = null,
            WaitsForDesk = newDesk.IsOpen ? null : unit,
            AcceptFrom = now,
            Deadlines = ticket.Deadlines is { } deadlines
                ? deadlines with { AcceptBy = now + (deadlines.AcceptBy - (ticket.AcceptFrom ?? ticket.ReceivedAt)) }
                : null,
            Reminded = 0,
            ShownFiles = [],
        };

        if (await step.RunAsync(work, ticket, moved, desk.Actor, "forward", why, cancellationToken) is not { } routed)
        {
            return TicketRefusal.WrongMoment;
        }

        await tell.SayToAllAsync(
            work,
            routed,
            (one, book) => new OutgoingMessage { Text = book.Say("ticket.moved", ("ma", one.Id.ToString()), ("noi", words.CommuneOf(unit))) },
            cancellationToken);
        return null;
    }

    /// <summary>To an entry of the contact book: stays with this officer until somebody proves that it is done.</summary>
    public async Task<TicketRefusal?> ToContactAsync(Work work, TicketId id, OfficerAtDesk desk, int entry, CancellationToken cancellationToken)
    {
        var ticket = await desk.FindTicketAsync(work, id, cancellationToken);

        if (ticket is null)
        {
            return TicketRefusal.NotFound;
        }

        var book = ticket.Commune is { } unit ? contacts.Of(unit) : [];

        if (entry < 0 || entry >= book.Count)
        {
            return TicketRefusal.UnknownChoice;
        }

        var contact = book[entry];
        var followUp = workingDays.AddWorkingDays(clock.GetUtcNow(), FollowUpForwarded.AskAgainAfter);
        var handed = ticket with
        {
            Status = TicketStatus.Forwarded,
            Question = null,
            Assignee = desk.Officer.Id,
            AssigneeName = desk.Officer.Name,
            Forwarding = new Forwarding(contact.Name, contact.Words, followUp, desk.Officer.Id),
        };

        if (await step.RunAsync(work, ticket, handed, desk.Actor, "forward", contact.Name, cancellationToken) is not { } forwarded)
        {
            return TicketRefusal.WrongMoment;
        }

        await tell.SayToAllAsync(
            work,
            forwarded,
            (one, phrases) => new OutgoingMessage { Text = phrases.Say("ticket.forwarded", ("ma", one.Id.ToString()), ("noi", contact.Words)) },
            cancellationToken);
        return null;
    }
}

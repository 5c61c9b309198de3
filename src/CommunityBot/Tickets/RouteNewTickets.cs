using CommunityBot.Communes;
using CommunityBot.Desks;
using CommunityBot.Messages;
using CommunityBot.Reports;
using CommunityBot.Scheduling;
using CommunityBot.Storage;

namespace CommunityBot.Tickets;

/// <summary>Brings every new ticket to the desk of the responsible commune; rung at the villager's commit, swept every minute.</summary>
public sealed class RouteNewTickets(
    IDocumentStore store,
    CommuneDirectory communes,
    TakeStep step,
    ShowArrivedFiles arrivals,
    TellTheVillager tell,
    TellTheProvince province,
    ContactBook contacts,
    TicketWords words) : IScheduledJob
{
    public const string JobName = "route-new-tickets";

    public string Name => JobName;

    public TimeSpan LookEvery => TimeSpan.FromMinutes(1);

    public async Task<JobSummary> RunAsync(CancellationToken cancellationToken) =>
        await TicketSweep.RunAsync(store, AllOf(Ticket.NewIndex), Ticket.NewIndex, RouteAsync, cancellationToken)
        + await TicketSweep.RunAsync(store, AllOf(Ticket.OrphanIndex), Ticket.OrphanIndex, BringHomeAsync, cancellationToken);

    private static IndexRange AllOf(string index) => new(Ticket.Kind.Definition.Name, index, "", null);

    /// <summary>The commune has a desk by now: it gets what the province kept for it.</summary>
    private async Task<bool> BringHomeAsync(Work work, Ticket ticket, CancellationToken cancellationToken)
    {
        if (ticket.WaitsForDesk is not { } unit || await work.FindDeskAsync(unit, cancellationToken) is not { IsOpen: true })
        {
            return false;
        }

        var home = ticket with { Commune = unit, WaitsForDesk = null, RoutingWhy = $"{words.CommuneOf(unit)} nay đã có bàn trực", ShownFiles = [] };

        if (await step.RunAsync(work, ticket, home, Actor.Job(JobName), "route", home.RoutingWhy, cancellationToken) is not { } routed)
        {
            return false;
        }

        await arrivals.LookAsync(work, routed, cancellationToken);
        return true;
    }

    private async Task<bool> RouteAsync(Work work, Ticket ticket, CancellationToken cancellationToken)
    {
        var rules = await RoutingRules.LoadAsync(work, cancellationToken);
        var route = TicketRouting.Decide(ticket, rules, communes);
        var desk = await work.FindDeskAsync(route.Commune, cancellationToken);
        var isOrphan = route.Commune is not null && !desk.IsOpen;
        var why = isOrphan ? $"{route.Why}; chưa có bàn trực nên vào hàng chờ của tỉnh" : route.Why;
        var routed = await step.RunAsync(
            work,
            ticket,
            ticket with { Status = TicketStatus.Routed, Commune = isOrphan ? null : route.Commune, WaitsForDesk = isOrphan ? route.Commune : null, RoutingWhy = why },
            Actor.Job(JobName),
            "route",
            why,
            cancellationToken);

        if (routed is null)
        {
            return false;
        }

        if (isOrphan)
        {
            await province.SayAsync(
                work,
                words.Phrases.Say("desk.no_desk", ("ma", routed.Id.ToString()), ("noi", words.CommuneOf(route.Commune))),
                routed.Id,
                cancellationToken);
        }

        await TellAboutDangerAsync(work, routed, route.Commune, cancellationToken);
        await arrivals.LookAsync(work, routed, cancellationToken);
        return true;
    }

    /// <summary>Somebody may be in danger and nobody is linked: the villager hears the truth and the numbers.</summary>
    private async Task TellAboutDangerAsync(Work work, Ticket ticket, UnitKey? commune, CancellationToken cancellationToken)
    {
        if (ticket.Severity != Severity.S1 || ticket.Commune is not null)
        {
            return;
        }

        var station = commune is { } unit ? contacts.Of(unit).FirstOrDefault(contact => contact.Kind == ContactKind.HealthStation) : null;
        await tell.SayAsync(work, ticket, book => new OutgoingMessage
        {
            Text = station is null
                ? book.Say("ticket.nobody_on_duty", ("ma", ticket.Id.ToString()))
                : book.Say("ticket.nobody_on_duty_station", ("ma", ticket.Id.ToString()), ("tram", station.Name), ("so", station.Phone)),
        }, cancellationToken);
    }
}

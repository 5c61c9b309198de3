using System.Globalization;
using CommunityBot.Messages;
using CommunityBot.Phrases;
using CommunityBot.Reports;

namespace CommunityBot.Tickets;

/// <summary>The buttons below a card: what can be done from where the ticket stands. Whoever presses is checked at the press.</summary>
internal static class TicketButtons
{
    public static IEnumerable<IReadOnlyList<Button>> For(Ticket ticket, Phrasebook phrases)
    {
        foreach (var row in Work(ticket).Chunk(2))
        {
            yield return [.. row.Select(action => new Button(LabelOf(action, phrases), TicketKeys.ForOfficer(action, ticket.Id)))];
        }

        if (ticket.Place.Point is { } point && TicketLifecycle.IsOpen(ticket.Status))
        {
            var (latitude, longitude) = (Degrees(point.Latitude), Degrees(point.Longitude));
            var url = $"https://www.openstreetmap.org/?mlat={latitude}&mlon={longitude}#map=17/{latitude}/{longitude}";
            yield return [new Button(phrases.Say("desk.button_map"), "", url)];
        }
    }

    private static List<string> Work(Ticket ticket)
    {
        List<string> actions = ticket.Status switch
        {
            TicketStatus.Routed => [TicketKeys.Accept, TicketKeys.Ask, TicketKeys.Forward, TicketKeys.Decline],
            TicketStatus.Accepted => [TicketKeys.Resolve, TicketKeys.Start, TicketKeys.Ask, TicketKeys.Forward, TicketKeys.Decline, TicketKeys.Reporter],
            TicketStatus.InProgress => [TicketKeys.Resolve, TicketKeys.Ask, TicketKeys.Forward, TicketKeys.Decline, TicketKeys.Reporter],
            TicketStatus.NeedsInfo => [TicketKeys.Resolve, TicketKeys.Forward, TicketKeys.Decline],
            TicketStatus.Forwarded => [TicketKeys.Resolve, TicketKeys.Accept, TicketKeys.Forward],
            TicketStatus.Resolved or TicketStatus.Closed when ticket.Reopening is not null => [TicketKeys.AgreeReopen, TicketKeys.RefuseReopen],
            TicketStatus.New or TicketStatus.Resolved or TicketStatus.Closed or TicketStatus.Declined or TicketStatus.Duplicate or TicketStatus.Withdrawn => [],
        };

        if (ticket.Reporter.Conversation is null)
        {
            actions.Remove(TicketKeys.Ask);
        }

        if (ticket.Reporter is not { Anonymity: Anonymity.Named } || (ticket.Reporter.Name is null && ticket.Reporter.Phone is null))
        {
            actions.Remove(TicketKeys.Reporter);
        }

        if (ticket.Culprit is not null && TicketLifecycle.IsOpen(ticket.Status))
        {
            actions.Add(TicketKeys.Culprit);
        }

        if (ticket.Category == CategoryCatalogue.Unsorted && actions.Count > 0 && TicketLifecycle.IsOpen(ticket.Status))
        {
            actions.Add(TicketKeys.Category);
        }

        return actions;
    }

    private static string LabelOf(string action, Phrasebook phrases) => action switch
    {
        TicketKeys.Accept => phrases.Say("desk.button_accept"),
        TicketKeys.Start => phrases.Say("desk.button_start"),
        TicketKeys.Ask => phrases.Say("desk.button_ask"),
        TicketKeys.Forward => phrases.Say("desk.button_forward"),
        TicketKeys.Decline => phrases.Say("desk.button_decline"),
        TicketKeys.Resolve => phrases.Say("desk.button_resolve"),
        TicketKeys.Reporter => phrases.Say("desk.button_reporter"),
        TicketKeys.Culprit => phrases.Say("desk.button_culprit"),
        TicketKeys.Category => phrases.Say("desk.button_category"),
        TicketKeys.AgreeReopen => phrases.Say("desk.button_yes"),
        TicketKeys.RefuseReopen => phrases.Say("desk.button_no"),
        _ => throw new InvalidOperationException($"The action {action} has no button."),
    };

    private static string Degrees(double value) => value.ToString("0.00000", CultureInfo.InvariantCulture);
}

using System.Globalization;
using CommunityBot.Communes;
using CommunityBot.Conversations.Dialogs;
using CommunityBot.Messages;
using CommunityBot.Tickets;

namespace CommunityBot.Conversations.AtDesk;

/// <summary>"Chuyển": another commune by its name, the province, or somebody out of the commune's contact book.</summary>
internal sealed class ForwardTalk(ForwardTicket forward, CommuneNames names, CommuneDirectory communes, ContactBook contacts)
{
    private const int MostContacts = 8;
    private const string OtherCommune = "com";
    private const string Province = "prov";

    public async Task<TicketRefusal?> BeginAsync(DeskTurn turn, TicketId id, CancellationToken cancellationToken)
    {
        if (await ForwardTicket.CanForwardAsync(turn.Work, id, turn.Desk, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var ticket = await turn.Desk.FindTicketAsync(turn.Work, id, cancellationToken);
        var buttons = new List<Button> { new(turn.Phrases.Say("desk.button_other_commune"), KeyOf(id, OtherCommune)) };

        if (ticket?.Commune is { } unit)
        {
            buttons.Add(new Button(turn.Phrases.Say("desk.button_province"), KeyOf(id, Province)));
            buttons.AddRange(contacts.Of(unit).Take(MostContacts).Select((contact, at) =>
                new Button(Keyboard.Cut(contact.Name), KeyOf(id, at.ToString(CultureInfo.InvariantCulture)))));
        }

        buttons.Add(new Button(turn.Phrases.Say("desk.button_cancel"), DeskKeys.Cancel));
        turn.Ask(id, new OutgoingMessage { Text = turn.Phrases.Say("desk.ask_forward", ("ma", id.ToString())), Buttons = Keyboard.Of(buttons) });
        return null;
    }

    /// <summary>The button of a target.</summary>
    public async Task<TicketRefusal?> ChooseAsync(DeskTurn turn, TicketId id, string target, CancellationToken cancellationToken)
    {
        if (target == OtherCommune)
        {
            return await AskNameAsync(turn, id, cancellationToken);
        }

        if (target == Province)
        {
            return Finish(turn, id, await forward.ToUnitAsync(turn.Work, id, turn.Desk, null, cancellationToken));
        }

        if (UnitKey.TryParse(target, out var unit))
        {
            return Finish(turn, id, await forward.ToUnitAsync(turn.Work, id, turn.Desk, unit, cancellationToken));
        }

        return int.TryParse(target, NumberStyles.None, CultureInfo.InvariantCulture, out var entry)
            ? Finish(turn, id, await forward.ToContactAsync(turn.Work, id, turn.Desk, entry, cancellationToken))
            : TicketRefusal.UnknownChoice;
    }

    /// <summary>The typed name of a commune; former names are understood.</summary>
    public async Task<TicketRefusal?> HearNameAsync(DeskTurn turn, TicketId id, CancellationToken cancellationToken)
    {
        var found = names.Find(turn.What.Text ?? "").Communes;

        if (found.Count == 1)
        {
            return Finish(turn, id, await forward.ToUnitAsync(turn.Work, id, turn.Desk, found[0].Key, cancellationToken));
        }

        turn.Ask(id, new OutgoingMessage
        {
            Text = turn.Phrases.Say(found.Count == 0 ? "desk.commune_unknown" : "desk.commune_which", ("ma", id.ToString())),
            Buttons = Keyboard.Of([.. found.Select(commune => new Button(Keyboard.Cut(commune.FullName), KeyOf(id, commune.Key.ToString())))]),
        });
        return null;
    }

    private async Task<TicketRefusal?> AskNameAsync(DeskTurn turn, TicketId id, CancellationToken cancellationToken)
    {
        if (await ForwardTicket.CanForwardAsync(turn.Work, id, turn.Desk, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        turn.Begin(new DeskStep { Task = DeskTask.ForwardCommune, Ticket = id });
        turn.Ask(id, new OutgoingMessage
        {
            Text = turn.Phrases.Say("desk.ask_commune", ("ma", id.ToString()), ("so", communes.Served.Count().ToString(CultureInfo.InvariantCulture))),
        });
        return null;
    }

    private static TicketRefusal? Finish(DeskTurn turn, TicketId id, TicketRefusal? refusal)
    {
        turn.End();

        if (refusal is null)
        {
            turn.Answer(turn.Phrases.Say("desk.forwarded", ("ma", id.ToString())));
        }

        return refusal;
    }

    private static string KeyOf(TicketId id, string target) => TicketKeys.ForOfficer(TicketKeys.ForwardTo, id, target);
}

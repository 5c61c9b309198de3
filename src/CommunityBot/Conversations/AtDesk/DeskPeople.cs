using CommunityBot.Desks;
using CommunityBot.Messages;

namespace CommunityBot.Conversations.AtDesk;

/// <summary>Who works at this desk; its lead invites and removes them here.</summary>
internal sealed class DeskPeople(InviteDesk inviteDesk, ChannelBoard channels)
{
    public async Task ShowAsync(DeskTurn turn, CancellationToken cancellationToken)
    {
        var unit = turn.Seat.Unit;

        if (!turn.Officer.MayWorkFor(unit))
        {
            turn.Answer(turn.Phrases.Say("desk.not_linked"));
            return;
        }

        var desk = await turn.Work.FindDeskAsync(unit, cancellationToken);
        var lines = new List<string> { turn.Phrases.Say("desk.people") };
        var buttons = new List<IReadOnlyList<Button>>();

        foreach (var id in desk.People.Union(desk.Campaigners))
        {
            if (await turn.Work.FindOfficerAsync(id, cancellationToken) is not { } person)
            {
                continue;
            }

            var isLead = person.Leads(unit);
            lines.Add($"• {person.Name}, {inviteDesk.WhoFor(person.Duties.First(duty => duty.IsConfirmed && duty.Unit == unit).Role, unit)}");

            if (turn.Officer.Leads(unit) && !isLead)
            {
                buttons.Add([new Button(Dialogs.Keyboard.Cut(turn.Phrases.Say("desk.button_remove", ("ten", person.Name))), DeskKeys.ForPerson(DeskKeys.Remove, unit, id))]);
            }
        }

        if (turn.Officer.Leads(unit))
        {
            buttons.Add([new Button(turn.Phrases.Say("desk.button_invite"), DeskKeys.Invite)]);

            if (unit is not null && !desk.HasConfirmedTimes)
            {
                buttons.Add([new Button(turn.Phrases.Say("desk.button_times"), DeskKeys.Times)]);
            }
        }

        turn.Say(new OutgoingMessage { Text = string.Join('\n', lines), Buttons = buttons });
    }

    public void Invite(DeskTurn turn)
    {
        var unit = turn.Seat.Unit;

        if (!turn.Officer.Leads(unit))
        {
            turn.Answer(turn.Phrases.Say("desk.only_lead"));
            return;
        }

        var role = unit is null ? StaffRole.Coordinator : StaffRole.Officer;
        var issued = inviteDesk.Issue(turn.Work, role, unit, turn.Officer, turn.What.Where);
        turn.Say(new OutgoingMessage { Text = issued.Sentence });
    }

    public async Task RemoveAsync(DeskTurn turn, string key, CancellationToken cancellationToken)
    {
        if (!DeskKeys.TryRead(key, DeskKeys.Remove, out var unit, out var hash))
        {
            turn.Answer(turn.Phrases.Say("desk.old_button"));
            return;
        }

        var desk = await turn.Work.FindDeskAsync(unit, cancellationToken);
        var id = desk.People.Concat(desk.Campaigners).FirstOrDefault(one => DeskKeys.HashOf(one) == hash);
        var removed = id is null ? null : await RemoveOfficer.RunAsync(turn.Work, id, unit, turn.Officer, cancellationToken);
        turn.Answer(removed is null ? turn.Phrases.Say("desk.only_lead") : turn.Phrases.Say("desk.removed", ("ten", removed.Name)));

        if (removed?.PrivateChat is { } chat && channels.Find(chat.Channel) is IConversationKeeper keeper)
        {
            // The rights went with the commit; a phone that is still signed in only loses its seat.
            turn.Work.AfterCommit(() => _ = keeper.SignOutAsync(chat, CancellationToken.None));
        }
    }

    public static async Task ConfirmTimesAsync(DeskTurn turn, CancellationToken cancellationToken)
    {
        var unit = turn.Seat.Unit;

        if (unit is null || !turn.Officer.Leads(unit))
        {
            turn.Answer(turn.Phrases.Say("desk.only_lead"));
            return;
        }

        var desk = await turn.Work.FindDeskAsync(unit, cancellationToken);
        turn.Work.Put(CommuneDesk.Kind, desk with { HasConfirmedTimes = true });
        turn.Answer(turn.Phrases.Say("desk.times_confirmed"));
    }
}

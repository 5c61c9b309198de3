using CommunityBot.Desks;
using CommunityBot.Handovers;
using CommunityBot.Messages;
using CommunityBot.Storage;

namespace CommunityBot.Conversations.AtDesk;

/// <summary>The desk's own buttons: the list, the people, the newcomer who waits.</summary>
internal sealed class PressOnDeskHandler(TodayList today, DeskPeople people, HandoverTalk handovers, InviteDesk inviteDesk, Outbox outbox) : OrderHandler<PressOnDesk>
{
    protected override async Task<OrderOutcome> CarryOutAsync(Work work, Scene scene, PressOnDesk order, CancellationToken cancellationToken)
    {
        var what = order.What;

        if (what.Who.IsAnonymous || await work.FindOfficerAsync(what.OfficerId, cancellationToken) is not { } officer)
        {
            var sentence = scene.Phrases.Say(what.Who.IsAnonymous ? "desk.anonymous" : "desk.not_linked");
            return what.IsPress ? OrderOutcome.Notify(sentence) : OrderOutcome.Silent;
        }

        var turn = new DeskTurn(work, scene, what, officer, outbox);
        await PressAsync(turn, order.Key, cancellationToken);
        return turn.Outcome;
    }

    private async Task PressAsync(DeskTurn turn, string key, CancellationToken cancellationToken)
    {
        switch (key)
        {
            case DeskKeys.Today:
                await today.ShowAsync(turn, cancellationToken);
                break;
            case DeskKeys.Cancel:
                turn.End();
                turn.Answer(turn.Phrases.Say("desk.cancelled"));
                break;
            case DeskKeys.People:
                await people.ShowAsync(turn, cancellationToken);
                break;
            case DeskKeys.Invite:
                people.Invite(turn);
                break;
            case DeskKeys.Times:
                await DeskPeople.ConfirmTimesAsync(turn, cancellationToken);
                break;
            case var _ when key.StartsWith(DeskKeys.Remove, StringComparison.Ordinal):
                await people.RemoveAsync(turn, key, cancellationToken);
                break;
            case var _ when key.StartsWith(DeskKeys.Welcome, StringComparison.Ordinal):
                await DecideAsync(turn, key, DeskKeys.Welcome, isRight: true, cancellationToken);
                break;
            case var _ when key.StartsWith(DeskKeys.Refuse, StringComparison.Ordinal):
                await DecideAsync(turn, key, DeskKeys.Refuse, isRight: false, cancellationToken);
                break;
            case var _ when HandoverKeys.Read(key) is { } press:
                await handovers.PressAsync(turn, press.Action, press.Id, cancellationToken);
                break;
            default:
                turn.Answer(turn.Phrases.Say("desk.old_button"));
                break;
        }
    }

    private async Task DecideAsync(DeskTurn turn, string key, string action, bool isRight, CancellationToken cancellationToken)
    {
        if (!DeskKeys.TryRead(key, action, out var unit, out var hash))
        {
            turn.Answer(turn.Phrases.Say("desk.old_button"));
            return;
        }

        var desk = await turn.Work.FindDeskAsync(unit, cancellationToken);
        var id = desk.Waiting.FirstOrDefault(one => DeskKeys.HashOf(one) == hash);
        var newcomer = id is null ? null : await ConfirmNewcomer.RunAsync(turn.Work, id, unit, turn.Officer, isRight, cancellationToken);

        if (newcomer is null)
        {
            turn.Answer(turn.Phrases.Say(id is null ? "desk.nobody_waits" : "desk.only_lead"));
            return;
        }

        turn.Answer(turn.Phrases.Say(isRight ? "desk.newcomer_confirmed" : "desk.newcomer_refused", ("ten", newcomer.Name)));
        var duty = newcomer.Duties.First(one => one.Unit == unit && !one.IsConfirmed);
        var sentence = isRight
            ? turn.Phrases.Say(
                duty.Role == StaffRole.Campaigner ? "voice.linked" : "desk.linked", ("ten", newcomer.Name), ("vai", inviteDesk.WhoFor(duty.Role, unit)))
            : turn.Phrases.Say("desk.refused_by_issuer", ("ten", newcomer.Name));

        foreach (var conversation in desk.Chats.Where(chat => chat.LinkedBy == id).Select(chat => chat.Conversation).DefaultIfEmpty(newcomer.PrivateChat ?? turn.What.Where))
        {
            outbox.Say(turn.Work, conversation, new OutgoingMessage { Text = sentence });
        }
    }
}

using CommunityBot.Desks;
using CommunityBot.Messages;
using CommunityBot.Phrases;
using CommunityBot.Storage;

namespace CommunityBot.Conversations.AtDesk;

/// <summary>Somebody sends a code: this conversation becomes a desk and they its officer, once the issuer has said yes.</summary>
internal sealed class SendCodeHandler(UseInvitation useInvitation, InviteDesk inviteDesk, Outbox outbox) : OrderHandler<SendCode>
{
    protected override async Task<OrderOutcome> CarryOutAsync(Work work, Scene scene, SendCode order, CancellationToken cancellationToken)
    {
        var what = order.What;
        var newcomer = new Newcomer(what.OfficerId, what.Who.DisplayName ?? order.Name, what.Who.IsAnonymous, what.Where, what.IsGroup);
        var answer = await useInvitation.RunAsync(work, order.Code, newcomer, cancellationToken);
        return answer switch
        {
            CodeAnswer.Linked linked => Welcome(work, scene, what, linked),
            CodeAnswer.Refused { Why: CodeRefusal.NeedsName } => AskName(scene, what, order.Code),
            CodeAnswer.Refused refused => OrderOutcome.Say(new OutgoingMessage { Text = Refusal(scene.Phrases, refused.Why) }),
            _ => throw new InvalidOperationException($"An answer to a code that nobody says: {answer.GetType().Name}."),
        };
    }

    private OrderOutcome Welcome(Work work, Scene scene, DeskEvent what, CodeAnswer.Linked linked)
    {
        var role = inviteDesk.WhoFor(linked.Duty.Role, linked.Duty.Unit);

        foreach (var issuer in linked.AskIn)
        {
            outbox.Say(work, issuer, new OutgoingMessage
            {
                Text = scene.Phrases.Say("desk.newcomer", ("ten", linked.Officer.Name), ("vai", role)),
                Buttons =
                [
                    [
                        new Button(scene.Phrases.Say("desk.button_right_person"), DeskKeys.ForPerson(DeskKeys.Welcome, linked.Duty.Unit, linked.Officer.Id)),
                        new Button(scene.Phrases.Say("desk.button_wrong_person"), DeskKeys.ForPerson(DeskKeys.Refuse, linked.Duty.Unit, linked.Officer.Id)),
                    ],
                ],
            });
        }

        var reply = new OutgoingMessage { Text = scene.Phrases.Say(WelcomeFor(linked.Duty), ("ten", linked.Officer.Name), ("vai", role)) };

        return new OrderOutcome { Replies = [reply], Amend = conversation => conversation with { Desk = SeatOf(conversation, what, linked) } };
    }

    private static string WelcomeFor(Duty duty) => duty switch
    {
        { IsConfirmed: false } => "desk.waits_for_issuer",
        { Role: StaffRole.Campaigner } => "voice.linked",
        _ => "desk.linked",
    };

    /// <summary>A campaigner gets no desk: they only leave the seat in which they were asked for their name.</summary>
    private static DeskSeat? SeatOf(Conversation conversation, DeskEvent what, CodeAnswer.Linked linked)
    {
        if (linked.Duty.Role != StaffRole.Campaigner)
        {
            return (conversation.Desk ?? new DeskSeat()).With(what.OfficerId, null) with { Unit = linked.Duty.Unit };
        }

        return linked.Officer.Duties.Any(duty => duty.Role != StaffRole.Campaigner) ? conversation.Desk?.With(what.OfficerId, null) : null;
    }

    /// <summary>The web chat does not know names; the code waits in the conversation until one is given.</summary>
    private static OrderOutcome AskName(Scene scene, DeskEvent what, string code) => new()
    {
        Replies = [new OutgoingMessage { Text = scene.Phrases.Say("desk.ask_name") }],
        Amend = conversation => conversation with
        {
            Desk = (conversation.Desk ?? new DeskSeat()).With(what.OfficerId, new DeskStep { Task = DeskTask.GiveName, Choice = code, At = scene.Now }),
        },
    };

    private static string Refusal(Phrasebook phrases, CodeRefusal why) => why switch
    {
        CodeRefusal.Unknown => phrases.Say("desk.code_unknown"),
        CodeRefusal.Used => phrases.Say("desk.code_used"),
        CodeRefusal.Revoked or CodeRefusal.Expired => phrases.Say("desk.code_expired"),
        CodeRefusal.MustWait => phrases.Say("desk.code_pause"),
        CodeRefusal.Anonymous => phrases.Say("desk.anonymous"),
        CodeRefusal.NeedsName => phrases.Say("desk.ask_name"),
        CodeRefusal.OnlyInPrivate => phrases.Say("voice.only_in_private"),
    };
}

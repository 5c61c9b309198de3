using CommunityBot.Messages;
using CommunityBot.Phrases;

namespace CommunityBot.Conversations.Steps;

/// <summary>Says the emergency number when there is danger, lets the first dialog answer that knows how, carries out its orders and writes down what is to be said.</summary>
public sealed class Talk(DialogOrder dialogOrder, OrderDesk orders, Outbox outbox, Phrasebook phrases) : ITurnStep
{
    public async Task RunAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.IsSettled)
        {
            return;
        }

        var heard = turn.Heard ?? throw new InvalidOperationException("A turn talks before it has understood.");
        var scene = SceneOf(turn);
        var answer = dialogOrder.Dialogs.Select(dialog => dialog.Hear(scene, heard)).FirstOrDefault(one => one is not null);

        if (answer is null)
        {
            return;
        }

        var replies = new List<OutgoingMessage>();

        if (heard.Reading.Danger is { } danger && !turn.Message.IsGroup && turn.Conversation.Desk is null)
        {
            replies.Add(new OutgoingMessage { Text = danger.Sentence });
        }

        replies.AddRange(answer.Replies);
        var state = turn.Conversation.State.FollowedBy(answer.State);
        var notice = answer.Notice;

        foreach (var order in answer.Orders)
        {
            var outcome = await orders.RunAsync(turn.Work, scene with { Conversation = turn.Conversation with { State = state } }, order, cancellationToken);
            replies.AddRange(outcome.Replies);
            state = outcome.State is { } next ? state.FollowedBy(next) : state;
            notice = outcome.Notice ?? notice;
            turn.Conversation = outcome.Amend?.Invoke(turn.Conversation) ?? turn.Conversation;
        }

        turn.Notice = notice;
        turn.Conversation = turn.Conversation with
        {
            State = state,
            Offered = OfferedBy(replies) ?? turn.Conversation.Offered,
            NotUnderstood = answer.IsLost ? turn.Conversation.NotUnderstood + 1 : 0,
        };

        foreach (var reply in replies)
        {
            outbox.Say(turn.Work, turn.Message.Conversation, reply);
        }
    }

    private Scene SceneOf(Turn turn) => new()
    {
        Conversation = turn.Conversation,
        Villager = turn.Villager,
        Now = turn.Now,
        TakesReports = turn.Work.Store.Health.AcceptsNewReports,
        Phrases = phrases.In(turn.Villager.Language).For(turn.Villager.Address),
    };

    /// <summary>The buttons of the last bubble that has some; null keeps the earlier ones.</summary>
    private static IReadOnlyList<OfferedChoice>? OfferedBy(List<OutgoingMessage> replies) =>
        replies.FindLast(reply => reply.Buttons.Count > 0) is { } last ? OfferedChoice.Of(last.Buttons) : null;
}

using CommunityBot.Desks;
using CommunityBot.Storage;

namespace CommunityBot.Conversations.AtDesk;

/// <summary>A desk's group got a new address: the desk moves along with everything its officers were in the middle of.</summary>
internal sealed class MoveDeskChatHandler : OrderHandler<MoveDeskChat>
{
    protected override async Task<OrderOutcome> CarryOutAsync(Work work, Scene scene, MoveDeskChat order, CancellationToken cancellationToken)
    {
        var from = scene.Conversation;
        await MoveDesk.ToAsync(work, from.Desk?.Unit, from.Key, order.To, cancellationToken);
        var there = await work.FindAsync(Conversation.Kind, order.To.ToString(), cancellationToken) ?? new Conversation { Key = order.To, IsGroup = true };
        work.Put(Conversation.Kind, there with { Desk = from.Desk });
        return new OrderOutcome { Amend = conversation => conversation with { Desk = null } };
    }
}

/// <summary>The bot was thrown out of a desk's group: nothing is sent there any more.</summary>
internal sealed class CloseDeskChatHandler : OrderHandler<CloseDeskChat>
{
    protected override async Task<OrderOutcome> CarryOutAsync(Work work, Scene scene, CloseDeskChat order, CancellationToken cancellationToken)
    {
        await MoveDesk.CloseAsync(work, scene.Conversation.Desk?.Unit, scene.Conversation.Key, cancellationToken);
        return new OrderOutcome { Amend = conversation => conversation with { Desk = null } };
    }
}

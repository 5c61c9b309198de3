using CommunityBot.Desks;
using CommunityBot.Messages;
using CommunityBot.Storage;

namespace CommunityBot.Conversations.AtDesk;

/// <summary>Lets a linked person press; everybody else is refused kindly and nothing is told.</summary>
internal sealed class PressOnTicketHandler(TicketPresses presses, Outbox outbox) : OrderHandler<PressOnTicket>
{
    protected override async Task<OrderOutcome> CarryOutAsync(Work work, Scene scene, PressOnTicket order, CancellationToken cancellationToken)
    {
        if (order.What.Who.IsAnonymous)
        {
            return OrderOutcome.Notify(scene.Phrases.Say("desk.anonymous"));
        }

        if (await work.FindOfficerAsync(order.What.OfficerId, cancellationToken) is not { } officer)
        {
            return OrderOutcome.Notify(scene.Phrases.Say("desk.not_linked"));
        }

        var turn = new DeskTurn(work, scene, order.What, officer, outbox);
        await presses.RunAsync(turn, order.Press, cancellationToken);
        return turn.Outcome;
    }
}

using CommunityBot.Conversations.Dialogs;
using CommunityBot.Messages;
using CommunityBot.Storage;
using CommunityBot.Tickets;

namespace CommunityBot.Conversations.Orders;

/// <summary>Brings the villager's answer to the desk; a question that is over meanwhile is told so.</summary>
internal sealed class AnswerOfficerHandler(VillagerAnswers answers, TicketFiles files) : OrderHandler<AnswerOfficer>
{
    protected override async Task<OrderOutcome> CarryOutAsync(Work work, Scene scene, AnswerOfficer order, CancellationToken cancellationToken)
    {
        var key = scene.Conversation.Key;
        var kept = order.Files.Select(file => files.Keep(work, key, file)).ToList();
        var refusal = await answers.RunAsync(work, order.Ticket, key, order.Words ?? "", kept, cancellationToken);
        return new OrderOutcome
        {
            Replies =
            [
                MenuDialog.Home(scene.Phrases, scene.Phrases.Say(
                    refusal is null ? "ticket.answer_sent" : "ticket.answer_too_late", ("ma", order.Ticket.ToString()))),
            ],
            Amend = conversation => conversation with { Question = null },
        };
    }
}

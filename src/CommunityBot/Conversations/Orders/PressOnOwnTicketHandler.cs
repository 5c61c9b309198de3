using CommunityBot.Conversations.Dialogs;
using CommunityBot.Messages;
using CommunityBot.Storage;
using CommunityBot.Tickets;

namespace CommunityBot.Conversations.Orders;

/// <summary>"Ổn", "Chưa ổn", "Trả lời", "Rút lại": only the one who reported may say it; a stranger hears what anybody hears about a wrong code.</summary>
internal sealed class PressOnOwnTicketHandler(ConfirmFixed confirmFixed, StillBroken stillBroken, WithdrawTicket withdraw) : OrderHandler<PressOnOwnTicket>
{
    protected override async Task<OrderOutcome> CarryOutAsync(Work work, Scene scene, PressOnOwnTicket order, CancellationToken cancellationToken)
    {
        var id = order.Press.Ticket;
        var villager = scene.Conversation.Key;

        return order.Press.Action switch
        {
            TicketKeys.Fixed => Say(scene, id, await confirmFixed.RunAsync(work, id, villager, cancellationToken), "ticket.thanks_fixed"),
            TicketKeys.StillBroken => await StillBrokenAsync(work, scene, id, cancellationToken),
            TicketKeys.Answer => await ExpectAnswerAsync(work, scene, id, cancellationToken),
            TicketKeys.Withdraw => await AskToWithdrawAsync(work, scene, id, cancellationToken),
            TicketKeys.ReallyWithdraw => Say(scene, id, await withdraw.RunAsync(work, id, villager, cancellationToken), "ticket.withdrawn"),
            _ => Say(scene, id, TicketRefusal.WrongMoment, "ticket.wrong_moment"),
        };
    }

    /// <summary>The next words may say what is still broken.</summary>
    private async Task<OrderOutcome> StillBrokenAsync(Work work, Scene scene, TicketId id, CancellationToken cancellationToken)
    {
        var refusal = await stillBroken.RunAsync(work, id, scene.Conversation.Key, cancellationToken);
        var said = Say(scene, id, refusal, "ticket.still_broken");
        return refusal is null ? said with { Amend = conversation => conversation with { Question = id } } : said;
    }

    private static async Task<OrderOutcome> ExpectAnswerAsync(Work work, Scene scene, TicketId id, CancellationToken cancellationToken)
    {
        var ticket = await FindOwnAsync(work, scene, id, cancellationToken);

        return ticket switch
        {
            null => Say(scene, id, TicketRefusal.NotFound, ""),
            { Question: null } => Say(scene, id, TicketRefusal.WrongMoment, ""),
            _ => new OrderOutcome
            {
                Replies = [new OutgoingMessage { Text = scene.Phrases.Say("ticket.please_answer", ("loi", ticket.Question.Words)) }],
                Amend = conversation => conversation with { Question = id },
            },
        };
    }

    private static async Task<OrderOutcome> AskToWithdrawAsync(Work work, Scene scene, TicketId id, CancellationToken cancellationToken)
    {
        var ticket = await FindOwnAsync(work, scene, id, cancellationToken);

        if (ticket is null || !TicketLifecycle.Allows(ticket.Status, TicketStatus.Withdrawn))
        {
            return Say(scene, id, ticket is null ? TicketRefusal.NotFound : TicketRefusal.WrongMoment, "");
        }

        return OrderOutcome.Say(new OutgoingMessage
        {
            Text = scene.Phrases.Say("ticket.ask_withdraw", ("ma", id.ToString())),
            Buttons =
            [
                [
                    new Button(scene.Phrases.Say("ticket.button_withdraw"), TicketKeys.ForVillager(TicketKeys.ReallyWithdraw, id)),
                    new Button(scene.Phrases.Say("ticket.button_keep"), Choices.Home),
                ],
            ],
        });
    }

    private static async Task<Ticket?> FindOwnAsync(Work work, Scene scene, TicketId id, CancellationToken cancellationToken) =>
        await work.FindAsync(Ticket.Kind, id.Code, cancellationToken) is { } ticket && ticket.Reporter.Conversation == scene.Conversation.Key ? ticket : null;

    private static OrderOutcome Say(Scene scene, TicketId id, TicketRefusal? refusal, string done) => OrderOutcome.Say(new OutgoingMessage
    {
        Text = refusal switch
        {
            null => scene.Phrases.Say(done, ("ma", id.ToString())),
            TicketRefusal.NotFound => scene.Phrases.Say("ticket.not_found"),
            TicketRefusal.TooLate => scene.Phrases.Say("ticket.too_late"),
            _ => scene.Phrases.Say("ticket.wrong_moment", ("ma", id.ToString())),
        },
    });
}

using CommunityBot.Messages;
using CommunityBot.Tickets;

namespace CommunityBot.Conversations.AtDesk;

/// <summary>What an officer writes for the villager: a question, or why the commune does not take it.</summary>
internal sealed class WriteTalk(AskVillager ask, DeclineTicket decline)
{
    public static async Task<TicketRefusal?> BeginQuestionAsync(DeskTurn turn, TicketId id, CancellationToken cancellationToken) =>
        Begin(turn, id, DeskTask.Ask, "desk.ask_question", await AskVillager.CanAskAsync(turn.Work, id, turn.Desk, cancellationToken));

    public static async Task<TicketRefusal?> BeginDeclineAsync(DeskTurn turn, TicketId id, CancellationToken cancellationToken) =>
        Begin(turn, id, DeskTask.Decline, "desk.ask_reason", await DeclineTicket.CanDeclineAsync(turn.Work, id, turn.Desk, cancellationToken));

    public async Task<TicketRefusal?> SendQuestionAsync(DeskTurn turn, TicketId id, CancellationToken cancellationToken) =>
        Finish(turn, id, await ask.RunAsync(turn.Work, id, turn.Desk, turn.What.Text ?? "", cancellationToken), "desk.question_sent", "desk.question_too_short");

    public async Task<TicketRefusal?> SendDeclineAsync(DeskTurn turn, TicketId id, CancellationToken cancellationToken) =>
        Finish(turn, id, await decline.RunAsync(turn.Work, id, turn.Desk, turn.What.Text, cancellationToken), "desk.declined", "desk.reason_too_short");

    private static TicketRefusal? Begin(DeskTurn turn, TicketId id, DeskTask task, string phrase, TicketRefusal? refusal)
    {
        if (refusal is not null)
        {
            return refusal;
        }

        turn.Begin(new DeskStep { Task = task, Ticket = id });
        Prompt(turn, id, phrase);
        return null;
    }

    private static TicketRefusal? Finish(DeskTurn turn, TicketId id, TicketRefusal? refusal, string done, string again)
    {
        if (refusal == TicketRefusal.NeedsConcreteWords)
        {
            Prompt(turn, id, again);
            return null;
        }

        turn.End();

        if (refusal is null)
        {
            turn.Answer(turn.Phrases.Say(done, ("ma", id.ToString())));
        }

        return refusal;
    }

    private static void Prompt(DeskTurn turn, TicketId id, string phrase) => turn.Ask(id, new OutgoingMessage
    {
        Text = turn.Phrases.Say(phrase, ("ma", id.ToString()), ("ten", turn.Officer.Name)),
        Buttons = [[new Button(turn.Phrases.Say("desk.button_cancel"), DeskKeys.Cancel)]],
    });
}

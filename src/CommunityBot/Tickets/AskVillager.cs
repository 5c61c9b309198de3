using CommunityBot.Messages;
using CommunityBot.Storage;

namespace CommunityBot.Tickets;

/// <summary>An officer needs to know more; the question goes to the villager and the clock rests until the answer.</summary>
public sealed class AskVillager(TakeStep step, TellTheVillager tell, IVillagerTalk talk, TimeProvider clock)
{
    private const int ShortestQuestion = 5;
    private const int LongestQuestion = 500;

    public static async Task<TicketRefusal?> CanAskAsync(Work work, TicketId id, OfficerAtDesk desk, CancellationToken cancellationToken) =>
        await desk.FindTicketAsync(work, id, cancellationToken) is { } ticket ? Refusal(ticket) : TicketRefusal.NotFound;

    public async Task<TicketRefusal?> RunAsync(Work work, TicketId id, OfficerAtDesk desk, string question, CancellationToken cancellationToken)
    {
        var ticket = await desk.FindTicketAsync(work, id, cancellationToken);

        if (ticket is null)
        {
            return TicketRefusal.NotFound;
        }

        if (Refusal(ticket) is { } refusal)
        {
            return refusal;
        }

        if (question.Length is < ShortestQuestion or > LongestQuestion)
        {
            return TicketRefusal.NeedsConcreteWords;
        }

        var open = new OpenQuestion(question, ticket.Status, clock.GetUtcNow(), desk.Officer.Id);
        var asked = await step.RunAsync(
            work, ticket, ticket with { Status = TicketStatus.NeedsInfo, Question = open }, desk.Actor, "ask", question, cancellationToken);

        if (asked is null)
        {
            return TicketRefusal.WrongMoment;
        }

        await tell.SayAsync(work, asked, book => new OutgoingMessage
        {
            Text = book.Say("ticket.question", ("ma", asked.Id.ToString()), ("loi", question)),
            IsWorthPaying = true,
            Buttons = [[new Button(book.Say("ticket.button_answer"), TicketKeys.ForVillager(TicketKeys.Answer, asked.Id))]],
        }, cancellationToken);

        if (asked.Reporter.Conversation is { } villager)
        {
            await talk.ExpectAnswerAsync(work, villager, asked.Id, cancellationToken);
        }

        return null;
    }

    private static TicketRefusal? Refusal(Ticket ticket) =>
        !TicketLifecycle.Allows(ticket.Status, TicketStatus.NeedsInfo) ? TicketRefusal.WrongMoment
        : ticket.Reporter.Conversation is null ? TicketRefusal.NobodyToAsk
        : null;
}

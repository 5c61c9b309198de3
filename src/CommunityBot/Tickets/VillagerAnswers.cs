using CommunityBot.Messages;
using CommunityBot.Storage;

namespace CommunityBot.Tickets;

/// <summary>The villager answers an officer's question, or says what is still broken; the answer lands in the desk and the clock runs on.</summary>
public sealed class VillagerAnswers(TakeStep step, TicketWords words, Outbox outbox, TimeProvider clock)
{
    public async Task<TicketRefusal?> RunAsync(
        Work work, TicketId id, ConversationKey villager, string answer, IReadOnlyList<FileRef> files, CancellationToken cancellationToken)
    {
        if (await work.FindAsync(Ticket.Kind, id.Code, cancellationToken) is not { } ticket || ticket.Reporter.Conversation != villager)
        {
            return TicketRefusal.NotFound;
        }

        var back = ticket switch
        {
            { Status: TicketStatus.NeedsInfo, Question: { } question } => Resumed(ticket, question, clock.GetUtcNow()),
            { Reopening: { } request } => ticket with { Reopening = request with { Words = answer } },
            _ => null,
        };

        if (back is null)
        {
            return TicketRefusal.WrongMoment;
        }

        var told = back with { Files = [.. ticket.Files, .. files] };
        var resumed = await step.RunAsync(work, ticket, told, Actor.Villager(villager), "answer", answer, cancellationToken);

        if (resumed is null)
        {
            return TicketRefusal.WrongMoment;
        }

        foreach (var card in resumed.Cards)
        {
            outbox.Say(work, card.Conversation, new OutgoingMessage
            {
                Text = words.Phrases.Say(files.Count > 0 ? "desk.answer_with_files" : "desk.answer", ("ma", resumed.Id.ToString()), ("loi", answer)),
            }, isKept: true, about: resumed.Id.Code);
        }

        return null;
    }

    /// <summary>Back to where the question came from, with the deadlines moved by the rest of the clock.</summary>
    internal static Ticket Resumed(Ticket ticket, OpenQuestion question, DateTimeOffset now)
    {
        var rest = now - question.At;
        var counted = rest < TicketClock.LongestRest ? rest : TicketClock.LongestRest;
        return ticket with
        {
            Status = question.From,
            Question = null,
            Deadlines = ticket.Deadlines is { } deadlines ? Deadlines.Moved(deadlines, counted) : null,
        };
    }
}

using CommunityBot.Messages;
using CommunityBot.Storage;

namespace CommunityBot.Tickets;

/// <summary>The villager adds words or photos to a report that is still open; the desk sees it on the card and hears of it.</summary>
public sealed class AddToTicket(TakeStep step, TicketWords words, Outbox outbox)
{
    private const int MostFiles = 20;
    private const int LongestWords = 4000;

    public async Task<TicketRefusal?> RunAsync(
        Work work, TicketId id, ConversationKey villager, string? said, IReadOnlyList<FileRef> files, CancellationToken cancellationToken)
    {
        if (await work.FindAsync(Ticket.Kind, id.Code, cancellationToken) is not { } ticket || ticket.Reporter.Conversation != villager)
        {
            return TicketRefusal.NotFound;
        }

        var isFull = ticket.Files.Count + files.Count > MostFiles || ticket.Words.Length + (said?.Length ?? 0) > LongestWords;

        if (!TicketLifecycle.IsOpen(ticket.Status) || isFull)
        {
            return TicketRefusal.WrongMoment;
        }

        var more = ticket with
        {
            Words = string.IsNullOrEmpty(said) ? ticket.Words : $"{ticket.Words}\n{said}".TrimStart(),
            Files = [.. ticket.Files, .. files],
        };
        var added = await step.RunAsync(work, ticket, more, Actor.Villager(villager), "add", said, cancellationToken);

        foreach (var card in added?.Cards ?? [])
        {
            outbox.Say(work, card.Conversation, new OutgoingMessage
            {
                Text = words.Phrases.Say("mytickets.desk_added", ("ma", id.ToString())),
            }, isKept: true, about: id.Code);
        }

        return null;
    }
}

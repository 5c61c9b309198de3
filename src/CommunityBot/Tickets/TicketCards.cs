using CommunityBot.Desks;
using CommunityBot.Messages;
using CommunityBot.Storage;

namespace CommunityBot.Tickets;

/// <summary>Keeps the bubbles in the desks like the ticket: one card in each conversation of the desk, edited in place; a desk that lost the ticket keeps a line.</summary>
public sealed class TicketCards(TicketWords words, Outbox outbox)
{
    /// <returns>The ticket with its cards.</returns>
    public async Task<Ticket> ShowAsync(Work work, Ticket before, Ticket ticket, CancellationToken cancellationToken)
    {
        if (ticket.Status == TicketStatus.New)
        {
            return ticket;
        }

        var desk = await work.FindDeskAsync(ticket.Commune, cancellationToken);
        var cards = new List<TicketCard>();

        foreach (var conversation in desk.OpenChats)
        {
            var earlier = before.Cards.FirstOrDefault(card => card.Conversation == conversation);
            cards.Add(Show(work, ticket, conversation, earlier));
        }

        foreach (var left in before.Cards.Where(card => cards.TrueForAll(kept => kept.Conversation != card.Conversation)))
        {
            Leave(work, ticket, left);
        }

        return ticket with { Cards = cards };
    }

    /// <summary>A fresh card at the end of one conversation, for an officer who opens the ticket there; it is the one that changes from now on.</summary>
    public Ticket Reopen(Work work, Ticket ticket, ConversationKey conversation)
    {
        var card = Show(work, ticket, conversation, earlier: null);
        return ticket with { Cards = [.. ticket.Cards.Where(one => one.Conversation != conversation), card] };
    }

    private TicketCard Show(Work work, Ticket ticket, ConversationKey conversation, TicketCard? earlier)
    {
        var message = words.Card(ticket) with { Replaces = earlier?.RowId, IsSilent = earlier is not null };
        return new TicketCard(conversation, outbox.Say(work, conversation, message, isKept: true, about: ticket.Id.Code));
    }

    private void Leave(Work work, Ticket ticket, TicketCard card) => outbox.Say(work, card.Conversation, new OutgoingMessage
    {
        Text = words.Phrases.Say("desk.card_moved", ("ma", ticket.Id.ToString()), ("noi", words.CommuneOf(ticket.Commune))),
        Replaces = card.RowId,
        IsSilent = true,
    });
}

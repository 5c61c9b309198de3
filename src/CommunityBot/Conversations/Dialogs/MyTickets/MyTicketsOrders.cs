using CommunityBot.Messages;
using CommunityBot.Tickets;

namespace CommunityBot.Conversations.Dialogs.MyTickets;

/// <summary>Say what became of the last reports.</summary>
public sealed record ListMyTickets : Order;

/// <summary>Say what became of one; a stranger hears only what is public.</summary>
public sealed record ShowTicket(TicketId Ticket) : Order;

/// <summary>Put words and files into an open ticket.</summary>
/// <param name="IsAnswered">True for the later parts of an album.</param>
public sealed record AddToMyTicket(TicketId Ticket, string? Words, IReadOnlyList<IncomingFile> Files, bool IsAnswered) : Order;

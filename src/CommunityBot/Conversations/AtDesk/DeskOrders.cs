using CommunityBot.Messages;
using CommunityBot.Tickets;

namespace CommunityBot.Conversations.AtDesk;

/// <summary>Somebody pressed a button of a ticket's card.</summary>
public sealed record PressOnTicket(DeskEvent What, TicketPress Press) : Order;

/// <summary>Somebody pressed a button of the desk itself: the list, the people, a newcomer.</summary>
public sealed record PressOnDesk(DeskEvent What, string Key) : Order;

/// <summary>Somebody wrote, photographed or spoke at the desk.</summary>
public sealed record HearAtDesk(DeskEvent What) : Order;

/// <summary>Somebody sent an invitation's code.</summary>
public sealed record SendCode(DeskEvent What, string Code, string? Name = null) : Order;

/// <summary>The desk's group has a new address.</summary>
public sealed record MoveDeskChat(ConversationKey To) : Order;

/// <summary>The bot was thrown out of the desk's group.</summary>
public sealed record CloseDeskChat : Order;

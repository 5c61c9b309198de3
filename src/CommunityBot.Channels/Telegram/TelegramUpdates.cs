using System.Globalization;
using CommunityBot.Messages;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace CommunityBot.Channels.Telegram;

/// <summary>Puts what happened at Telegram into our own words. Null = nothing for us: acknowledged and forgotten.</summary>
internal static class TelegramUpdates
{
    /// <summary>The account behind which anonymous admins of a group write.</summary>
    private const long GroupAnonymousBot = 1087968824;

    private const int LongestEventId = 100;

    public static IncomingMessage? Translate(Update update, BotIdentity bot, DateTimeOffset now) => update switch
    {
        { Message: { } message } => TelegramMessages.Translate(message, bot, isEdit: false),
        { EditedMessage: { } edited } => TelegramMessages.Translate(edited, bot, isEdit: true),
        { CallbackQuery: { } press } => Press(press, now),
        { MyChatMember: { } membership } => Membership(membership),
        _ => null,
    };

    /// <summary>Who spoke; null for other bots, whose words are never ours to answer.</summary>
    public static Sender? SenderOf(User? from, Chat? senderChat)
    {
        if (from is null || (from.IsBot && senderChat is null && from.Id != GroupAnonymousBot))
        {
            return null;
        }

        var name = string.Join(' ', new[] { from.FirstName, from.LastName }.Where(part => !string.IsNullOrWhiteSpace(part)));
        return new Sender(
            from.Id.ToString(CultureInfo.InvariantCulture),
            name.Length > 0 ? name : null,
            IsAnonymous: senderChat is not null || from.Id == GroupAnonymousBot);
    }

    public static bool IsGroup(Chat chat) => chat.Type is ChatType.Group or ChatType.Supergroup;

    /// <summary>Where to answer. Replies in ordinary groups carry a thread as well; only a forum's topic is a place of its own.</summary>
    public static ConversationKey ConversationOf(Chat chat, Message? message) =>
        new TelegramAddress(chat.Id, message is { IsTopicMessage: true } ? message.MessageThreadId : null).ToKey();

    public static DateTimeOffset Moment(DateTime utc) => new(DateTime.SpecifyKind(utc, DateTimeKind.Utc));

    private static IncomingMessage? Press(CallbackQuery press, DateTimeOffset now)
    {
        if (press is not { Message: { Chat: { } chat } message, Data.Length: > 0 }
            || press.Id is not { Length: > 0 and < LongestEventId }
            || SenderOf(press.From, senderChat: null) is not { } sender)
        {
            return null;
        }

        return new IncomingMessage
        {
            Conversation = ConversationOf(chat, message),
            EventId = "b" + press.Id,
            Kind = IncomingKind.Press,
            Sender = sender,
            SentAt = now, // a press has no date of its own, and the bubble's may be weeks old
            IsGroup = IsGroup(chat),
            MessageId = message.Id.ToString(CultureInfo.InvariantCulture),
            ButtonKey = press.Data,
        };
    }

    private static IncomingMessage? Membership(ChatMemberUpdated change)
    {
        if (change is not { Chat: { } chat, NewChatMember: { } now, OldChatMember: { } before }
            || SenderOf(change.From, senderChat: null) is not { } sender
            || KindOf(chat, IsThere(before), IsThere(now)) is not { } kind)
        {
            return null;
        }

        var status = now.Status.ToString().ToLowerInvariant();
        return new IncomingMessage
        {
            Conversation = ConversationOf(chat, message: null),
            EventId = string.Create(CultureInfo.InvariantCulture, $"c{Moment(change.Date).ToUnixTimeSeconds()}-{status}"),
            Kind = kind,
            Sender = sender,
            SentAt = Moment(change.Date),
            IsGroup = IsGroup(chat),
        };
    }

    private static IncomingKind? KindOf(Chat chat, bool wasThere, bool isThere) => (chat.Type, wasThere, isThere) switch
    {
        (ChatType.Private, _, false) => IncomingKind.Left,
        (ChatType.Private, false, true) => IncomingKind.Arrived,
        (ChatType.Group or ChatType.Supergroup, true, false) => IncomingKind.RemovedFromGroup,
        (ChatType.Group or ChatType.Supergroup, false, true) => IncomingKind.AddedToGroup,
        _ => null, // made an admin, restricted, a channel
    };

    private static bool IsThere(ChatMember member) => member.Status is not (ChatMemberStatus.Left or ChatMemberStatus.Kicked);
}

/// <summary>The bot's own account, as Telegram knows it.</summary>
/// <param name="Id">From the token.</param>
/// <param name="Username">Without @; null until Telegram was reached once.</param>
internal sealed record BotIdentity(long Id, string? Username);

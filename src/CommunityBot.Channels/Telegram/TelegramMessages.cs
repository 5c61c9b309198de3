using System.Globalization;
using CommunityBot.Messages;
using CommunityBot.Primitives;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace CommunityBot.Channels.Telegram;

/// <summary>Reads one message or its correction: words, photos, places, voice notes, and in groups only what is meant for us.</summary>
internal static class TelegramMessages
{
    private const string StartCommand = "/start";

    public static IncomingMessage? Translate(Message message, BotIdentity bot, bool isEdit)
    {
        if (message.Chat is not { } chat || chat.Type is not (ChatType.Private or ChatType.Group or ChatType.Supergroup)
            || message.IsAutomaticForward
            || TelegramUpdates.SenderOf(message.From, message.SenderChat) is not { } sender)
        {
            return null;
        }

        var heard = new IncomingMessage
        {
            Conversation = TelegramUpdates.ConversationOf(chat, message),
            EventId = EventIdOf(message, isEdit),
            Kind = isEdit ? IncomingKind.Edit : IncomingKind.Message,
            Sender = sender,
            SentAt = TelegramUpdates.Moment(isEdit ? message.EditDate ?? message.Date : message.Date),
            IsGroup = TelegramUpdates.IsGroup(chat),
            MessageId = message.Id.ToString(CultureInfo.InvariantCulture),
            AlbumId = message.MediaGroupId,
            ReplyToMessageId = AnsweredMessage(message)?.Id.ToString(CultureInfo.InvariantCulture),
        };

        if (message.MigrateToChatId is { } moved)
        {
            return heard with { Kind = IncomingKind.GroupMoved, MovedTo = moved.ToString(CultureInfo.InvariantCulture) };
        }

        return heard.IsGroup && !IsMeantForUs(message, bot) ? null : WithContent(heard, message, bot, isEdit);
    }

    private static string EventIdOf(Message message, bool isEdit) => isEdit
        ? string.Create(CultureInfo.InvariantCulture, $"m{message.Id}e{TelegramUpdates.Moment(message.EditDate ?? message.Date).ToUnixTimeSeconds()}")
        : string.Create(CultureInfo.InvariantCulture, $"m{message.Id}");

    private static IncomingMessage? WithContent(IncomingMessage heard, Message message, BotIdentity bot, bool isEdit)
    {
        if (isEdit && message.Location is not null)
        {
            return null; // a live location moves on; its first point is enough
        }

        return message switch
        {
            { Text: { } text } => WithText(heard, text, bot),
            { Venue: { Location: { } place } venue } => WithPlace(heard, place) is { } there ? there with { PlaceName = venue.Title } : null,
            { Location: { } location } => WithPlace(heard, location),
            { Contact: { } contact } => heard with { Contact = ContactOf(contact, message.From) },
            _ when FileOf(message) is { } file => heard with { Text = message.Caption, Files = [file] },
            _ when isEdit || IsServiceMessage(message) => null,
            _ => heard with { Kind = IncomingKind.Unreadable, Text = message.Caption },
        };
    }

    /// <summary>Without our own @name, so that a command reads the same in a group and in private.</summary>
    private static IncomingMessage WithText(IncomingMessage heard, string typed, BotIdentity bot)
    {
        var text = bot.Username is { Length: > 0 } name ? WithoutName(typed, "@" + name) : typed;

        if (!text.StartsWith(StartCommand + " ", StringComparison.Ordinal))
        {
            return heard with { Text = text };
        }

        var payload = text[(StartCommand.Length + 1)..].Trim();
        return IsPayload(payload) ? heard with { Text = StartCommand, StartPayload = payload } : heard with { Text = StartCommand };
    }

    private static string WithoutName(string typed, string name)
    {
        var at = typed.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        var end = at + name.Length;

        if (at < 0 || (end < typed.Length && (char.IsAsciiLetterOrDigit(typed[end]) || typed[end] == '_')))
        {
            return typed;
        }

        var isOfCommand = typed[0] == '/' && !typed.AsSpan(0, at).Contains(' ');
        return isOfCommand || at == 0 ? (typed[..at] + typed[end..]).Trim() : typed;
    }

    private static bool IsPayload(string payload) =>
        payload.Length is > 0 and <= 64 && payload.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-');

    private static IncomingMessage? WithPlace(IncomingMessage heard, Location location)
    {
        var point = new GeoPoint(location.Latitude, location.Longitude);
        return point.IsOnEarth ? heard with { Point = point } : null;
    }

    private static SharedContact ContactOf(Contact contact, User? from)
    {
        var number = contact.PhoneNumber.StartsWith('+') ? contact.PhoneNumber : "+" + contact.PhoneNumber;
        return new SharedContact(number, contact.FirstName, IsOwn: contact.UserId is { } owner && owner == from?.Id);
    }

    private static IncomingFile? FileOf(Message message) => message switch
    {
        { Photo: { Length: > 0 } sizes } => PhotoOf(sizes),
        { Voice: { } voice } => new IncomingFile
        {
            Kind = FileKind.Voice,
            FetchId = voice.FileId,
            StableId = voice.FileUniqueId,
            MimeType = voice.MimeType,
            Size = voice.FileSize,
            Duration = TimeSpan.FromSeconds(voice.Duration),
        },
        { Animation: not null } => null, // carries a document as well
        { Document: { } document } => new IncomingFile
        {
            Kind = document.MimeType?.StartsWith("image/", StringComparison.OrdinalIgnoreCase) is true ? FileKind.ImageDocument : FileKind.Document,
            FetchId = document.FileId,
            StableId = document.FileUniqueId,
            Name = document.FileName,
            MimeType = document.MimeType,
            Size = document.FileSize,
        },
        _ => null,
    };

    /// <summary>The largest of the sizes of one picture; their order says nothing.</summary>
    private static IncomingFile PhotoOf(PhotoSize[] sizes)
    {
        var largest = sizes.MaxBy(size => (long)size.Width * size.Height)!;
        return new IncomingFile
        {
            Kind = FileKind.Photo,
            FetchId = largest.FileId,
            StableId = largest.FileUniqueId,
            Size = largest.FileSize,
        };
    }

    /// <summary>In a group the bot listens to commands, to answers to its own messages and to its name, to nothing else.</summary>
    private static bool IsMeantForUs(Message message, BotIdentity bot) =>
        AnsweredMessage(message)?.From?.Id == bot.Id || IsOurCommand(message.Text ?? message.Caption, bot) || NamesUs(message, bot);

    private static bool IsOurCommand(string? text, BotIdentity bot)
    {
        if (text is not ['/', _, ..])
        {
            return false;
        }

        var word = text.AsSpan();
        var end = word.IndexOfAny(' ', '\n');
        word = end < 0 ? word : word[..end];
        var at = word.IndexOf('@');
        return at < 0 || bot.Username is null || word[(at + 1)..].Equals(bot.Username, StringComparison.OrdinalIgnoreCase);
    }

    private static bool NamesUs(Message message, BotIdentity bot)
    {
        var text = message.Text ?? message.Caption;

        if (bot.Username is null || text is null)
        {
            return false;
        }

        return (message.Entities ?? message.CaptionEntities ?? []).Any(entity => entity.Type == MessageEntityType.Mention
            && entity.Offset >= 0 && entity.Length > 1 && entity.Offset <= text.Length - entity.Length
            && text.AsSpan(entity.Offset + 1, entity.Length - 1).Equals(bot.Username, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Every message of a forum's topic "answers" the message that opened the topic; that is no answer.</summary>
    private static Message? AnsweredMessage(Message message) =>
        message.ReplyToMessage is { } answered && !(message.IsTopicMessage && answered.Id == message.MessageThreadId) ? answered : null;

    private static bool IsServiceMessage(Message message) => message.Type is not (MessageType.Unknown
        or MessageType.Animation or MessageType.Audio or MessageType.Document or MessageType.Sticker or MessageType.Story
        or MessageType.Video or MessageType.VideoNote or MessageType.Voice or MessageType.Dice or MessageType.Game
        or MessageType.Poll or MessageType.PaidMedia or MessageType.Checklist);
}

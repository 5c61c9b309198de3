using System.Globalization;
using CommunityBot.Channels.Zalo.Wire;
using CommunityBot.Messages;
using CommunityBot.Primitives;

namespace CommunityBot.Channels.Zalo;

/// <summary>Puts what happened at Zalo into our own words. Null = nothing for us: acknowledged and forgotten.</summary>
internal static class ZaloEvents
{
    /// <summary>What every payload of our buttons begins with; a pressed button comes back as a text.</summary>
    public const string PressPrefix = "#c:";

    private const int LongestId = 90;
    private const int LongestKey = 64;

    public static IncomingMessage? Translate(ZaloEvent heard, string oaId, DateTimeOffset now) => heard.EventName switch
    {
        "follow" => Following(heard, IncomingKind.Arrived, now),
        "unfollow" => Following(heard, IncomingKind.Left, now),
        "oa_send_text" or "oa_send_image" or "oa_send_gif" or "oa_send_list" or "oa_send_file" or "oa_send_sticker" => Echo(heard, oaId, now),
        "user_submit_info" => FromUser(heard, oaId, now) is { } message ? WithInfo(message, heard.Info) : null,
        "user_send_text" or "user_send_link" => FromUser(heard, oaId, now) is { } message ? WithText(message, heard.Message) : null,
        "user_send_image" or "user_send_file" or "user_send_audio" => FromUser(heard, oaId, now) is { } message ? WithFiles(message, heard.Message) : null,
        "user_send_location" => FromUser(heard, oaId, now) is { } message ? WithPlace(message, heard.Message) : null,
        "user_send_sticker" or "user_send_gif" or "user_send_video" or "user_send_business_card" =>
            FromUser(heard, oaId, now) is { } message ? message with { Kind = IncomingKind.Unreadable, Text = NullIfEmpty(heard.Message?.Text) } : null,
        _ => null,
    };

    private static IncomingMessage? FromUser(ZaloEvent heard, string oaId, DateTimeOffset now) =>
        ZaloAddress.IsUser(heard.Sender?.Id) && (heard.Recipient?.Id is null || heard.Recipient.Id == oaId)
            ? Heard(heard, heard.Sender.Id, IncomingKind.Message, now)
            : null;

    private static IncomingMessage? Following(ZaloEvent heard, IncomingKind kind, DateTimeOffset now) =>
        ZaloAddress.IsUser(heard.Follower?.Id) ? Heard(heard, heard.Follower.Id, kind, now) : null;

    /// <summary>Only what a human wrote in OA Manager is news; what we sent ourselves we know.</summary>
    private static IncomingMessage? Echo(ZaloEvent heard, string oaId, DateTimeOffset now) =>
        heard.Sender is { AdminId: { Length: > 0 } admin } sender && sender.Id == oaId && ZaloAddress.IsUser(heard.Recipient?.Id)
            ? Heard(heard, heard.Recipient.Id, IncomingKind.ColleagueAnswered, now) with { Sender = new Sender(admin, null), Text = NullIfEmpty(heard.Message?.Text) }
            : null;

    private static IncomingMessage Heard(ZaloEvent heard, string user, IncomingKind kind, DateTimeOffset now) => new()
    {
        Conversation = ZaloAddress.KeyOf(user),
        EventId = EventIdOf(heard, user),
        Kind = kind,
        Sender = new Sender(user, null),
        SentAt = MomentOf(heard.Timestamp, now),
        MessageId = heard.Message?.MsgId,
        ReplyToMessageId = heard.Message?.QuoteMsgId,
    };

    /// <summary>Events without a message (follow, a filled form) are told apart by what, who and when.</summary>
    private static string EventIdOf(ZaloEvent heard, string user) =>
        heard.Message?.MsgId is { Length: > 0 and <= LongestId } id ? $"m{id}" : $"{heard.EventName}-{user}-{heard.Timestamp}";

    private static IncomingMessage WithText(IncomingMessage message, ZaloSaid? said)
    {
        var text = said?.Text ?? "";
        var isPress = text.StartsWith(PressPrefix, StringComparison.Ordinal) && text.Length - PressPrefix.Length is > 0 and <= LongestKey;
        return isPress
            ? message with { Kind = IncomingKind.Press, ButtonKey = text[PressPrefix.Length..] }
            : message with { Text = NullIfEmpty(text) ?? NullIfEmpty(Payloads(said).FirstOrDefault()?.Url) };
    }

    private static IncomingMessage WithFiles(IncomingMessage message, ZaloSaid? said)
    {
        var files = (said?.Attachments ?? []).Select((attachment, at) => FileOf(attachment, $"{said!.MsgId}/{at}")).OfType<IncomingFile>().ToList();
        return files.Count == 0
            ? message with { Kind = IncomingKind.Unreadable, Text = NullIfEmpty(said?.Text) }
            : message with { Files = files, Text = NullIfEmpty(said?.Text) };
    }

    private static IncomingFile? FileOf(ZaloAttachment? attachment, string stableId) => attachment is { Payload.Url: { Length: > 0 } url } && KindOf(attachment) is { } kind
        ? new IncomingFile
        {
            Kind = kind,
            FetchId = url,
            StableId = stableId,
            Name = attachment.Payload.Name,
            Size = long.TryParse(attachment.Payload.Size, NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? size : null,
        }
        : null;

    private static FileKind? KindOf(ZaloAttachment attachment) => attachment.Type switch
    {
        "image" => FileKind.Photo,
        "audio" => FileKind.Voice,
        "file" => attachment.Payload?.Type?.ToLowerInvariant() is "jpg" or "jpeg" or "png" or "heic" or "webp" ? FileKind.ImageDocument : FileKind.Document,
        _ => null,
    };

    private static IncomingMessage WithPlace(IncomingMessage message, ZaloSaid? said) =>
        PointOf(Payloads(said).FirstOrDefault()?.Coordinates) is { } point
            ? message with { Point = point, PlaceName = NullIfEmpty(said?.Text) }
            : message with { Kind = IncomingKind.Unreadable, Text = NullIfEmpty(said?.Text) };

    private static GeoPoint? PointOf(ZaloCoordinates? coordinates)
    {
        if (double.TryParse(coordinates?.Latitude, NumberStyles.Float, CultureInfo.InvariantCulture, out var latitude)
            && double.TryParse(coordinates.Longitude, NumberStyles.Float, CultureInfo.InvariantCulture, out var longitude))
        {
            var point = new GeoPoint(latitude, longitude);
            return point.IsOnEarth ? point : null;
        }

        return null;
    }

    private static IncomingMessage? WithInfo(IncomingMessage message, ZaloInfo? info) => info?.Phone is { Length: > 0 } phone
        ? message with { Contact = new SharedContact(phone.StartsWith('+') || phone.StartsWith('0') ? phone : "+" + phone, NullIfEmpty(info.Name), IsOwn: true) }
        : null;

    private static IEnumerable<ZaloPayload> Payloads(ZaloSaid? said) => (said?.Attachments ?? []).Select(attachment => attachment?.Payload).OfType<ZaloPayload>();

    private static DateTimeOffset MomentOf(string? timestamp, DateTimeOffset now) =>
        long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds < now.AddDays(1).ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : now;

    private static string? NullIfEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}

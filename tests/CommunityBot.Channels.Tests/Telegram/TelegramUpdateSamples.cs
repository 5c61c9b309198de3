using CommunityBot.Messages;
using CommunityBot.Primitives;

namespace CommunityBot.Channels.Tests.Telegram;

/// <summary>What every recorded update means in our own words; null = nothing for us.</summary>
internal static class TelegramUpdateSamples
{
    private const string VillagerId = "5012345678";
    private const string Group = "-1001987654321";

    private static readonly Sender Villager = new(VillagerId, "Hoàng Thị Mẩy");
    private static readonly Sender Officer = new("5098765432", "Nông Văn Cán");
    private static readonly DateTimeOffset Then = DateTimeOffset.FromUnixTimeSeconds(1795420800);
    private static readonly GeoPoint Tap = new(22.147102, 105.834889);

    /// <summary>The hour on the bot's own clock.</summary>
    public static DateTimeOffset Now { get; } = DateTimeOffset.FromUnixTimeSeconds(1795420999);

    public static IReadOnlyDictionary<string, IncomingMessage?> Expected { get; } = new Dictionary<string, IncomingMessage?>
    {
        ["update.message.text"] = Said(401) with { Text = "Vòi nước công cộng ở thôn Nà Mẫu bị vỡ từ hôm qua" },
        ["update.message.start"] = Said(402) with { Text = "/start" },
        ["update.message.start_deeplink"] = Said(403) with { Text = "/start", StartPayload = "xa-mau_qr-07" },
        ["update.message.photo"] = Said(404) with { Text = "Rác đổ ở đầu suối", Files = [Photo("A")] },
        ["update.message.photo_no_caption"] = Said(405) with { Files = [Photo("A", "2")] },
        ["update.message.album_1"] = Said(406) with { Text = "Hai ảnh điểm rác", AlbumId = "13900000000000001", Files = [Photo("B")] },
        ["update.message.album_2"] = Said(407) with { AlbumId = "13900000000000001", Files = [Photo("B", "2")] },
        ["update.message.document_image"] = Said(408) with
        {
            Files =
            [
                new IncomingFile
                {
                    Kind = FileKind.ImageDocument, FetchId = "BQACAgUAAxkBAAIdoc1", StableId = "AgADdoc1",
                    Name = "IMG_20261120_071500.jpg", MimeType = "image/jpeg", Size = 4321987,
                },
            ],
        },
        ["update.message.document_too_big"] = Said(409) with
        {
            Files =
            [
                new IncomingFile
                {
                    Kind = FileKind.Document, FetchId = "BQACAgUAAxkBAAIdoc2", StableId = "AgADdoc2",
                    Name = "video.mp4", MimeType = "video/mp4", Size = 52428800,
                },
            ],
        },
        ["update.message.location"] = Said(410) with { Point = Tap },
        ["update.message.venue"] = Said(411) with { Point = Tap, PlaceName = "Nhà văn hoá thôn Nà Mẫu" },
        ["update.message.live_location"] = Said(412) with { Point = Tap },
        ["update.edited_message.live_location"] = null,
        ["update.edited_message.live_location_end"] = null,
        ["update.edited_message.text"] = Said(413) with
        {
            Kind = IncomingKind.Edit,
            EventId = "m413e1795420830",
            SentAt = DateTimeOffset.FromUnixTimeSeconds(1795420830),
            Text = "Vòi nước ở thôn Nà Mẫu bị vỡ (đã sửa câu)",
        },
        ["update.message.contact"] = Said(414) with { Contact = new SharedContact("+84900000000", "Hoàng", IsOwn: true) },
        ["update.message.contact_other"] = Said(415) with { Contact = new SharedContact("+84911111111", "Người khác", IsOwn: false) },
        ["update.message.voice"] = Said(416) with
        {
            Files =
            [
                new IncomingFile
                {
                    Kind = FileKind.Voice, FetchId = "AwACAgUAAxkBAAIvoice", StableId = "AgADvoice",
                    MimeType = "audio/ogg", Size = 28765, Duration = TimeSpan.FromSeconds(7),
                },
            ],
        },
        ["update.message.video"] = Said(417) with { Kind = IncomingKind.Unreadable },
        ["update.message.sticker"] = Said(418) with { Kind = IncomingKind.Unreadable },
        ["update.message.reply"] = Said(419) with { Text = "Ảnh đây ạ", ReplyToMessageId = "399" },
        ["update.message.forwarded_photo"] = Said(420) with { Text = "Chuyển tiếp", Files = [Photo("C")] },
        ["update.message.unknown_fields"] = Said(427) with { Text = "xin chào" },
        ["update.callback_query"] = Pressed("21500000000000000001", "401"),
        ["update.callback_query.inaccessible_message"] = Pressed("21500000000000000002", "12"),
        ["update.my_chat_member.blocked"] = Changed(IncomingKind.Left, "kicked"),
        ["update.my_chat_member.unblocked"] = Changed(IncomingKind.Arrived, "member"),
        ["update.my_chat_member.added_to_group"] = InGroup(Changed(IncomingKind.AddedToGroup, "member")),
        ["update.my_chat_member.removed_from_group"] = InGroup(Changed(IncomingKind.RemovedFromGroup, "left")),
        ["update.message.group_command"] = InGroup(Said(421)) with { Text = "/xong PA-000123" },
        ["update.message.forum_topic"] = null, // officers talking among themselves
        ["update.message.group_reply_to_bot"] = InGroup(Said(423)) with { Text = "Đã xử lý xong", ReplyToMessageId = "355" },
        ["update.message.anonymous_admin"] = InGroup(Said(424)) with { Text = "/xong PA-000123", Sender = new Sender("1087968824", "Group", IsAnonymous: true) },
        ["update.message.migrate_to"] = InGroup(Said(425)) with
        {
            Conversation = new ConversationKey("telegram", "-4012345678"),
            Kind = IncomingKind.GroupMoved,
            MovedTo = "-1001987654399",
        },
        ["update.message.new_chat_members"] = null,
        ["update.channel_post"] = null,
        ["update.unknown_future_kind"] = null,
    };

    private static IncomingMessage Said(int messageId) => new()
    {
        Conversation = new ConversationKey("telegram", VillagerId),
        EventId = $"m{messageId}",
        Kind = IncomingKind.Message,
        Sender = Villager,
        SentAt = Then,
        MessageId = $"{messageId}",
    };

    private static IncomingMessage Pressed(string press, string bubble) => Said(0) with
    {
        EventId = "b" + press,
        Kind = IncomingKind.Press,
        SentAt = Now,
        MessageId = bubble,
        ButtonKey = "c:nuoc",
    };

    private static IncomingMessage Changed(IncomingKind kind, string status) => Said(0) with
    {
        EventId = "c1795420800-" + status,
        Kind = kind,
        MessageId = null,
    };

    private static IncomingMessage InGroup(IncomingMessage message) => message with
    {
        Conversation = new ConversationKey("telegram", Group),
        Sender = Officer,
        IsGroup = true,
    };

    /// <summary>The largest of the four sizes.</summary>
    private static IncomingFile Photo(string letter, string number = "1") => new()
    {
        Kind = FileKind.Photo,
        FetchId = $"AgACAgUAAxkBAAI{letter}{number}y",
        StableId = $"AQAD{letter}{number}y",
        Size = 187654,
    };
}

using System.Globalization;
using System.Text.Json;
using CommunityBot.Channels.Zalo;
using CommunityBot.Channels.Zalo.Wire;
using CommunityBot.Messages;
using CommunityBot.Primitives;
using CommunityBot.TestKit.Zalo;

namespace CommunityBot.Channels.Tests.Zalo;

/// <summary>Every recorded event becomes what the heart must hear, or nothing.</summary>
public sealed class ZaloEventsTests
{
    private const string User = "246845883529190003";

    private static readonly DateTimeOffset At = DateTimeOffset.FromUnixTimeMilliseconds(1795420800123);

    private static readonly IncomingMessage Said = new()
    {
        Conversation = new ConversationKey("zalo", User),
        EventId = "",
        Kind = IncomingKind.Message,
        Sender = new Sender(User, null),
        SentAt = At,
    };

    /// <summary>Null: acknowledged and forgotten.</summary>
    private static readonly Dictionary<string, IncomingMessage?> Expected = new()
    {
        ["webhook.user_send_text"] = Message("96d3cdf3af150400001") with { Text = "Vòi nước ở thôn Nà Mẫu bị vỡ" },
        ["webhook.user_send_text.button"] = Message("96d3cdf3af150400002") with { Kind = IncomingKind.Press, ButtonKey = "nuoc" },
        ["webhook.user_send_image"] = Message("96d3cdf3af150400003") with
        {
            Text = "Rác ở đầu suối",
            Files = [new IncomingFile { Kind = FileKind.Photo, FetchId = "https://zalo-cdn.example.org/f/1.jpg", StableId = "96d3cdf3af150400003/0" }],
        },
        ["webhook.user_send_image.no_text"] = Message("96d3cdf3af150400004") with
        {
            Files = [new IncomingFile { Kind = FileKind.Photo, FetchId = "https://zalo-cdn.example.org/f/2.jpg", StableId = "96d3cdf3af150400004/0" }],
        },
        ["webhook.user_send_location"] = Message("96d3cdf3af150400005") with { Point = new GeoPoint(22.147102, 105.834889), PlaceName = "Nhà văn hoá thôn Nà Mẫu" },
        ["webhook.user_send_location.no_text"] = Message("96d3cdf3af150400006") with { Point = new GeoPoint(22.147102, 105.834889) },
        ["webhook.user_send_sticker"] = Message("96d3cdf3af150400007") with { Kind = IncomingKind.Unreadable },
        ["webhook.user_send_file"] = Message("96d3cdf3af150400008") with
        {
            Files =
            [
                new IncomingFile
                {
                    Kind = FileKind.Document,
                    FetchId = "https://zalo-cdn.example.org/d/don.pdf",
                    StableId = "96d3cdf3af150400008/0",
                    Name = "don-kien-nghi.pdf",
                    Size = 184320,
                },
            ],
        },
        ["webhook.user_send_audio"] = Message("96d3cdf3af150400009") with
        {
            Files = [new IncomingFile { Kind = FileKind.Voice, FetchId = "https://zalo-cdn.example.org/a/1.amr", StableId = "96d3cdf3af150400009/0" }],
        },
        ["webhook.user_send_video"] = Message("96d3cdf3af150400010") with { Kind = IncomingKind.Unreadable },
        ["webhook.user_send_link"] = Message("96d3cdf3af150400011") with { Text = "https://example.org/bai-viet" },
        ["webhook.follow"] = Said with { Kind = IncomingKind.Arrived, EventId = $"follow-{User}-1795420800123" },
        ["webhook.unfollow"] = Said with { Kind = IncomingKind.Left, EventId = $"unfollow-{User}-1795420800123" },
        ["webhook.user_submit_info"] = Said with
        {
            EventId = $"user_submit_info-{User}-1795420800123",
            Contact = new SharedContact("+84900000000", "Hoàng Thị Mẩy", IsOwn: true),
        },
        ["webhook.user_submit_info.legacy"] = Said with
        {
            EventId = $"user_submit_info-{User}-1795420800123",
            Contact = new SharedContact("+84900000000", "Hoàng Thị Mẩy", IsOwn: true),
        },
        ["webhook.oa_send_text"] = Message("96d3cdf3af150400012") with
        {
            Kind = IncomingKind.ColleagueAnswered,
            Sender = new Sender("770011223344550005", null),
            Text = "Cán bộ đã trả lời trên OA Manager",
        },
        ["webhook.oa_send_image"] = null,
        ["webhook.user_received_message"] = null,
        ["webhook.user_received_message.zbs"] = null,
        ["webhook.user_seen_message"] = null,
        ["webhook.user_send_group_text"] = null,
        ["webhook.unknown_event"] = null,
        ["webhook.empty_probe"] = null,
    };

    public static TheoryData<string> Events => [.. Sample.Of("webhook.")];

    [Fact]
    public void Every_recorded_event_has_its_expectation() => Assert.Equal(Sample.Of("webhook.").Order(), Expected.Keys.Order());

    [Theory]
    [MemberData(nameof(Events))]
    public void A_recorded_event_becomes_what_the_heart_must_hear(string sample) =>
        Assert.Equivalent(Expected[sample], Translate(Sample.Text(sample)), strict: true);

    [Fact]
    public void Coordinates_are_read_alike_where_a_comma_is_the_decimal_sign()
    {
        var before = CultureInfo.CurrentCulture;
        var withComma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        withComma.NumberFormat.NumberDecimalSeparator = ",";
        withComma.NumberFormat.NumberGroupSeparator = ".";
        CultureInfo.CurrentCulture = withComma;

        try
        {
            Assert.Equal(new GeoPoint(22.147102, 105.834889), Translate(Sample.Text("webhook.user_send_location"))!.Point);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Ids_beyond_what_a_double_holds_stay_whole_also_as_numbers()
    {
        const string Body = """{"app_id":3608465248940900001,"event_name":"user_send_text","timestamp":1795420800123,"sender":{"id":9007199254740993001},"message":{"msg_id":96,"text":"a"}}""";

        Assert.Equal("9007199254740993001", Translate(Body)!.Conversation.Address);
    }

    [Fact]
    public void Several_pictures_of_one_event_are_one_message()
    {
        var heard = Sample.Json("webhook.user_send_image");
        heard["message"]!["attachments"]!.AsArray().Add(heard["message"]!["attachments"]![0]!.DeepClone());

        Assert.Equal(2, Translate(heard.ToJsonString())!.Files.Count);
    }

    [Fact]
    public void Pictures_within_five_seconds_are_one_album_and_later_ones_another()
    {
        var albums = new ZaloAlbums();
        var picture = Translate(Sample.Text("webhook.user_send_image"))!;
        var first = albums.Join(picture);
        var second = albums.Join(picture with { EventId = "m2", SentAt = At + TimeSpan.FromSeconds(4) });
        var third = albums.Join(picture with { EventId = "m3", SentAt = At + TimeSpan.FromSeconds(10) });

        Assert.NotNull(first.AlbumId);
        Assert.Equal(first.AlbumId, second.AlbumId);
        Assert.NotEqual(first.AlbumId, third.AlbumId);
        Assert.Equal(ZaloAlbums.Together, first.AlbumSettles);
    }

    [Fact]
    public void An_event_for_another_official_account_is_not_for_us()
    {
        var heard = Sample.Json("webhook.user_send_text");
        heard["recipient"]!["id"] = "111";

        Assert.Null(Translate(heard.ToJsonString()));
    }

    private static IncomingMessage Message(string id) => Said with { EventId = "m" + id, MessageId = id };

    private static IncomingMessage? Translate(string body) =>
        ZaloEvents.Translate(JsonSerializer.Deserialize(body, ZaloJson.Default.ZaloEvent)!, FakeZalo.OaId, At);
}

using CommunityBot.Conversations;
using CommunityBot.Messages;
using CommunityBot.Photos;
using CommunityBot.Primitives;
using CommunityBot.Storage;
using CommunityBot.TestKit.Talk;
using CommunityBot.Tickets;
using CommunityBot.Villagers;

namespace CommunityBot.Tests.Conversations.Reporting;

/// <summary>Reports that do not go straight: pauses, refusals, corrections, wrong places.</summary>
public sealed class ReportTroubleTests : IAsyncDisposable
{
    private readonly ConversationBench bench = new();
    private readonly Talker luong;

    public ReportTroubleTests() => luong = bench.Villager("bà Lường");

    [Fact]
    public async Task Whoever_refuses_consent_may_still_report_with_nothing_stored()
    {
        await luong.SendsPhotoAsync("vòi nước hỏng");
        await luong.SendsLocationAsync(22.45678, 105.72345);
        await luong.PressesAsync("Xã Chợ Rã");
        await luong.PressesAsync("Gửi");
        await luong.PressesAsync("Không đồng ý");
        await luong.PressesAsync("Gửi, không lưu gì");

        var ticket = Assert.Single(await bench.StoredAsync(Ticket.Kind));
        Assert.Null(ticket.Reporter.Conversation);
        Assert.Null(ticket.Reporter.Name);
        Assert.Equal(new GeoPoint(22.46, 105.72), ticket.Place.Point);
        Assert.Contains("giữ mã này", luong.Heard, StringComparison.Ordinal);
        Assert.DoesNotContain(await bench.StoredAsync(StoredPhoto.Kind), photo => photo.Conversation == luong.Conversation);

        var villager = Assert.Single(await bench.StoredAsync(Villager.Kind));
        Assert.False(villager.ReportConsent?.IsGiven);
        Assert.Null(villager.Name);
        Assert.Null(villager.LastPlace);
    }

    [Fact]
    public async Task Danger_is_answered_with_the_number_first_and_then_the_report_goes_on()
    {
        await luong.SaysAsync("cháy rừng sát nhà rồi");

        Assert.Contains("114", luong.Answers[0].Text, StringComparison.Ordinal);
        Assert.True(luong.CanPress("Gặp cán bộ"));
        await luong.SendsPhotoAsync();
        await luong.SaysAsync("thôn Nà Mu xã Chợ Rã");
        await luong.PressesAsync("Gửi");
        await luong.PressesAsync("Đồng ý, gửi");
        Assert.Equal(CommunityBot.Reports.Severity.S1, Assert.Single(await bench.StoredAsync(Ticket.Kind)).Severity);
    }

    [Fact]
    public async Task A_typed_number_never_throws_a_report_away()
    {
        await luong.SaysAsync("vòi nước hỏng");
        await luong.SaysAsync("3");
        Assert.DoesNotContain("bỏ và xóa", luong.Heard, StringComparison.Ordinal);

        await luong.SaysAsync("0");
        Assert.Contains("Bước 1/4", luong.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Silence_is_no_consent_and_after_a_day_nothing_is_left()
    {
        await luong.SendsPhotoAsync("vòi nước hỏng ở thôn Nà Mu xã Chợ Rã");
        await luong.PressesAsync("Gửi");
        await bench.AdvanceAsync(TimeSpan.FromHours(25));

        Assert.Null(Assert.Single(await bench.StoredAsync(Conversation.Kind)).State.Report);
        Assert.Empty(await bench.StoredAsync(StoredPhoto.Kind));
        Assert.Empty(await bench.StoredAsync(Ticket.Kind));
        Assert.Equal(0, bench.Files.Count);
    }

    [Fact]
    public async Task After_half_an_hour_of_silence_one_reminder_comes_and_the_report_goes_on()
    {
        await luong.SaysAsync("vòi nước hỏng");
        await bench.AdvanceAsync(TimeSpan.FromHours(3));
        Assert.Single(luong.Answers, bubble => bubble.Text.Contains("đang báo dở", StringComparison.Ordinal));

        await luong.PressesAsync("Tiếp tục");
        Assert.Contains("Bước 2/4", luong.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_villager_who_comes_back_is_offered_the_unfinished_report()
    {
        await luong.SaysAsync("vòi nước hỏng");
        await luong.SaysAsync("về đầu");
        await luong.PressesAsync("Báo việc cho xã");

        Assert.Contains("đang báo dở", luong.Heard, StringComparison.Ordinal);
        await luong.SaysAsync("bat dau lai");
        Assert.Contains("Bước 1/4", luong.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_story_after_an_unfinished_one_is_not_lost()
    {
        await luong.SaysAsync("vòi nước hỏng");
        await luong.SaysAsync("về đầu");
        await luong.SaysAsync("khói đốt rác mù mịt");
        await luong.PressesAsync("Bắt đầu lại");
        await luong.SendsPhotoAsync();
        await luong.SaysAsync("xã Chợ Rã, thôn Nà Mu");

        Assert.Contains("khói đốt rác", luong.LastBubble.Text, StringComparison.Ordinal);
        Assert.Contains("Kèm: 1 ảnh", luong.LastBubble.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_corrected_message_corrects_the_words()
    {
        await luong.SaysAsync("vòi nước hỏng 2 hôm");
        await luong.EditsAsync("vòi nước hỏng 5 hôm");
        await luong.PressesAsync("Bỏ qua");
        await luong.SaysAsync("thôn Nà Mu, xã Chợ Rã");

        Assert.Contains("hỏng 5 hôm", luong.LastBubble.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_outside_the_province_is_said_kindly_and_asked_again()
    {
        await luong.SendsPhotoAsync("rác đổ bừa");
        await luong.SendsLocationAsync(21.03, 105.85);

        Assert.Contains("ngoài tỉnh", luong.Heard, StringComparison.Ordinal);
        Assert.Contains("Bước 3/4", luong.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_commune_that_does_not_use_the_bot_can_be_sent_to_the_province()
    {
        await luong.SendsPhotoAsync("rác thải đổ bừa");
        await luong.SaysAsync("xã Phú Bình");
        Assert.Contains("chưa dùng", luong.Heard, StringComparison.Ordinal);

        await luong.PressesAsync("Gửi lên tỉnh");
        await luong.SaysAsync("gần chợ");
        await luong.PressesAsync("Gửi");
        await luong.PressesAsync("Đồng ý, gửi");

        Assert.Contains("cán bộ tỉnh", luong.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_nobody_knows_is_no_dead_end()
    {
        await luong.SendsPhotoAsync("rác đổ bừa");
        await luong.SaysAsync("Blah");
        await luong.SaysAsync("Blah Blah");
        Assert.Equal(2, bench.Channel.In(luong.Conversation).TakeLast(2).Select(bubble => bubble.Text).Distinct().Count());

        await luong.PressesAsync("Không rõ xã");
        Assert.True(luong.CanPress("Gửi"));
    }

    [Fact]
    public async Task Eleven_photos_are_ten()
    {
        await luong.SaysAsync("rác đổ bừa");
        await luong.SendsAlbumAsync(10);
        await luong.SendsPhotoAsync();

        Assert.Contains("10 ảnh", luong.Heard, StringComparison.Ordinal);
        Assert.Equal(10, (await bench.StoredAsync(StoredPhoto.Kind)).Count);
    }

    [Fact]
    public async Task A_photo_that_knows_its_place_offers_it_once()
    {
        bench.Files.TakenAt = new GeoPoint(22.45, 105.72);
        await luong.SaysAsync("vòi nước hỏng");
        await luong.SendsFileAsync(FileKind.ImageDocument);
        await bench.AdvanceAsync(TimeSpan.FromSeconds(5));
        Assert.Contains("nơi chụp", luong.LastBubble.Text, StringComparison.Ordinal);

        await luong.PressesAsync("Đúng nơi chụp");
        Assert.Contains("thuộc xã nào", luong.Heard, StringComparison.Ordinal);
        Assert.All(await bench.StoredAsync(StoredPhoto.Kind), photo => Assert.Null(photo.FoundPoint));
    }

    [Fact]
    public async Task A_poster_at_a_tap_fills_in_place_and_code()
    {
        await luong.StartsAsync("xa-01912__tap-N17");
        await luong.PressesAsync("Bẩn, đục, có mùi");
        await luong.PressesAsync("Bỏ qua");

        Assert.Contains("N17, xã Chợ Rã", luong.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_nearly_full_disk_refuses_new_reports_only()
    {
        bench.Store.Health = new StoreHealth(true, 100L << 20, AcceptsNewReports: false, null);
        await luong.StartsAsync();
        await luong.PressesAsync("Báo việc cho xã");

        Assert.Contains("hết chỗ", luong.Heard, StringComparison.Ordinal);
        await luong.PressesAsync("Hướng dẫn");
        Assert.DoesNotContain("hết chỗ", luong.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sixth_report_within_an_hour_waits_and_is_not_lost()
    {
        for (var report = 0; report < 5; report++)
        {
            await ReportAsync(report == 0);
        }

        await luong.SendsPhotoAsync("rác đổ bừa");
        await luong.SaysAsync("thôn Nà Mu xã Chợ Rã");
        await luong.PressesAsync("Gửi");
        Assert.Contains("Trong một giờ", luong.Heard, StringComparison.Ordinal);
        Assert.Equal(5, (await bench.StoredAsync(Ticket.Kind)).Count);

        await bench.AdvanceAsync(TimeSpan.FromMinutes(61));
        await luong.SaysAsync("gửi");
        Assert.Equal(6, (await bench.StoredAsync(Ticket.Kind)).Count);
    }

    [Fact]
    public async Task A_returning_villager_is_offered_the_last_place()
    {
        await ReportAsync(isFirst: true);
        await luong.SaysAsync("nước đục quá");
        await luong.PressesAsync("Bỏ qua");
        await luong.PressesAsync("Vẫn ở thôn Nà Mu?");

        Assert.Contains("thôn Nà Mu, xã Chợ Rã", luong.Heard, StringComparison.Ordinal);
        Assert.True(luong.CanPress("Gửi"));
    }

    [Fact]
    public async Task A_flood_is_answered_once_a_minute()
    {
        for (var message = 0; message < 100; message++)
        {
            await luong.SaysAsync("a");
        }

        Assert.Single(bench.Channel.In(luong.Conversation), bubble => bubble.Text.Contains("nhanh quá", StringComparison.Ordinal));
        await bench.AdvanceAsync(TimeSpan.FromMinutes(1));
        await luong.SaysAsync("chào");
        Assert.NotEmpty(luong.Answers);
    }

    [Fact]
    public async Task Edits_of_one_field_lead_back_to_the_summary()
    {
        await luong.SendsPhotoAsync("vòi nước hỏng ở thôn Nà Mu xã Chợ Rã");
        await luong.PressesAsync("Sửa");
        await luong.PressesAsync("Nơi xảy ra");
        await luong.SaysAsync("thôn Bản Váng, xã Ba Bể");
        Assert.Contains("xã Ba Bể", luong.LastBubble.Text, StringComparison.Ordinal);

        await luong.PressesAsync("Thêm");
        await luong.PressesAsync("Muốn được gọi lại");
        await luong.SaysAsync("abc");
        Assert.Contains("chưa ra", luong.Heard, StringComparison.Ordinal);
        await luong.SaysAsync("0912 345 678");
        await luong.PressesAsync("Gửi");
        await luong.PressesAsync("Đồng ý, gửi");

        var ticket = Assert.Single(await bench.StoredAsync(Ticket.Kind));
        Assert.Equal("0912345678", ticket.Reporter.Phone);
        Assert.Equal("bà Lường", ticket.Reporter.Name);
    }

    [Fact]
    public async Task Hidden_from_the_commune_keeps_neither_name_nor_number()
    {
        await luong.SendsPhotoAsync("vòi nước hỏng ở thôn Nà Mu xã Chợ Rã");
        await luong.PressesAsync("Giấu tên");
        await luong.PressesAsync("Giấu tên với xã");
        await luong.PressesAsync("Gửi");
        await luong.PressesAsync("Đồng ý, gửi");

        var reporter = Assert.Single(await bench.StoredAsync(Ticket.Kind)).Reporter;
        Assert.Equal(luong.Conversation, reporter.Conversation);
        Assert.Null(reporter.Name);
    }

    public async ValueTask DisposeAsync() => await bench.DisposeAsync();

    private async Task ReportAsync(bool isFirst)
    {
        await luong.SendsPhotoAsync("rác đổ bừa");
        await luong.SaysAsync("thôn Nà Mu xã Chợ Rã");
        await luong.PressesAsync("Gửi");

        if (isFirst)
        {
            await luong.PressesAsync("Đồng ý, gửi");
        }
    }
}

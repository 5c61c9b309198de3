using CommunityBot.News;
using CommunityBot.TestKit.Talk;
using CommunityBot.Tests.Tickets;
using CommunityBot.Tickets;

namespace CommunityBot.Tests.News;

/// <summary>"Nhận tin", "Đổi nơi ở", "Dừng" and "báo khi có nước lại".</summary>
public sealed class NewsTests : IAsyncDisposable
{
    private readonly DeskTown town = new();
    private readonly Talker luong;

    public NewsTests() => luong = town.Bench.Villager("bà Lường");

    private ConversationBench Bench => town.Bench;

    [Fact]
    public async Task A_villager_subscribes_with_place_topics_and_their_own_yes()
    {
        await luong.SaysAsync("dang ky nhan tin");
        Assert.Contains("mỗi tuần nhiều nhất 2 tin", luong.LastBubble.Text, StringComparison.Ordinal);
        await luong.SaysAsync("xã Chợ Rã");
        await luong.SaysAsync("thôn Nà Mu");
        await luong.PressesKeyAsync("n:topic:waste_sorting");
        await luong.PressesAsync("Xong");
        Assert.Empty(await Bench.StoredAsync(Subscription.Kind));
        await luong.SaysAsync("đồng ý");

        Show();
        var kept = Assert.Single(await Bench.StoredAsync(Subscription.Kind));
        Assert.True(kept.IsActive);
        Assert.Equal(("2025-01912", "thôn Nà Mu", "vi"), (kept.Commune.ToString(), kept.Village, kept.Language));
        Assert.Equal(["waste_sorting"], kept.Topics);
        Assert.Equal(Bench.Now, kept.Consent?.At);
        Assert.Empty(Bench.Trouble.Entries);
    }

    [Fact]
    public async Task Who_moves_says_where_to_and_who_stops_is_not_written_to()
    {
        await SubscribeAsync();
        await luong.SaysAsync("Đổi nơi ở");
        await luong.SaysAsync("phường Bắc Kạn");
        await luong.SaysAsync("bỏ qua");
        var moved = Assert.Single(await Bench.StoredAsync(Subscription.Kind));
        Assert.Equal(("2025-01843", null), (moved.Commune.ToString(), moved.Village));

        await luong.SaysAsync("dữ liệu của tôi");
        Assert.Contains("Nhận tin: phường Bắc Kạn", luong.LastBubble.Text, StringComparison.Ordinal);

        await luong.SaysAsync("dừng nhận tin");
        Show();
        var stopped = Assert.Single(await Bench.StoredAsync(Subscription.Kind));
        Assert.False(stopped.IsActive);
        Assert.NotNull(stopped.Consent);
    }

    [Fact]
    public async Task Without_a_yes_nothing_is_kept()
    {
        await luong.PressesKeyAsync("n:begin");
        await luong.SaysAsync("xã Chợ Rã");
        await luong.SaysAsync("bỏ qua");
        await luong.SaysAsync("tất cả");
        await luong.PressesAsync("Không nhận");

        Assert.Empty(await Bench.StoredAsync(Subscription.Kind));
    }

    [Fact]
    public async Task Erasing_takes_the_subscription_too()
    {
        await SubscribeAsync();
        await luong.SaysAsync("dữ liệu của tôi");
        await luong.PressesAsync("Xóa hết");
        await luong.PressesAsync("Xóa thật");

        Assert.Empty(await Bench.StoredAsync(Subscription.Kind));
    }

    [Fact]
    public async Task The_offer_is_made_once_after_a_helpful_card()
    {
        await luong.PressesKeyAsync("useful:waste_sorting:y");
        Assert.Contains(luong.LastBubble.Buttons, button => button.Key == "n:begin");
        await luong.PressesKeyAsync("useful:latrine:y");
        Assert.DoesNotContain(luong.LastBubble.Buttons, button => button.Key == "n:begin");
    }

    [Fact]
    public async Task Whoever_waits_for_water_hears_when_the_commune_has_repaired_it()
    {
        var ha = await town.LinkGroupAsync("-500", "Hà");
        var reporter = Bench.Villager("ông Sùng");
        var ticket = await town.ReportAsync(reporter, "no_water");
        await Bench.AdvanceAsync(TimeSpan.FromMinutes(2));

        await luong.SaysAsync("báo tôi khi có nước lại ở xã Chợ Rã nhé");
        Assert.Contains("có nước lại, tôi nhắn", luong.LastBubble.Text, StringComparison.Ordinal);
        Assert.Single(await Bench.StoredAsync(OutageFollower.Kind));

        await ha.PressesAsync("Nhận việc");
        await ha.PressesAsync("Đã xong");
        await ha.PressesAsync("Đã sửa");
        await ha.RepliesWithPhotoAsync(ha.LastBubble, "Đã thay đường ống ở đầu bản Nà Ít, nước chảy lại");
        Assert.Equal(TicketStatus.Resolved, (await town.FindAsync(ticket.Id)).Status);
        await Bench.AdvanceAsync(TimeSpan.FromMinutes(2));

        Show();
        Assert.Contains("đã xử lý xong việc mất nước ở xã Chợ Rã", luong.LastBubble.Text, StringComparison.Ordinal);
        Assert.Empty(await Bench.StoredAsync(OutageFollower.Kind));
    }

    [Fact]
    public async Task Where_nobody_reported_an_outage_the_one_who_asks_may_report_it()
    {
        await luong.SaysAsync("bao toi khi co nuoc lai");
        await luong.SaysAsync("xã Chợ Rã");

        Assert.Contains("chưa thấy ai báo mất nước", luong.LastBubble.Text, StringComparison.Ordinal);
        Assert.Contains(luong.LastBubble.Buttons, button => button.Key == "report:no_water");
    }

    [Fact]
    public async Task A_child_receives_nothing()
    {
        await luong.SaysAsync("cháu 12 tuổi");
        await luong.PressesKeyAsync("n:begin");

        Assert.Contains("nhờ người lớn", luong.LastBubble.Text, StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => town.DisposeAsync();

    private async Task SubscribeAsync()
    {
        await luong.PressesKeyAsync("n:begin");
        await luong.SaysAsync("thôn Nà Mu xã Chợ Rã");
        await luong.PressesAsync("Xong");
        await luong.PressesAsync("Nhận tin");
    }

    private void Show() => TestContext.Current.TestOutputHelper?.WriteLine(Bench.Transcript.ToString());
}

using CommunityBot.Conversations;
using CommunityBot.Handovers;
using CommunityBot.Messages;
using CommunityBot.TestKit.Talk;
using CommunityBot.Tests.Tickets;
using CommunityBot.Tickets;

namespace CommunityBot.Tests.Handovers;

/// <summary>"Gặp cán bộ": from the villager's question to the officer's answer and back.</summary>
public sealed class HandoverTests : IAsyncDisposable
{
    private readonly DeskTown town = new();
    private readonly Talker luong;

    public HandoverTests() => luong = town.Bench.Villager("bà Lường");

    [Fact]
    public async Task A_question_reaches_the_group_and_the_reply_comes_back_from_a_person()
    {
        var ha = await town.LinkGroupAsync("-500", "Hà");
        await AskAsync();

        var card = ha.LastBubble;
        Assert.Contains("Bao giờ có đợt hỗ trợ nhà tiêu?", card.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Lường", card.Text, StringComparison.Ordinal);
        Assert.Empty(await town.Bench.StoredAsync(Ticket.Kind));

        await ha.RepliesAsync(card, "Tháng sau xã họp thôn, mời bà đến");
        Assert.Contains("Hà, lãnh đạo xã Chợ Rã trả lời (người thật", luong.LastBubble.Text, StringComparison.Ordinal);
        Assert.Contains("Tháng sau xã họp thôn, mời bà đến", luong.LastBubble.Text, StringComparison.Ordinal);

        await luong.SaysAsync("phân loại rác thế nào, họp có nói không");
        Assert.Contains("họp có nói không", ha.LastBubble.Text, StringComparison.Ordinal);
        await ha.RepliesAsync(ha.LastBubble, "Có nói nhé bà");
        Assert.Contains("Có nói nhé bà", luong.LastBubble.Text, StringComparison.Ordinal);

        await ha.PressesAsync("Đóng");
        Assert.Contains("đã khép", luong.LastBubble.Text, StringComparison.Ordinal);
        await luong.SaysAsync("phan loai rac the nao");
        Show();
        Assert.Contains("Rác nhà mình", luong.LastBubble.Message.Words, StringComparison.Ordinal);
        Assert.Empty(town.Bench.Trouble.Entries);
    }

    [Fact]
    public async Task Whoever_takes_it_in_the_group_answers_below_the_prompt()
    {
        var ha = await town.LinkGroupAsync("-500", "Hà");
        await AskAsync();
        await ha.PressesAsync("Nhận trả lời");
        await ha.RepliesAsync(ha.LastBubble, "Tháng sau họp thôn, mời bà mang sổ hộ khẩu đến nhé");

        Show();
        Assert.Contains("mang sổ hộ khẩu", luong.LastBubble.Text, StringComparison.Ordinal);
        await luong.SaysAsync("vâng");
        Assert.Contains("vâng", ha.LastBubble.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_photo_and_a_voice_note_go_both_ways()
    {
        var ha = await town.LinkGroupAsync("-500", "Hà");
        await luong.PressesKeyAsync("human");
        await luong.SendsVoiceAsync(TimeSpan.FromSeconds(12));
        await luong.SaysAsync("Chợ Rã");
        Show();
        Assert.Contains(town.Bench.Channel.In(ha.Conversation), bubble => bubble.Message.Attachment is { Kind: FileKind.Voice });

        await ha.RepliesWithPhotoAsync(town.Bench.Channel.In(ha.Conversation).First(bubble => bubble.Text.Contains("Bà con hỏi", StringComparison.Ordinal)));
        Assert.Contains(town.Bench.Channel.In(luong.Conversation), bubble => bubble.Message.Picture is not null);
    }

    [Fact]
    public async Task At_a_chat_of_ones_own_taking_it_is_enough_to_write()
    {
        var administrator = await town.LinkProvinceAsync("chị Vân");
        await luong.PressesKeyAsync("human");
        await luong.SaysAsync("Tôi hỏi về giấy phép xả thải");
        await luong.PressesAsync("Gửi cán bộ tỉnh");

        await administrator.PressesAsync("Nhận trả lời");
        Assert.Contains("chị Vân, quản trị của tỉnh đang xem", luong.LastBubble.Text, StringComparison.Ordinal);
        await administrator.SaysAsync("Chào bà, tôi xem rồi trả lời ngay");
        Assert.Contains("tôi xem rồi trả lời ngay", luong.LastBubble.Text, StringComparison.Ordinal);

        await administrator.SaysAsync("hủy");
        await administrator.SaysAsync("lời này không cho ai");
        Show();
        Assert.DoesNotContain("không cho ai", luong.LastBubble.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_any_desk_the_question_waits_and_arrives_when_one_is_linked()
    {
        await AskAsync();
        Assert.Contains("chưa có cán bộ nào trực", luong.LastBubble.Text, StringComparison.Ordinal);

        var ha = await town.LinkGroupAsync("-500", "Hà");
        await town.Bench.AdvanceAsync(TimeSpan.FromMinutes(6));
        Show();
        Assert.Contains("Bao giờ có đợt hỗ trợ nhà tiêu?", ha.LastBubble.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_commune_without_desk_is_answered_by_the_province()
    {
        var administrator = await town.LinkProvinceAsync("chị Vân");
        await AskAsync();

        Assert.Contains("chuyển câu hỏi tới cán bộ tỉnh", luong.LastBubble.Text, StringComparison.Ordinal);
        Assert.Contains("Bà con hỏi · xã Chợ Rã", administrator.LastBubble.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Out_of_office_hours_the_villager_hears_when_it_is_read()
    {
        await town.LinkGroupAsync("-500", "Hà");
        await town.Bench.AdvanceAsync(TimeSpan.FromHours(11));
        await AskAsync();

        // Tuesday 24 November is a public holiday.
        Assert.Contains("Cán bộ đọc từ 07:30 thứ Tư 25/11", luong.LastBubble.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Three_silent_days_close_it_and_a_month_later_it_is_gone()
    {
        await town.LinkGroupAsync("-500", "Hà");
        await AskAsync();
        await town.Bench.AdvanceAsync(TimeSpan.FromDays(3) + TimeSpan.FromMinutes(6));
        Show();
        Assert.Contains("chưa có cán bộ trả lời", luong.LastBubble.Text, StringComparison.Ordinal);
        Assert.False(Assert.Single(await town.Bench.StoredAsync(Handover.Kind)).IsOpen);

        await town.Bench.AdvanceAsync(TimeSpan.FromDays(30) + TimeSpan.FromMinutes(6));
        Assert.Empty(await town.Bench.StoredAsync(Handover.Kind));
    }

    [Fact]
    public async Task Strangers_and_other_communes_are_refused_kindly()
    {
        var ha = await town.LinkGroupAsync("-500", "Hà");
        var other = await town.LinkGroupAsync("-600", "Tùng", DeskTown.BacKan);
        await AskAsync();
        var id = Assert.Single(await town.Bench.StoredAsync(Handover.Kind)).Id;

        var stranger = town.Bench.Member("người lạ", "-500");
        await stranger.RepliesAsync(ha.LastBubble, "để tôi trả lời");
        Assert.Contains("chưa được nối", stranger.LastBubble.Text, StringComparison.Ordinal);

        await other.PressesKeyAsync(HandoverKeys.ForOfficer(HandoverKeys.Close, id));
        Assert.Contains("Không có câu hỏi này", other.Notice, StringComparison.Ordinal);
        Assert.True(Assert.Single(await town.Bench.StoredAsync(Handover.Kind)).IsOpen);

        var tuan = town.Bench.Villager("anh Tuấn");
        await tuan.PressesKeyAsync(HandoverKeys.Answer + id);
        Assert.Contains("đã kết thúc", tuan.LastBubble.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_begun_report_rests_while_a_person_is_asked()
    {
        await town.LinkGroupAsync("-500", "Hà");
        await luong.SaysAsync("vòi nước ở bản Nà Mu xã Chợ Rã hỏng 2 hôm rồi");
        await luong.PressesAsync("Gặp cán bộ");
        await luong.SaysAsync("Bao giờ thợ xuống?");
        await luong.SaysAsync("xã Chợ Rã");
        Assert.NotNull(Assert.Single(await town.Bench.StoredAsync(Conversation.Kind), one => one.Key == luong.Conversation).State.Report);

        await luong.PressesAsync("Về đầu");
        await luong.PressesAsync("Báo việc cho xã");
        Show();
        Assert.True(luong.CanPress("Tiếp tục"));
    }

    [Fact]
    public async Task Erasing_takes_the_question_out_of_the_store_and_off_the_card()
    {
        var ha = await town.LinkGroupAsync("-500", "Hà");
        await AskAsync();
        await luong.SaysAsync("Dữ liệu của tôi");
        await luong.PressesAsync("Xóa hết");
        await luong.PressesAsync("Xóa thật");

        Show();
        Assert.Empty(await town.Bench.StoredAsync(Handover.Kind));
        Assert.DoesNotContain(town.Bench.Channel.In(ha.Conversation), bubble => bubble.Text.Contains("hỗ trợ nhà tiêu", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_child_is_not_connected()
    {
        await luong.SaysAsync("cháu 12 tuổi");
        await luong.SaysAsync("gặp cán bộ");

        Assert.Empty(await town.Bench.StoredAsync(Handover.Kind));
        Assert.Contains("nhờ người lớn", luong.LastBubble.Text, StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => town.DisposeAsync();

    private async Task AskAsync()
    {
        await luong.SaysAsync("cho tôi gặp cán bộ");
        await luong.SaysAsync("Bao giờ có đợt hỗ trợ nhà tiêu?");
        await luong.SaysAsync("xã Chợ Rã");
    }

    private void Show() => TestContext.Current.TestOutputHelper?.WriteLine(town.Bench.Transcript.ToString());
}

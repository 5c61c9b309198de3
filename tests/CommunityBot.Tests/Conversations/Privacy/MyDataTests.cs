using CommunityBot.Conversations;
using CommunityBot.Messages;
using CommunityBot.Photos;
using CommunityBot.TestKit.Talk;
using CommunityBot.Tickets;
using CommunityBot.Villagers;

namespace CommunityBot.Tests.Conversations.Privacy;

/// <summary>What is kept of a villager is theirs: seen, taken along, erased.</summary>
public sealed class MyDataTests : IAsyncDisposable
{
    private readonly ConversationBench bench = new();
    private readonly Talker luong;

    public MyDataTests() => luong = bench.Villager("bà Lường");

    [Fact]
    public async Task Erasing_leaves_a_nameless_ticket_and_nothing_else()
    {
        await ReportAsync();
        await luong.SaysAsync("dữ liệu của tôi");
        Assert.Contains("bà Lường", luong.Heard, StringComparison.Ordinal);

        await luong.PressesAsync("Xóa hết");
        await luong.PressesAsync("Xóa thật");

        Assert.Empty(await bench.StoredAsync(Villager.Kind));
        Assert.Empty(await bench.StoredAsync(StoredPhoto.Kind));
        Assert.Equal(0, bench.Files.Count);
        var ticket = Assert.Single(await bench.StoredAsync(Ticket.Kind));
        Assert.Null(ticket.Reporter.Conversation);
        Assert.Null(ticket.Reporter.Name);
        Assert.Empty(ticket.Files);
        Assert.NotEqual("", ticket.Words);

        var conversation = Assert.Single(await bench.StoredAsync(Conversation.Kind));
        Assert.Null(conversation.State.Report);
        Assert.Empty(conversation.State.ReportsSentAt);
        Assert.Contains(bench.Files.Erased, one => one == ("villagers", luong.Conversation.ToString()));
        Assert.Contains(bench.Files.Erased, one => one == ("tickets", ticket.Id.Code));
        Assert.Empty(await bench.StoredAsync(Erasure.Kind));
        Assert.Empty(bench.Trouble.Entries);
    }

    [Fact]
    public async Task The_copy_is_a_file_that_goes_after_a_day()
    {
        await ReportAsync();
        await luong.SaysAsync("dữ liệu của tôi");
        await luong.PressesAsync("Lấy bản sao");

        var file = luong.Answers.Select(bubble => bubble.Message.Attachment).OfType<OutgoingFile>().Single();
        var copy = await bench.Files.FindAsync(file.Source, CancellationToken.None);
        Assert.Contains("vòi nước hỏng", System.Text.Encoding.UTF8.GetString(copy!.Content.Span), StringComparison.Ordinal);

        await bench.AdvanceAsync(TimeSpan.FromHours(25));
        Assert.Null(await bench.Files.FindAsync(file.Source, CancellationToken.None));
    }

    [Fact]
    public async Task Stop_is_one_word_and_reports_are_still_answered()
    {
        await luong.SaysAsync("DUNG");

        Assert.NotNull(Assert.Single(await bench.StoredAsync(CommunityBot.News.Subscription.Kind)).StoppedAt);
        Assert.Contains("không gửi tin", luong.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chosen_form_of_address_is_used_from_then_on()
    {
        await luong.SaysAsync("dữ liệu của tôi");
        await luong.PressesAsync("Cách xưng hô");
        await luong.PressesAsync("bác");
        await luong.SaysAsync("báo");

        Assert.Contains("Bác muốn báo việc gì", luong.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_child_learns_and_leaves_nothing_behind()
    {
        await luong.SendsPhotoAsync("vòi nước hỏng");
        await luong.SaysAsync("cháu 12 tuổi");
        await luong.SendsPhotoAsync("vòi nước hỏng");
        await luong.SendsLocationAsync(22.45, 105.72);

        Assert.Null(Assert.Single(await bench.StoredAsync(Conversation.Kind)).State.Report);
        Assert.Empty(await bench.StoredAsync(StoredPhoto.Kind));
        Assert.Empty(await bench.StoredAsync(Ticket.Kind));
        Assert.Contains("111", luong.Heard, StringComparison.Ordinal);

        await luong.PressesAsync("Người lớn cầm máy");
        await luong.SaysAsync("vòi nước hỏng");
        Assert.Contains("Bước 2/4", luong.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_year_after_a_report_was_taken_back_its_reporter_is_forgotten()
    {
        await ReportAsync();
        await luong.PressesAsync("Rút lại");
        await luong.PressesAsync(luong.LastBubble.Buttons.First().Label);
        await bench.AdvanceAsync(TimeSpan.FromDays(370));

        var ticket = Assert.Single(await bench.StoredAsync(Ticket.Kind));
        Assert.Equal(TicketStatus.Withdrawn, ticket.Status);
        Assert.Null(ticket.Reporter.Conversation);
        Assert.Empty(ticket.Files);
        Assert.Empty(await bench.StoredAsync(StoredPhoto.Kind));
    }

    [Fact]
    public async Task Tickets_are_listed_shown_and_added_to()
    {
        await ReportAsync();
        await luong.SaysAsync("phiếu của tôi");
        await luong.PressesAsync("1. Vòi, ống, bể hỏng");
        await luong.PressesAsync("Thêm ảnh, lời");
        await luong.SendsAlbumAsync(2, "vẫn chảy");

        Assert.Single(luong.Answers.Concat(bench.Channel.In(luong.Conversation)).DistinctBy(bubble => bubble.Id), bubble => bubble.Text.Contains("đã thêm", StringComparison.Ordinal));
        await luong.PressesAsync("Xong");
        var ticket = Assert.Single(await bench.StoredAsync(Ticket.Kind));
        Assert.Equal(3, ticket.Files.Count);
        Assert.Contains("vẫn chảy", ticket.Words, StringComparison.Ordinal);
        Assert.Contains("Nơi nhận", luong.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stranger_with_a_code_sees_no_words_and_no_buttons()
    {
        await ReportAsync();
        var ticket = Assert.Single(await bench.StoredAsync(Ticket.Kind));
        var stranger = bench.Villager("ông Tú");
        await stranger.SaysAsync(ticket.Id.ToString());

        Assert.Contains("Nơi nhận", stranger.Heard, StringComparison.Ordinal);
        Assert.DoesNotContain("vòi nước", stranger.Heard, StringComparison.Ordinal);
        Assert.False(stranger.CanPress("Rút lại"));

        await stranger.PressesKeyAsync($"add:{ticket.Id.Code}");
        await stranger.SaysAsync("tôi phá");
        Assert.DoesNotContain("phá", Assert.Single(await bench.StoredAsync(Ticket.Kind)).Words, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync() => await bench.DisposeAsync();

    private async Task ReportAsync()
    {
        await luong.SendsPhotoAsync("vòi nước hỏng");
        await luong.SaysAsync("thôn Nà Mu xã Chợ Rã");
        await luong.PressesAsync("Gửi");
        await luong.PressesAsync("Đồng ý, gửi");
    }
}

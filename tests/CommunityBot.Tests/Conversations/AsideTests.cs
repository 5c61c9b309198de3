using CommunityBot.Conversations;
using CommunityBot.Reports;
using CommunityBot.TestKit.Talk;
using CommunityBot.Tickets;

namespace CommunityBot.Tests.Conversations;

/// <summary>What is said in the middle of a report and does not belong to it.</summary>
public sealed class AsideTests : IAsyncDisposable
{
    private readonly ConversationBench bench = new();
    private readonly Talker luong;

    public AsideTests() => luong = bench.Villager("bà Lường");

    [Fact]
    public async Task A_question_in_the_middle_of_a_report_is_answered_and_the_report_goes_on()
    {
        await luong.SaysAsync("vòi nước ở bản Nà Mu xã Chợ Rã hỏng 2 hôm rồi");
        await luong.SaysAsync("cho hoi phan loai rac the nao");

        Show();
        Assert.Equal(2, luong.Answers.Count);
        Assert.Contains("Rác nhà mình", luong.Answers[0].Message.Words, StringComparison.Ordinal);
        Assert.Contains("Bước 2/4", luong.LastBubble.Text, StringComparison.Ordinal);

        await luong.PressesAsync("Bỏ qua");
        await luong.PressesAsync("Gửi");
        await luong.PressesAsync("Đồng ý, gửi");
        var ticket = Assert.Single(await bench.StoredAsync(Ticket.Kind));
        Assert.Equal("vòi nước ở bản Nà Mu xã Chợ Rã hỏng 2 hôm rồi", ticket.Words);
    }

    [Theory]
    [InlineData("xin chào")]
    [InlineData("cảm ơn bạn nhiều")]
    [InlineData("giá vàng hôm nay bao nhiêu")]
    [InlineData("phiếu của tôi đến đâu rồi")]
    public async Task Small_talk_is_answered_and_is_no_part_of_the_report(string words)
    {
        await luong.SaysAsync("vòi nước ở bản Nà Mu xã Chợ Rã hỏng 2 hôm rồi");
        await luong.SaysAsync(words);

        Show();
        Assert.Contains("Bước 2/4", luong.LastBubble.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(words, (await DraftAsync())!.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_of_the_story_stays_a_part_of_the_report()
    {
        await luong.SaysAsync("vòi nước ở bản Nà Mu xã Chợ Rã hỏng 2 hôm rồi");
        await luong.SaysAsync("chảy tràn ra đường, không biết ai sửa cho");

        Show();
        Assert.Contains("chảy tràn ra đường", (await DraftAsync())!.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stop_in_the_middle_of_a_report_asks_what_to_stop()
    {
        await luong.SaysAsync("vòi nước ở bản Nà Mu xã Chợ Rã hỏng 2 hôm rồi");
        await luong.SaysAsync("dung");
        Assert.True(luong.CanPress("Bỏ báo này") && luong.CanPress("Dừng nhận tin") && luong.CanPress("Xóa hết"), bench.Transcript.ToString());

        await luong.PressesAsync("Tiếp tục");
        Assert.Contains("Bước 2/4", luong.LastBubble.Text, StringComparison.Ordinal);

        await luong.SaysAsync("dừng");
        await luong.PressesAsync("Bỏ báo này");
        Show();
        Assert.Null(await DraftAsync());
    }

    [Fact]
    public async Task Stop_news_says_which_and_is_done_at_once()
    {
        await luong.SaysAsync("vòi nước ở bản Nà Mu xã Chợ Rã hỏng 2 hôm rồi");
        await luong.SaysAsync("dừng nhận tin");

        Show();
        Assert.Contains("không gửi tin", luong.Heard, StringComparison.Ordinal);
        Assert.NotNull(await DraftAsync());
    }

    public async ValueTask DisposeAsync() => await bench.DisposeAsync();

    private async Task<ReportDraft?> DraftAsync() => Assert.Single(await bench.StoredAsync(Conversation.Kind)).State.Report;

    private void Show() => TestContext.Current.TestOutputHelper?.WriteLine(bench.Transcript.ToString());
}

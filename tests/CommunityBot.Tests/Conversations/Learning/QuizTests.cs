namespace CommunityBot.Tests.Conversations.Learning;

/// <summary>Playing: choose a set, answer, hear why, play again; nothing is kept of who played.</summary>
public sealed class QuizTests
{
    [Fact]
    public async Task A_topic_with_several_sets_lets_the_villager_choose()
    {
        await using var bench = Lessons.Bench();
        var tuan = bench.Villager("anh Tuấn");
        await tuan.PressesKeyAsync("card:hands:end");
        await tuan.PressesAsync("Đố vui");

        Assert.True(tuan.CanPress("Bàn tay"));
        await tuan.PressesAsync("Xà phòng");

        Assert.Contains("Câu 1/3: Bốn?", tuan.LastBubble.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_topic_with_one_set_begins_at_once()
    {
        await using var bench = Lessons.Bench();
        var tuan = bench.Villager("anh Tuấn");
        await tuan.PressesKeyAsync("card:water:end");
        await tuan.PressesAsync("Đố vui");

        Assert.Contains("Câu 1/3: Bảy?", tuan.LastBubble.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_answer_is_explained_and_the_last_brings_the_result_and_ways_on()
    {
        await using var bench = Lessons.Bench();
        var tuan = bench.Villager("anh Tuấn");

        await tuan.PressesKeyAsync("ask:hands:0:0:0");
        await tuan.SaysAsync("1");
        Assert.Contains("Đúng rồi! Vì Một.", tuan.LastBubble.Text, StringComparison.Ordinal);

        await tuan.PressesAsync("Câu tiếp");
        Assert.Equal("Hình đánh số.", tuan.LastBubble.Message.Picture?.AltText);
        await tuan.PressesAsync("phải");
        Assert.Contains("Chưa đúng. Đáp án là: trái. Vì Hai.", tuan.LastBubble.Text, StringComparison.Ordinal);

        await tuan.PressesAsync("Câu tiếp");
        await tuan.PressesAsync("phải");
        Assert.Contains("đúng 2/3 câu", tuan.LastBubble.Text, StringComparison.Ordinal);
        Assert.True(tuan.CanPress("Chơi lại"));

        await tuan.PressesAsync("Bộ tiếp theo");
        Assert.Contains("Bốn?", tuan.LastBubble.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_set_has_no_next_one_and_all_right_is_praised()
    {
        await using var bench = Lessons.Bench();
        var tuan = bench.Villager("anh Tuấn");

        await tuan.PressesKeyAsync("answer:hands:1:2:2:0");

        Assert.Contains("đúng cả 3 câu", tuan.LastBubble.Text, StringComparison.Ordinal);
        Assert.False(tuan.CanPress("Bộ tiếp theo"));
        await tuan.PressesAsync("Chơi lại");
        Assert.Contains("Câu 1/3: Bốn?", tuan.LastBubble.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("quiz:nothing")]
    [InlineData("ask:hands:9:0:0")]
    [InlineData("ask:hands:0:9:0")]
    [InlineData("ask:hands:0:0:1")]
    [InlineData("ask:hands:0:0")]
    [InlineData("answer:hands:0:0:0:9")]
    [InlineData("answer:hands:0:0:0:-1")]
    [InlineData("answer:hands:x:y:z:0")]
    public async Task A_forged_key_is_answered_kindly(string key)
    {
        await using var bench = Lessons.Bench();
        var tuan = bench.Villager("anh Tuấn");

        await tuan.PressesKeyAsync(key);

        Assert.Contains("Nút này đã cũ", tuan.LastBubble.Text, StringComparison.Ordinal);
        Assert.Empty(bench.Trouble.Entries);
    }
}

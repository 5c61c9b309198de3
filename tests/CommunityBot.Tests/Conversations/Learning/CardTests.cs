using CommunityBot.Awareness;

namespace CommunityBot.Tests.Conversations.Learning;

/// <summary>Reading cards: forward, back, on to another topic, and with buttons of yesterday.</summary>
public sealed class CardTests
{
    [Fact]
    public async Task Cards_are_turned_by_their_names()
    {
        await using var bench = Lessons.Bench();
        var luong = bench.Villager("bà Lường");

        await luong.PressesKeyAsync("card:hands:0");
        Assert.Equal("Khi nào?", luong.LastBubble.Message.Heading);

        await luong.PressesAsync("Tiếp");
        Assert.Equal("Xà phòng", luong.LastBubble.Message.Heading);
        Assert.Equal("content:greeting", luong.LastBubble.Message.Picture?.Source);

        await luong.PressesAsync("Trước");
        Assert.Equal("Khi nào?", luong.LastBubble.Message.Heading);

        await luong.PressesAsync("Xem thêm");
        Assert.Equal("Đun sôi", luong.LastBubble.Message.Heading);
    }

    [Fact]
    public async Task A_button_of_yesterday_finds_its_card_after_new_cards_came_before_it()
    {
        var fresh = Lessons.Hands with { Cards = [new TopicCard { Id = "new", Title = "Mới", Text = "Mới." }, .. Lessons.Hands.Cards] };
        await using var bench = Lessons.Bench(new TopicCatalogue([fresh]));
        var luong = bench.Villager("bà Lường");

        await luong.PressesKeyAsync("card:hands:soap");

        Assert.Equal("Xà phòng", luong.LastBubble.Message.Heading);
        Assert.Contains("3/4", luong.LastBubble.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("card:hands:gone", "Khi nào?")]
    [InlineData("card:hands:1", "Xà phòng")]
    [InlineData("card:hands:-1", "Khi nào?")]
    public async Task A_card_that_was_taken_out_and_a_bare_number_still_lead_into_the_topic(string key, string heading)
    {
        await using var bench = Lessons.Bench();
        var luong = bench.Villager("bà Lường");

        await luong.PressesKeyAsync(key);

        Assert.Equal(heading, luong.LastBubble.Message.Heading);
    }

    [Theory]
    [InlineData("card:hands:end")]
    [InlineData("card:hands:99")]
    public async Task Behind_the_last_card_the_bot_asks_whether_it_was_useful(string key)
    {
        await using var bench = Lessons.Bench();
        var luong = bench.Villager("bà Lường");

        await luong.PressesKeyAsync(key);

        Assert.True(luong.CanPress("Có ích"));
        Assert.True(luong.CanPress("Đố vui"));
    }

    [Fact]
    public async Task A_card_no_professional_has_read_says_so()
    {
        const string Waits = "đang chờ cán bộ chuyên môn duyệt";
        await using var bench = Lessons.Bench();
        var luong = bench.Villager("bà Lường");

        await luong.PressesKeyAsync("card:hands:poison");
        Assert.Contains(Waits, luong.LastBubble.Text, StringComparison.Ordinal);

        await luong.PressesKeyAsync("card:hands:soap");
        Assert.DoesNotContain(Waits, luong.LastBubble.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_whose_figures_have_ended_says_so()
    {
        await using var bench = Lessons.Bench();
        var luong = bench.Villager("bà Lường");

        await luong.PressesKeyAsync("card:water:boil");

        Assert.Contains("Số liệu ở đây có thể đã đổi", luong.LastBubble.Text, StringComparison.Ordinal);
    }
}

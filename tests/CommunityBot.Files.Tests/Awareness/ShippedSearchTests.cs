using CommunityBot.Awareness.Search;
using CommunityBot.TestKit.Talk;

namespace CommunityBot.Files.Tests.Awareness;

/// <summary>What villagers type to find a card of the content we ship.</summary>
public sealed class ShippedSearchTests : IAsyncDisposable
{
    private readonly ConversationBench bench = new();

    [Theory]
    [InlineData("nấm độc", "food_safety", "Nấm")]
    [InlineData("nam doc", "food_safety", "Nấm")]
    [InlineData("namdoc", "food_safety", "Nấm")]
    [InlineData("la ngon", "food_safety", "Lá ngón")]
    [InlineData("lam nha tieu het bao nhieu tien", "latrine", "tiền")]
    [InlineData("vay tien lam ho xi", "latrine", "tiền")]
    [InlineData("hut be phot", "latrine", "Hút")]
    [InlineData("thung mau gi", "waste_sorting", "màu")]
    public void The_card_that_answers_comes_first(string words, string topic, string title)
    {
        var best = bench.Get<CardSearch>().Find(words)[0];

        Assert.Equal(topic, best.Topic.Key);
        Assert.Contains(title, best.Card.Title, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Composting_is_found_by_two_syllables() =>
        Assert.All(bench.Get<CardSearch>().Find("u phan"), hit => Assert.Contains("ủ", hit.Card.Message, StringComparison.OrdinalIgnoreCase));

    [Theory]
    [InlineData("asdf qwer")]
    [InlineData("kết quả bóng đá")]
    [InlineData("bao giờ có lương hưu")]
    [InlineData("cho xin link phim")]
    public void What_the_content_does_not_speak_of_is_not_found(string words) => Assert.Empty(bench.Get<CardSearch>().Find(words));

    [Theory]
    [InlineData("tìm")]
    [InlineData("tim")]
    [InlineData("tìm lá ngón")]
    [InlineData("tìm vé tàu hỏa")]
    public async Task Whoever_searches_is_in_no_danger(string words)
    {
        var villager = bench.Villager("bà Lường");
        await villager.SaysAsync(words);

        Assert.DoesNotContain("115", villager.Heard.Split('\n')[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Three_hits_with_their_lines_fit_one_message()
    {
        var villager = bench.Villager("bà Lường");

        foreach (var words in new[] { "nam doc", "u phan", "nuoc", "phan loai rac", "nha tieu", "thuoc sau", "rua tay", "muc phat", "chuong lon" })
        {
            await villager.SaysAsync($"tìm {words}");
            Assert.InRange(villager.LastBubble.Text.Length, 1, 320);
            Assert.InRange(villager.LastBubble.Buttons.Count(), 2, 6);
        }
    }

    public ValueTask DisposeAsync() => bench.DisposeAsync();
}

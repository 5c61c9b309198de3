using CommunityBot.Awareness;
using CommunityBot.Awareness.Search;
using CommunityBot.Primitives;
using CsCheck;

namespace CommunityBot.Tests.Awareness;

public sealed class CardSearchTests
{
    private static readonly Topic Latrine = TopicOf("latrine", "Nhà tiêu", ("good", "Nhà tiêu tốt", "Phân được chứa kín."), ("pipe", "Ống thông hơi", "Đầu ống cao hơn mái 40 cm."));

    private static readonly Topic Food = TopicOf("food", "An toàn ăn uống", ("keys", "Năm điều nhớ", "Rửa tay. Nấu chín."), ("mushroom", "Nấm rừng", "Nấm độc ăn thấy ngọt.\nKhông biết chắc thì không ăn."));

    private static readonly CardSearch Search = new(new TopicCatalogue([Latrine, Food]), new SearchWords(
        WordReader.Plain,
        [("hố xí", new TopicName("latrine", 4)), ("thuốc", new TopicName("food", -3))],
        ["thế nào", "cho hỏi"]));

    [Theory]
    [InlineData("nấm độc", "mushroom")]
    [InlineData("nam doc", "mushroom")]
    [InlineData("NẤM ĐỘC???", "mushroom")]
    [InlineData("naasm ddoojc", "mushroom")]
    [InlineData("namdoc", "mushroom")]
    [InlineData("cho hỏi ống thông hơi cao thế nào", "pipe")]
    [InlineData("hố xí", "good")]
    public void A_card_is_found_however_it_is_typed(string words, string card) => Assert.Equal(card, Search.Find(words)[0].Card.Id);

    [Theory]
    [InlineData("")]
    [InlineData("   ?!")]
    [InlineData("asdf qwer")]
    [InlineData("lịch bóng đá tối nay")]
    [InlineData("thế nào")]
    public void What_no_card_speaks_of_is_not_found(string words) => Assert.Empty(Search.Find(words));

    [Fact]
    public void Marks_that_say_another_word_find_less_than_none() =>
        Assert.True(Search.Find("nấm")[0].Score > Search.Find("nằm").Select(hit => hit.Score).FirstOrDefault());

    [Fact]
    public void The_line_beside_a_hit_is_the_one_that_speaks_of_it() => Assert.Equal("Nấm độc ăn thấy ngọt.", Search.Find("nam doc")[0].Line);

    [Fact]
    public void A_question_lands_on_the_card_that_answers_it_or_on_the_first()
    {
        Assert.Equal(1, Search.BestIn(Latrine, "ống thông hơi cao bao nhiêu"));
        Assert.Equal(0, Search.BestIn(Latrine, "nhà tiêu thế nào"));
        Assert.Equal(0, Search.BestIn(Latrine, "trời hôm nay đẹp"));
    }

    [Fact]
    public void Any_text_is_answered_with_at_most_three_cards() => Gen.String.Sample(text => Search.Find(text).Count <= 3);

    [Theory]
    [InlineData("nấm độc")]
    [InlineData("ống thông hơi")]
    [InlineData("phân chứa kín")]
    [InlineData("rửa tay nấu chín")]
    public void Without_marks_the_same_card_is_found(string words) =>
        Assert.Equal(Search.Find(words)[0].Card, Search.Find(VietnameseText.Fold(words))[0].Card);

    [Fact]
    public void A_text_of_a_hundred_thousand_letters_does_not_hold_anybody_up() => Assert.NotEmpty(Search.Find(string.Join(' ', Enumerable.Repeat("nấm độc", 15_000))));

    private static Topic TopicOf(string key, string title, params (string Id, string Title, string Text)[] cards) => new()
    {
        Key = key,
        Title = title,
        ButtonLabel = title,
        Cards = [.. cards.Select(card => new TopicCard { Id = card.Id, Title = card.Title, Text = card.Text })],
    };
}

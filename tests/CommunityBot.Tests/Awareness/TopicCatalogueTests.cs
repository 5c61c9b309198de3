using CommunityBot.Awareness;

namespace CommunityBot.Tests.Awareness;

public sealed class TopicCatalogueTests
{
    private static readonly TopicCard ThreeParts = new() { Id = "three_parts", Title = "Ba phần", Text = "Chia ba." };

    private static readonly TopicCard Poison = new() { Id = "poison", Title = "Vỏ thuốc", Text = "Để riêng.", NeedsReview = ReviewField.Agriculture };

    private static readonly Topic Waste = new() { Key = "waste_sorting", Title = "Phân loại rác", ButtonLabel = "Rác", Cards = [ThreeParts, Poison] };

    [Fact]
    public void A_topic_is_found_by_its_key()
    {
        var catalogue = new TopicCatalogue([Waste]);

        Assert.Same(Waste, catalogue.Find("waste_sorting"));
        Assert.Null(catalogue.Find("nothing"));
        Assert.Same(Poison, catalogue.FindCard(new CardLink("waste_sorting", "poison")));
    }

    [Fact]
    public void A_card_is_sent_with_its_heading() => Assert.Equal("Ba phần\nChia ba.", Waste.Cards[0].Message);

    [Fact]
    public void A_card_awaits_review_until_the_right_trade_has_signed()
    {
        Assert.False(Waste.AwaitsReview(ThreeParts));
        Assert.True(Waste.AwaitsReview(Poison));

        var readByDoctor = Waste with { Reviews = new Dictionary<ReviewField, string> { [ReviewField.Health] = "Bà A, trạm y tế" } };
        Assert.True(readByDoctor.AwaitsReview(Poison));

        var readByAdvisor = Waste with { Reviews = new Dictionary<ReviewField, string> { [ReviewField.Agriculture] = "Ông B, khuyến nông" } };
        Assert.False(readByAdvisor.AwaitsReview(Poison));
    }

    [Fact]
    public void A_card_nobody_translated_is_shown_whole_in_Vietnamese()
    {
        var english = Waste with
        {
            Title = "Sorting waste",
            Cards = [new TopicCard { Id = "poison", Title = "Empty bottles", Text = "Keep them apart.", Language = "en" }],
        };
        var catalogue = new TopicCatalogue([Waste], new Dictionary<string, IReadOnlyList<Topic>> { ["en"] = [english] });
        var topic = catalogue.In("en").Find("waste_sorting")!;

        Assert.Equal("Sorting waste", topic.Title);
        Assert.Same(ThreeParts, topic.Cards[0]);
        Assert.Equal("Empty bottles", topic.Cards[1].Title);
        Assert.True(topic.AwaitsReview(topic.Cards[1]));
        Assert.Same(catalogue, catalogue.In("tay"));
        Assert.Same(catalogue, catalogue.In(null));
    }

    [Fact]
    public void A_fact_that_has_ended_makes_its_card_outdated()
    {
        var loan = new Fact("loan", "25 triệu đồng", "Quyết định", default, new DateOnly(2024, 9, 2), new DateOnly(2026, 12, 31));
        var card = ThreeParts with { Facts = [loan] };

        Assert.False(card.IsOutdatedOn(new DateOnly(2026, 12, 31)));
        Assert.True(card.IsOutdatedOn(new DateOnly(2027, 1, 1)));
        Assert.True(card.IsOutdatedOn(new DateOnly(2024, 9, 1)));
    }
}

using CommunityBot.Awareness;

namespace CommunityBot.Tests.Awareness;

public sealed class TopicCatalogueTests
{
    private static readonly Topic Waste = new("waste_sorting", "Phân loại rác", "Rác", [new TopicCard("Ba phần", "Chia ba.", null)], [], [], default, "chưa có");

    [Fact]
    public void A_topic_is_found_by_its_key()
    {
        var catalogue = new TopicCatalogue([Waste]);

        Assert.Same(Waste, catalogue.Find("waste_sorting"));
        Assert.Null(catalogue.Find("nothing"));
    }

    [Fact]
    public void A_card_is_sent_with_its_heading() => Assert.Equal("Ba phần\nChia ba.", Waste.Cards[0].Message);
}

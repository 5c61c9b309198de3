using CommunityBot.Awareness;
using CommunityBot.Files.Content;

namespace CommunityBot.Files.Tests.Content;

/// <summary>What a topic's files say arrives in the topic.</summary>
public sealed class TopicFormatTests
{
    [Fact]
    public void A_card_carries_its_name_its_facts_and_its_way_on()
    {
        using var folder = new BrokenFolder();
        var topic = Read(folder).Find(SampleTopic.Key)!;

        Assert.Equal(["sanitation"], topic.Areas);
        Assert.Equal(["when", "soap", "poison"], topic.Cards.Select(card => card.Id));
        Assert.Equal("Trước khi ăn.\n• Sau khi đi vệ sinh.\n• Sau khi dọn chuồng.", topic.Cards[0].Text);
        Assert.Equal(new CardLink("sample", "soap"), topic.Cards[0].More);
        Assert.Equal("Rửa với xà phòng. phạt 500.000 đồng.", topic.Cards[1].Text);
        Assert.Equal("sample_fine", Assert.Single(topic.Cards[1].Facts).Key);
        Assert.True(topic.Cards[1].IsOutdatedOn(new DateOnly(2028, 1, 1)));
    }

    [Fact]
    public void A_card_that_needs_review_waits_for_its_own_trade_only()
    {
        using var folder = new BrokenFolder();
        var topic = Read(folder).Find(SampleTopic.Key)!;

        Assert.Equal([false, false, true], topic.Cards.Select(topic.AwaitsReview));
    }

    [Fact]
    public void A_quiz_carries_sets_pictures_and_facts()
    {
        using var folder = new BrokenFolder();
        var set = Assert.Single(Read(folder).Find(SampleTopic.Key)!.Quizzes);

        Assert.Equal("Bàn tay sạch", set.Title);
        Assert.Equal([1, 0, 0], set.Questions.Select(question => question.RightChoice));
        Assert.Equal("Ít nhất 30 giây. phạt 500.000 đồng.", set.Questions[0].Explanation);
        Assert.Equal("Hai hình đánh số.", set.Questions[1].Picture?.AltText);
    }

    [Fact]
    public void A_sound_file_belongs_to_its_card_and_language()
    {
        using var folder = new BrokenFolder();
        folder.Write("audio/tay/sample.soap.ogg", "OggS");

        Assert.Equal("audio/tay/sample.soap.ogg", Read(folder).FindCard(new CardLink("sample", "soap"))!.Audio["tay"]);
    }

    [Fact]
    public void A_translated_card_replaces_the_whole_card_and_the_others_stay_Vietnamese()
    {
        using var folder = new BrokenFolder();
        folder.Write("phrases/en/language.yaml", "name: English\nreviewed_by: Bà A\n");
        folder.Write("topics/sample/topic.en.md", "---\ntitle: Washing hands\nbutton: Washing hands\n---\n\n## When? {#when}\n\nBefore meals.\n");
        var topic = Read(folder).In("en").Find("sample")!;

        Assert.Equal("Washing hands", topic.ButtonLabel);
        Assert.Equal(["en", "vi", "vi"], topic.Cards.Select(card => card.Language));
        Assert.Equal("When?\nBefore meals.", topic.Cards[0].Message);
        Assert.Equal("vi", topic.Quizzes[0].Language);
    }

    private static TopicCatalogue Read(BrokenFolder folder) => ContentLoader.Load(folder.Path).WithoutMistakes().Topics;
}

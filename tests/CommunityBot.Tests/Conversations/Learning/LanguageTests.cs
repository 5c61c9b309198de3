using CommunityBot.Awareness;
using CommunityBot.Phrases;
using CommunityBot.TestKit.Talk;
using CommunityBot.Villagers;

namespace CommunityBot.Tests.Conversations.Learning;

/// <summary>Choosing a language: only what somebody signed for is offered, and the choice stays with the villager.</summary>
public sealed class LanguageTests
{
    private static readonly OfferedLanguages English = new([new Language("en", "English", "Bà A")]);

    [Theory]
    [InlineData("/language")]
    [InlineData("đổi ngôn ngữ")]
    [InlineData("doi ngon ngu")]
    public async Task Without_another_reviewed_language_the_bot_says_which_there_is(string words)
    {
        await using var bench = Lessons.Bench(languages: new OfferedLanguages([]));
        var lan = bench.Villager("chị Lan");

        await lan.SaysAsync(words);

        Assert.Contains("chỉ có tiếng Việt", lan.LastBubble.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_choice_is_kept_with_the_villager_and_what_is_missing_stays_whole_in_Vietnamese()
    {
        await using var bench = EnglishBench();
        var john = bench.Villager("John");

        await john.SaysAsync("/language");
        await john.PressesAsync("English");
        Assert.True(john.CanPress("Report a problem"), bench.Transcript.ToString());

        await john.PressesKeyAsync("card:hands:when");
        Assert.Equal("When?", john.LastBubble.Message.Heading);
        await john.PressesAsync("Next");
        Assert.Equal("Xà phòng", john.LastBubble.Message.Heading);

        var kept = await bench.Store.FindAsync(Villager.Kind.Definition.Name, john.Conversation.ToString(), CancellationToken.None);
        Assert.Equal("en", Villager.Kind.Read(kept!).Language);
    }

    [Fact]
    public async Task Vietnamese_can_be_chosen_again()
    {
        await using var bench = EnglishBench();
        var john = bench.Villager("John");

        await john.PressesKeyAsync("language:en");
        await john.PressesKeyAsync("language:vi");

        Assert.Contains(john.LastBubble.Buttons, button => button.Label.EndsWith("Báo việc cho xã", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_language_nobody_signed_cannot_be_forged()
    {
        await using var bench = EnglishBench();
        var john = bench.Villager("John");

        await john.PressesKeyAsync("language:tay");

        Assert.True(john.CanPress("English"));
        Assert.True(john.CanPress("Tiếng Việt"));
    }

    private static ConversationBench EnglishBench()
    {
        var english = Lessons.Hands with { Title = "Hands", ButtonLabel = "Hands", Cards = [new TopicCard { Id = "when", Title = "When?", Text = "Before meals.", Language = "en" }], Quizzes = [] };
        var topics = new TopicCatalogue([Lessons.Hands, Lessons.Water], new Dictionary<string, IReadOnlyList<Topic>> { ["en"] = [english] });
        return Lessons.Bench(topics, English);
    }
}

using CommunityBot.Conversations.Dialogs.Reporting;
using CommunityBot.Reports;
using CommunityBot.TestKit.Talk;
using CommunityBot.Understanding;

namespace CommunityBot.Tests.Conversations.Reporting;

/// <summary>Kinds that sound alike are told apart by one question.</summary>
public sealed class NearMissTests
{
    [Theory]
    [InlineData(ReportStep.Water, "broken_tap", "no_water")]
    [InlineData(ReportStep.Water, "turbid_water", "litter")]
    [InlineData(ReportStep.Water, "water_source", "turbid_water")]
    [InlineData(ReportStep.Smell, "odor", "livestock")]
    [InlineData(ReportStep.Smell, "livestock", "odor")]
    [InlineData(ReportStep.Burning, "litter", "smoke_burning")]
    [InlineData(ReportStep.Guess, "litter", "odor")]
    [InlineData(ReportStep.Guess, "odor", "litter")]
    public void Two_kinds_that_sound_alike_have_their_own_question(ReportStep question, string best, string second) =>
        Assert.Equal(question, NearMisses.QuestionFor([new Guess(Intent.Report, best, 0.4), new Guess(Intent.Report, second, 0.3)]));

    [Fact]
    public async Task The_answer_settles_the_kind_and_keeps_the_words()
    {
        await using var bench = new ConversationBench();
        var luong = bench.Villager("bà Lường");

        await luong.PressesKeyAsync("report");
        await luong.SaysAsync("nuoc khong dung duoc");
        Assert.Contains("Nước ra không, ít, hay bẩn?", luong.LastBubble.Text, StringComparison.Ordinal);
        await luong.PressesAsync("Suối, giếng, mó bẩn");

        var draft = Assert.Single(await bench.StoredAsync(CommunityBot.Conversations.Conversation.Kind)).State.Report;
        Assert.Equal(("water_source", "nuoc khong dung duoc"), (draft?.Category, draft?.Words));
    }
}

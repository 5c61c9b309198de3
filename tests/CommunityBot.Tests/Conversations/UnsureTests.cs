using CommunityBot.Conversations;
using CommunityBot.TestKit.Talk;

namespace CommunityBot.Tests.Conversations;

/// <summary>Messages that may mean several things, or nothing.</summary>
public sealed class UnsureTests : IAsyncDisposable
{
    private readonly ConversationBench bench = new();
    private readonly Talker luong;

    public UnsureTests() => luong = bench.Villager("bà Lường");

    [Fact]
    public async Task Twice_unsure_offers_a_person_first_and_never_the_same_sentence_twice()
    {
        var said = new List<string>();

        for (var time = 0; time < 6; time++)
        {
            await luong.SaysAsync("zzz qqq");
            Assert.True(luong.CanPress("Gặp cán bộ"));
            said.Add(luong.LastBubble.Text);
        }

        Assert.Contains("cán bộ", said[1], StringComparison.Ordinal);
        Assert.All(said.Zip(said.Skip(1)), pair => Assert.NotEqual(pair.First, pair.Second));
    }

    [Fact]
    public async Task Stickers_one_after_the_other_are_not_answered_alike()
    {
        await luong.DoesAsync(CommunityBot.Messages.IncomingKind.Unreadable);
        var first = luong.LastBubble.Text;
        await luong.DoesAsync(CommunityBot.Messages.IncomingKind.Unreadable);

        Assert.NotEqual(first, luong.LastBubble.Text);
    }

    [Fact]
    public async Task What_was_told_beside_a_question_becomes_the_report_when_they_want_it()
    {
        await luong.SaysAsync("rác đổ đầy ở đầu bản Nà Mu xã Chợ Rã, rác này phân loại thế nào");
        Show();
        Assert.Equal(2, luong.Answers.Count);
        Assert.Contains("Rác nhà mình", luong.Answers[0].Message.Words, StringComparison.Ordinal);
        Assert.Contains("báo việc này cho xã", luong.LastBubble.Text, StringComparison.Ordinal);

        await luong.SaysAsync("1");
        var draft = Assert.Single(await bench.StoredAsync(Conversation.Kind)).State.Report;
        Assert.Equal(("litter", "2025-01912"), (draft?.Category, draft?.Place.Commune.ToString()));
        Assert.Contains("rác đổ đầy", draft?.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_of_danger_are_reported_with_one_tap_when_nobody_knows_the_kind()
    {
        await luong.SaysAsync("cứu với có người đuối nước");

        Assert.Contains("11", luong.Answers[0].Text.Split('\n')[0], StringComparison.Ordinal);
        Assert.True(luong.CanPress("Báo việc này") || luong.CanPress("Bỏ qua"), bench.Transcript.ToString());
    }

    public async ValueTask DisposeAsync() => await bench.DisposeAsync();

    private void Show() => TestContext.Current.TestOutputHelper?.WriteLine(bench.Transcript.ToString());
}

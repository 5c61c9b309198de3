using CommunityBot.Conversations;
using CommunityBot.Messages;

namespace CommunityBot.Tests.Conversations;

public sealed class LanesTests
{
    private static readonly ConversationKey Luong = new("telegram", "1");
    private static readonly ConversationKey Hoang = new("telegram", "2");

    [Fact]
    public async Task One_conversation_is_heard_in_the_order_of_arrival()
    {
        var lanes = new Lanes();
        var heard = new List<int>();
        var first = await lanes.EnterAsync(Luong, default);
        var others = Enumerable.Range(1, 20).Select(number => HearAsync(lanes, Luong, number, heard)).ToList();

        Assert.Empty(heard);
        first.Dispose();
        await Task.WhenAll(others);
        Assert.Equal(Enumerable.Range(1, 20), heard);
    }

    [Fact]
    public async Task Another_conversation_does_not_wait()
    {
        var lanes = new Lanes();
        using var first = await lanes.EnterAsync(Luong, default);
        using var second = await lanes.EnterAsync(Hoang, default);
        Assert.NotSame(first, second);
    }

    [Fact]
    public async Task Who_gives_up_waiting_leaves_the_lane_usable()
    {
        var lanes = new Lanes();
        var first = await lanes.EnterAsync(Luong, default);
        using var patience = new CancellationTokenSource();
        var second = lanes.EnterAsync(Luong, patience.Token);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        first.Dispose();

        using var third = await lanes.EnterAsync(Luong, default);
        Assert.NotNull(third);
    }

    private static async Task HearAsync(Lanes lanes, ConversationKey conversation, int number, List<int> heard)
    {
        using var lane = await lanes.EnterAsync(conversation, default);
        heard.Add(number);
    }
}

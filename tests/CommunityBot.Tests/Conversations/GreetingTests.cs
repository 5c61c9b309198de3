using CommunityBot.TestKit.Talk;

namespace CommunityBot.Tests.Conversations;

/// <summary>The first words of the bot to a stranger.</summary>
public sealed class GreetingTests
{
    [Fact]
    public async Task A_stranger_is_greeted_with_what_the_bot_can_do()
    {
        await using var bench = new ConversationBench();
        var luong = bench.Villager("bà Lường");

        await luong.StartsAsync();

        Assert.True(luong.CanPress("Báo việc cho xã"), bench.Transcript.ToString());
        Assert.True(luong.CanPress("Gặp cán bộ"));
        Assert.Empty(bench.Trouble.Entries);
    }
}

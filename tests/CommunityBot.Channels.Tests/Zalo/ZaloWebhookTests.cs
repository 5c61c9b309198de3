using System.Text;
using System.Text.Json.Nodes;
using CommunityBot.Messages;
using CommunityBot.TestKit.Zalo;

namespace CommunityBot.Channels.Tests.Zalo;

/// <summary>What Zalo's calls are answered: nothing is taken from strangers, and 200 only for what is kept.</summary>
public sealed class ZaloWebhookTests
{
    [Fact]
    public async Task A_signed_event_is_heard_and_answered_200()
    {
        await using var bench = await ZaloBench.StartAsync();

        Assert.Equal(200, await PostAsync(bench, Sample.Text("webhook.user_send_text")));
        Assert.Equal("Vòi nước ở thôn Nà Mẫu bị vỡ", Assert.Single(bench.Heart.Heard).Text);
    }

    [Fact]
    public async Task The_bytes_are_signed_as_they_came_with_their_spaces_and_escapes()
    {
        await using var bench = await ZaloBench.StartAsync();
        var body = Sample.Text("webhook.user_send_text").Replace("Vòi", "V\\u00f2i", StringComparison.Ordinal) + "\n  ";

        Assert.Equal(200, await PostAsync(bench, body));
        Assert.StartsWith("Vòi nước", Assert.Single(bench.Heart.Heard).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("mac=00")]
    [InlineData("mac=zzzz")]
    public async Task A_stranger_is_not_heard(string? signature)
    {
        await using var bench = await ZaloBench.StartAsync();

        Assert.Equal(401, await bench.Fake.Delivery.PostOnceAsync(Encoding.UTF8.GetBytes(Sample.Text("webhook.user_send_text")), signature));
        Assert.Empty(bench.Heart.Heard);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("[]")]
    public async Task A_probe_is_answered_200_and_heard_by_nobody(string body)
    {
        await using var bench = await ZaloBench.StartAsync();

        Assert.Equal(200, await bench.Fake.Delivery.PostOnceAsync(Encoding.UTF8.GetBytes(body), null));
        Assert.Empty(bench.Heart.Heard);
    }

    [Fact]
    public async Task An_event_nobody_knows_is_answered_200()
    {
        await using var bench = await ZaloBench.StartAsync();

        Assert.Equal(200, await PostAsync(bench, Sample.Text("webhook.unknown_event")));
        Assert.Empty(bench.Heart.Heard);
    }

    [Fact]
    public async Task A_heart_that_cannot_commit_is_answered_503_and_the_event_comes_again()
    {
        await using var bench = await ZaloBench.StartAsync();
        bench.Heart.Answer = _ => Task.FromResult(TurnReceipt.Again);
        Assert.Equal(503, await PostAsync(bench, Sample.Text("webhook.user_send_text")));

        bench.Heart.Answer = _ => Task.FromResult(TurnReceipt.Acknowledged);
        Assert.Equal(200, await PostAsync(bench, Sample.Text("webhook.user_send_text")));
        Assert.Equal(bench.Heart.Heard[0].EventId, bench.Heart.Heard[1].EventId);
    }

    [Fact]
    public async Task A_turn_that_is_slower_than_zalo_waits_is_answered_503_and_still_runs_to_its_end()
    {
        await using var bench = await ZaloBench.StartAsync();
        var disk = new TaskCompletionSource<TurnReceipt>(TaskCreationOptions.RunContinuationsAsynchronously);
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        bench.Heart.Answer = _ =>
        {
            begun.SetResult();
            return disk.Task;
        };

        var answer = PostAsync(bench, Sample.Text("webhook.user_send_text"));
        await begun.Task;

        while (!answer.IsCompleted)
        {
            bench.Clock.Advance(TimeSpan.FromSeconds(1.9));
            await Task.WhenAny(answer, Task.Delay(20));
        }

        Assert.Equal(503, await answer);
        disk.SetResult(TurnReceipt.Acknowledged);
    }

    [Fact]
    public async Task Five_minutes_of_refusals_raise_the_alarm_and_the_first_success_ends_it()
    {
        await using var bench = await ZaloBench.StartAsync();
        await bench.Watch.RunAsync(CancellationToken.None);
        bench.Heart.Answer = _ => Task.FromResult(TurnReceipt.Again);
        await PostAsync(bench, Sample.Text("webhook.user_send_text"));
        bench.Clock.Advance(TimeSpan.FromMinutes(5));
        await PostAsync(bench, Sample.Text("webhook.user_send_text"));

        Assert.Equal(ChannelState.Troubled, bench.Channel.Status.State);

        bench.Heart.Answer = _ => Task.FromResult(TurnReceipt.Acknowledged);
        await PostAsync(bench, Sample.Text("webhook.user_send_text"));
        Assert.Equal(ChannelState.Working, bench.Channel.Status.State);
    }

    private static Task<int> PostAsync(ZaloBench bench, string body) =>
        bench.Fake.Delivery.PostOnceAsync(Encoding.UTF8.GetBytes(body), ZaloDelivery.Sign(Encoding.UTF8.GetBytes(body), JsonNode.Parse(body)!["timestamp"]!.GetValue<string>()));
}

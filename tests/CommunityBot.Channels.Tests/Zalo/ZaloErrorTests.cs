using CommunityBot.Channels.Zalo;
using CommunityBot.Messages;
using CommunityBot.TestKit.Zalo;

namespace CommunityBot.Channels.Tests.Zalo;

/// <summary>Every error of Zalo's table leads to what the outbox must do next; nothing but HTTP 200 with error 0 is a success.</summary>
public sealed class ZaloErrorTests
{
    private const string Path = "/v3.0/oa/message/cs";

    private static readonly OutgoingMessage Words = new() { Text = "Đã nhận phản ánh." };

    private static readonly Dictionary<ZaloTrouble, Type> Outcomes = new()
    {
        [ZaloTrouble.Quota] = typeof(SendOutcome.ChannelOff),
        [ZaloTrouble.Configuration] = typeof(SendOutcome.ChannelOff),
        [ZaloTrouble.OutsideWindow] = typeof(SendOutcome.WindowClosed),
        [ZaloTrouble.VillagerLeft] = typeof(SendOutcome.ReceiverLeft),
        [ZaloTrouble.Payload] = typeof(SendOutcome.Refused),
        [ZaloTrouble.Night] = typeof(SendOutcome.TryLater),
    };

    private static readonly Dictionary<string, ZaloTrouble> Recorded = new()
    {
        ["error.-100"] = ZaloTrouble.Payload,
        ["error.-200"] = ZaloTrouble.Transient,
        ["error.-201"] = ZaloTrouble.Payload,
        ["error.-210"] = ZaloTrouble.Payload,
        ["error.-211"] = ZaloTrouble.Quota,
        ["error.-213"] = ZaloTrouble.VillagerLeft,
        ["error.-216"] = ZaloTrouble.Token,
        ["error.-218"] = ZaloTrouble.OutsideWindow,
        ["error.-220"] = ZaloTrouble.Token,
        ["error.-224"] = ZaloTrouble.Quota,
        ["error.-227"] = ZaloTrouble.VillagerLeft,
        ["error.-230"] = ZaloTrouble.OutsideWindow,
        ["error.-232"] = ZaloTrouble.OutsideWindow,
        ["error.-234"] = ZaloTrouble.Night,
        ["error.-240"] = ZaloTrouble.Configuration,
        ["error.-244"] = ZaloTrouble.VillagerLeft,
        ["error.-248"] = ZaloTrouble.Configuration,
        ["error.-32"] = ZaloTrouble.Transient,
        ["error.-320"] = ZaloTrouble.Quota,
        ["error.-321"] = ZaloTrouble.Quota,
    };

    public static TheoryData<string> Errors => [.. Sample.Of("error.")];

    [Fact]
    public void Every_recorded_error_has_its_class() => Assert.Equal(Sample.Of("error.").Order(), Recorded.Keys.Order());

    [Theory]
    [MemberData(nameof(Errors))]
    public async Task A_recorded_error_leads_to_its_outcome(string sample)
    {
        var refusal = new ZaloAnswer.Refused((int)Sample.Json(sample)["error"]!, Sample.Json(sample)["message"]!.GetValue<string>());
        Assert.Equal(Recorded[sample], ZaloFailure.TroubleOf(refusal));

        await using var bench = await ZaloBench.StartAsync();
        bench.Fake.Faults.Next(Path, ZaloFault.Raw(200, Sample.Text(sample)), times: 3);
        var outcome = await bench.SendAsync(Words);

        if (Outcomes.TryGetValue(Recorded[sample], out var expected))
        {
            Assert.IsType(expected, outcome);
        }

        Assert.IsNotType<SendOutcome.Delivered>(outcome);
    }

    [Fact]
    public async Task Too_many_requests_let_the_whole_bot_wait_and_a_failed_message_only_itself()
    {
        await using var bench = await ZaloBench.StartAsync();
        bench.Fake.Faults.Next(Path, ZaloFault.Error(-32));
        Assert.IsType<SendOutcome.BotMustWait>(await bench.SendAsync(Words));

        bench.Fake.Faults.Next(Path, ZaloFault.Error(-200), times: 2);
        Assert.IsType<SendOutcome.TryLater>(await bench.SendAsync(Words));
        Assert.IsType<SendOutcome.Unknown>(await bench.SendAsync(Words, lane: Lane.Bulk));
    }

    [Fact]
    public async Task A_used_up_quota_rests_the_whole_channel_and_is_not_asked_again_for_every_row()
    {
        await using var bench = await ZaloBench.StartAsync();
        bench.Fake.Quota = 0;

        Assert.IsType<SendOutcome.ChannelOff>(await bench.SendAsync(Words));
        Assert.IsType<SendOutcome.ChannelOff>(await bench.SendAsync(Words));
        Assert.Single(bench.Fake.Messages);
        Assert.Equal(ChannelState.Troubled, bench.Channel.Status.State);

        bench.Fake.Quota = 10;
        bench.Clock.Advance(TimeSpan.FromHours(1));
        Assert.IsType<SendOutcome.Delivered>(await bench.SendAsync(Words));
        Assert.Equal(ChannelState.Working, bench.Channel.Status.State);
    }

    [Fact]
    public async Task A_message_outside_of_the_window_is_not_retried()
    {
        await using var bench = await ZaloBench.StartAsync();
        bench.Fake.Faults.Next(Path, ZaloFault.Error(-230));

        Assert.IsType<SendOutcome.WindowClosed>(await bench.SendAsync(Words));
        Assert.Single(bench.Fake.Messages);
    }

    [Fact]
    public async Task What_broke_on_the_way_is_unknown_and_what_a_gateway_says_is_tried_later()
    {
        await using var bench = await ZaloBench.StartAsync();
        bench.Fake.Faults.Next(Path, ZaloFault.CutAfter);
        Assert.IsType<SendOutcome.Unknown>(await bench.SendAsync(Words));

        bench.Fake.Faults.Next(Path, ZaloFault.Raw(502, "<html>"), times: 2);
        Assert.IsType<SendOutcome.TryLater>(await bench.SendAsync(Words));
        Assert.IsType<SendOutcome.Unknown>(await bench.SendAsync(Words, lane: Lane.Bulk));
    }

    [Fact]
    public async Task News_for_many_waits_at_night_until_six()
    {
        await using var bench = await ZaloBench.StartAsync();
        bench.Clock.Advance(TimeSpan.FromHours(14)); // 23:00 in Vietnam

        var outcome = await bench.SendAsync(Words, lane: Lane.Bulk);

        Assert.Equal(TimeSpan.FromHours(7), Assert.IsType<SendOutcome.TryLater>(outcome).Wait);
        Assert.IsType<SendOutcome.Delivered>(await bench.SendAsync(Words));
    }
}

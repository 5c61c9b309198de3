using System.Text;
using CommunityBot.Channels.Zalo;
using CommunityBot.Messages;
using CommunityBot.Storage;
using CommunityBot.TestKit.Storage;
using CommunityBot.TestKit.Zalo;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBot.Channels.Tests.Zalo;

/// <summary>Nobody loses the account: keys are sealed, kept before they are used, renewed once, and a person is called in time.</summary>
public sealed class ZaloTokenTests
{
    private const string TokenPath = "/v4/oa/access_token";

    private static readonly OutgoingMessage Words = new() { Text = "Đã nhận." };

    [Fact]
    public async Task Twenty_sends_at_expiry_renew_exactly_once()
    {
        await using var bench = await ZaloBench.StartAsync();
        bench.Fake.ExpireAccess();
        var before = bench.Fake.Renewals;

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(number => bench.SendAsync(Words, (1000 + number).ToString(System.Globalization.CultureInfo.InvariantCulture))));

        Assert.All(outcomes, outcome => Assert.IsType<SendOutcome.Delivered>(outcome));
        Assert.Equal(before + 1, bench.Fake.Renewals);
    }

    [Fact]
    public async Task A_401_renews_once_and_asks_once_more()
    {
        await using var bench = await ZaloBench.StartAsync();
        bench.Fake.Faults.Next("/v3.0/oa/message/cs", ZaloFault.Raw(401, ""));
        var before = bench.Fake.Renewals;

        Assert.IsType<SendOutcome.Delivered>(await bench.SendAsync(Words));
        Assert.Equal(before + 1, bench.Fake.Renewals);
        Assert.Equal(2, bench.Fake.Messages.Count());
    }

    [Fact]
    public async Task A_token_refused_even_after_renewal_switches_the_channel_off_loudly()
    {
        await using var bench = await ZaloBench.StartAsync();
        bench.Fake.Faults.Next("/v3.0/oa/message/cs", ZaloFault.Error(-216), times: 2);

        Assert.IsType<SendOutcome.ChannelOff>(await bench.SendAsync(Words));
        Assert.Equal(2, bench.Fake.Messages.Count());
        Assert.Equal(ChannelState.Troubled, bench.Channel.Status.State);
    }

    [Fact]
    public async Task Two_hosts_on_one_store_renew_once()
    {
        var store = new InMemoryDocumentStore();
        var keys = new EphemeralDataProtectionProvider();
        await using var fake = await FakeZalo.StartAsync();
        await using var one = await ZaloBench.StartAsync(store: store, keys: keys, fake: fake);
        await using var other = await ZaloBench.StartAsync(isConnected: false, store: store, keys: keys, fake: fake);
        fake.ExpireAccess();
        var before = fake.Renewals;

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).SelectMany(_ => new[] { one.SendAsync(Words), other.SendAsync(Words) }));

        Assert.Equal(before + 1, fake.Renewals);
        Assert.All(outcomes, outcome => Assert.True(outcome is SendOutcome.Delivered or SendOutcome.ChannelOff));
    }

    [Fact]
    public async Task The_job_renews_at_twenty_hours_and_not_before()
    {
        await using var bench = await ZaloBench.StartAsync();
        var before = bench.Fake.Renewals;

        bench.Clock.Advance(TimeSpan.FromHours(19.9));
        await bench.Watch.RunAsync(CancellationToken.None);
        Assert.Equal(before, bench.Fake.Renewals);

        bench.Clock.Advance(TimeSpan.FromMinutes(10));
        await bench.Watch.RunAsync(CancellationToken.None);
        await bench.Watch.RunAsync(CancellationToken.None);
        Assert.Equal(before + 1, bench.Fake.Renewals);
    }

    [Fact]
    public async Task A_pair_the_store_could_not_take_is_kept_at_the_next_chance_and_never_used_before()
    {
        var store = new InMemoryDocumentStore();
        await using var bench = await ZaloBench.StartAsync(store: store);
        bench.Fake.ExpireAccess();
        store.BeforeCommit = writes =>
        {
            // The lease may be taken; the disk is full when the new pair comes.
            if (bench.Fake.Renewals > 1 && writes.Any(write => write.Collection == "zalo_accounts"))
            {
                throw new StoreUnavailableException();
            }
        };

        await Assert.ThrowsAsync<StoreUnavailableException>(() => bench.SendAsync(Words));
        var used = bench.Fake.Messages.Count();
        store.BeforeCommit = null;

        Assert.IsType<SendOutcome.Delivered>(await bench.SendAsync(Words));
        Assert.Equal(2, bench.Fake.Renewals);
        Assert.Equal(1, used);
    }

    /// <summary>The old refresh token is used up then: the last access token works on for five hours, and the alarm is up.</summary>
    [Fact]
    public async Task Killed_between_renewal_and_keeping_the_alarm_is_up_while_the_old_token_still_works()
    {
        await using var bench = await ZaloBench.StartAsync();
        bench.Fake.SpendRefresh();
        bench.Clock.Advance(TimeSpan.FromHours(20));

        await bench.Watch.RunAsync(CancellationToken.None);

        Assert.Equal(ChannelState.Troubled, bench.Channel.Status.State);
        Assert.Contains("zalo connect", bench.Channel.Status.Sentence, StringComparison.Ordinal);
        Assert.IsType<SendOutcome.Delivered>(await bench.SendAsync(Words));

        bench.Clock.Advance(TimeSpan.FromHours(6));
        await bench.Watch.RunAsync(CancellationToken.None);
        Assert.Equal(ChannelState.Off, bench.Channel.Status.State);
    }

    [Fact]
    public async Task A_token_server_that_cannot_be_reached_is_no_refusal()
    {
        await using var bench = await ZaloBench.StartAsync();
        bench.Fake.Faults.Next(TokenPath, ZaloFault.CutBefore);
        bench.Clock.Advance(TimeSpan.FromHours(20));

        await bench.Watch.RunAsync(CancellationToken.None);
        Assert.NotEqual(ChannelState.Off, bench.Channel.Status.State);

        await bench.Watch.RunAsync(CancellationToken.None);
        Assert.IsType<SendOutcome.Delivered>(await bench.SendAsync(Words));
    }

    [Fact]
    public async Task Without_consent_rows_wait_and_the_operator_is_told_what_to_do()
    {
        await using var bench = await ZaloBench.StartAsync(isConnected: false);

        Assert.IsType<SendOutcome.ChannelOff>(await bench.SendAsync(Words));
        Assert.Equal(ChannelState.Off, bench.Channel.Status.State);
        Assert.Contains("zalo connect", bench.Channel.Status.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_lie_sealed_in_the_store_and_are_in_no_log()
    {
        await using var bench = await ZaloBench.StartAsync();
        bench.Fake.ExpireAccess();
        await bench.SendAsync(Words);

        var kept = await bench.Store.FindAsync("zalo_accounts", FakeZalo.OaId, CancellationToken.None);
        var text = Encoding.UTF8.GetString(kept!.Json.Span);

        Assert.DoesNotContain("_demo_", text, StringComparison.Ordinal);
        Assert.All(bench.Log.Lines, line => Assert.DoesNotContain("_demo_", line, StringComparison.Ordinal));
        Assert.All(bench.Log.Lines, line => Assert.DoesNotContain(FakeZalo.AppSecret, line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_consent_comes_back_once_and_only_with_its_own_state()
    {
        await using var bench = await ZaloBench.StartAsync(isConnected: false);
        using var browser = new HttpClient();
        var link = (await bench.Consent.BeginAsync(CancellationToken.None)).Link!;
        var state = link[(link.IndexOf("state=", StringComparison.Ordinal) + 6)..];
        Uri Back(string with, string code = FakeZalo.ConsentCode) => new(bench.Address, $"channels/zalo/callback?code={code}&oa_id={FakeZalo.OaId}&state={with}");

        Assert.Contains("code_challenge=", link, StringComparison.Ordinal);
        Assert.Equal(400, (int)(await browser.GetAsync(Back("guessed"))).StatusCode);
        Assert.Equal(200, (int)(await browser.GetAsync(Back(state))).StatusCode);
        Assert.Equal(400, (int)(await browser.GetAsync(Back(state))).StatusCode);
        Assert.Equal(43, bench.Fake.LastVerifier!.Length);
        Assert.IsType<SendOutcome.Delivered>(await bench.SendAsync(Words));
    }

    [Fact]
    public async Task A_consent_is_worthless_after_an_hour()
    {
        await using var bench = await ZaloBench.StartAsync(isConnected: false);
        var link = (await bench.Consent.BeginAsync(CancellationToken.None)).Link!;
        bench.Clock.Advance(TimeSpan.FromHours(1.1));

        Assert.False(await bench.Services.GetRequiredService<ZaloConsents>().FinishAsync(
            link[(link.IndexOf("state=", StringComparison.Ordinal) + 6)..], FakeZalo.ConsentCode, FakeZalo.OaId, CancellationToken.None));
    }

    [Fact]
    public async Task Zalo_finds_its_proof_on_the_first_page()
    {
        await using var bench = await ZaloBench.StartAsync(configure: settings => settings["Zalo:DomainVerification"] = "UkU29\"<x>");
        using var browser = new HttpClient();

        var page = await browser.GetStringAsync(bench.Address);

        Assert.Contains("<meta name=\"zalo-platform-site-verification\" content=\"UkU29&quot;&lt;x&gt;\">", page, StringComparison.Ordinal);
    }
}

using System.Net;
using System.Net.Http.Json;
using CommunityBot.Host.Health;
using CommunityBot.Host.Settings;
using CommunityBot.Messages;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBot.Host.Tests.Health;

public sealed class HealthTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_sound_host_is_alive_and_ready()
    {
        await using var host = await RunningHost.StartAsync();

        Assert.Equal(HttpStatusCode.OK, (await host.Client.GetAsync(new Uri("/health/live", UriKind.Relative), Token)).StatusCode);
        var report = await host.Client.GetFromJsonAsync<HealthReport>("/health/ready", Token);

        Assert.Equal("ok", report!.Status);
    }

    [Fact]
    public async Task Only_a_store_that_cannot_commit_makes_the_host_unready()
    {
        await using var host = await RunningHost.StartAsync();
        host.Store.Health = host.Store.Health with { CanCommit = false };

        var answer = await host.Client.GetAsync(new Uri("/health/ready", UriKind.Relative), Token);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await host.Client.GetAsync(new Uri("/health/live", UriKind.Relative), Token)).StatusCode);
    }

    [Fact]
    public async Task A_messenger_that_is_down_and_a_full_disk_are_named_but_the_host_stays_ready()
    {
        await using var host = await RunningHost.StartAsync(
            HostMode.Serve, builder => builder.Services.AddSingleton<IChannel>(new SilentChannel(ChannelState.Unreachable)));
        host.Store.Health = host.Store.Health with { AcceptsNewReports = false };

        var report = await host.Client.GetFromJsonAsync<HealthReport>("/health/ready", Token);

        Assert.Equal("degraded", report!.Status);
        Assert.Equal(["silent", "disk"], report.Degraded);
        Assert.Equal("unreachable", report.Channels["silent"]);
    }

    [Fact]
    public async Task The_engine_of_the_jobs_shows_itself_only_in_the_demo()
    {
        await using var production = await RunningHost.StartAsync();
        await using var demo = await RunningHost.StartAsync(HostMode.Demo);

        Assert.Equal(HttpStatusCode.NotFound, (await production.Client.GetAsync(new Uri("/hangfire", UriKind.Relative), Token)).StatusCode);
        var page = await demo.Client.GetAsync(new Uri("/hangfire", UriKind.Relative), Token);

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("unsafe-inline", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_answer_carries_the_rules_for_the_browser()
    {
        await using var host = await RunningHost.StartAsync();

        var answer = await host.Client.GetAsync(new Uri("/nowhere", UriKind.Relative), Token);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(SecurityHeaders.Policy, answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task The_demo_answers_to_no_other_name_than_this_pcs()
    {
        await using var demo = await RunningHost.StartAsync(HostMode.Demo);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/health/live") { Headers = { Host = "evil.example" } };

        Assert.Equal(HttpStatusCode.BadRequest, (await demo.Client.SendAsync(request, Token)).StatusCode);
    }

    [Fact]
    public async Task The_demo_knows_no_messenger_even_where_production_has_a_token()
    {
        await using var demo = await RunningHost.StartAsync(HostMode.Demo, null, "--Telegram:Token=7000000001:AAcanarycanarycanarycanarycanarycana");

        Assert.DoesNotContain("telegram", demo.Services.GetServices<IChannel>().Select(channel => channel.Name));
    }

    private sealed class SilentChannel(ChannelState state) : IChannel
    {
        public string Name => "silent";

        public ChannelPace Pace => ChannelPace.Unlimited;

        public ChannelStatus Status => new(state, "Says nothing.");

        public Task<SendOutcome> SendAsync(OutboxRow row, string? replaced, CancellationToken cancellationToken) =>
            Task.FromResult<SendOutcome>(new SendOutcome.TryLater("silent"));

        public Task<FetchedFile> FetchAsync(IncomingFile file, long limitBytes, CancellationToken cancellationToken) =>
            Task.FromResult<FetchedFile>(new FetchedFile.TryLater("silent"));
    }
}

using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using CommunityBot.Host.Demo;
using CommunityBot.Host.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBot.Host.Tests.Demo;

/// <summary>The addresses of the demo: there for its visitors, nowhere for production.</summary>
public sealed partial class DemoDoorTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Production_has_none_of_the_demos_addresses()
    {
        await using var host = await RunningHost.StartAsync();

        foreach (var path in new[] { "/", "/demo", "/demo/tickets", "/demo/now", "/demo/pictures/voi-hong.png" })
        {
            using var answer = await host.Client.GetAsync(new Uri(path, UriKind.Relative), Token);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        // As with every other address nobody knows.
        using var wound = await host.Client.PostAsync(new Uri("/demo/clock", UriKind.Relative), Winding("hour", ""), Token);
        using var nowhere = await host.Client.PostAsync(new Uri("/nowhere/at-all", UriKind.Relative), Winding("hour", ""), Token);
        Assert.Equal(nowhere.StatusCode, wound.StatusCode);
        Assert.False(wound.IsSuccessStatusCode);
        Assert.DoesNotContain("bản thử", await host.Client.GetStringAsync(new Uri("/chat", UriKind.Relative), Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_page_of_the_demo_says_that_it_is_one_and_runs_no_inline_script()
    {
        await using var host = await RunningHost.StartAsync(HostMode.Demo);

        foreach (var path in new[] { "/", "/demo/tickets", "/chat", "/hangfire" })
        {
            var page = WebUtility.HtmlDecode(await host.Client.GetStringAsync(new Uri(path, UriKind.Relative), Token));
            Assert.Contains("bản thử", page, StringComparison.OrdinalIgnoreCase);
        }

        using var first = await host.Client.GetAsync(new Uri("/", UriKind.Relative), Token);
        Assert.Equal(SecurityHeaders.Policy, first.Headers.GetValues("Content-Security-Policy").Single());
    }

    [Fact]
    public async Task Winding_moves_the_clock_and_runs_the_jobs_but_only_from_our_own_page()
    {
        await using var host = await RunningHost.StartAsync(HostMode.Demo);
        var clock = host.Services.GetRequiredService<DemoClock>();
        var before = clock.GetUtcNow();

        using var foreign = await host.Client.PostAsync(new Uri("/demo/clock", UriKind.Relative), Winding("day", ""), Token);
        Assert.Equal(HttpStatusCode.BadRequest, foreign.StatusCode);
        Assert.True(clock.GetUtcNow() - before < TimeSpan.FromHours(1));

        var page = await host.Client.GetStringAsync(new Uri("/", UriKind.Relative), Token);
        using var own = await host.Client.PostAsync(new Uri("/demo/clock", UriKind.Relative), Winding("day", Ticket().Match(page).Groups[1].Value), Token);
        var now = await host.Client.GetFromJsonAsync<DemoNow>(new Uri("/demo/now", UriKind.Relative), Token);

        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
        Assert.InRange(clock.GetUtcNow() - before, TimeSpan.FromDays(1), TimeSpan.FromDays(1.1));
        Assert.Contains(now!.Runs, run => run.Words.StartsWith("sao lưu hằng đêm: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_officers_phone_is_invited_until_it_is_a_desk()
    {
        await using var host = await RunningHost.StartAsync(HostMode.Demo);

        var page = WebUtility.HtmlDecode(await host.Client.GetStringAsync(new Uri("/", UriKind.Relative), Token));

        Assert.Matches("/chat\\?seat=officer&start=MOI-", page);
        Assert.Contains("xã Chợ Rã", page, StringComparison.Ordinal);
    }

    private static FormUrlEncodedContent Winding(string by, string antiforgery) =>
        new(new Dictionary<string, string> { ["by"] = by, ["__RequestVerificationToken"] = antiforgery });

    [GeneratedRegex("""name="__RequestVerificationToken" type="hidden" value="([^"]+)""")]
    private static partial Regex Ticket();
}

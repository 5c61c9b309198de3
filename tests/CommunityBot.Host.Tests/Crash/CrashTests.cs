using System.Globalization;
using CommunityBot.Host.Settings;
using CommunityBot.Host.Tests.Journeys;
using CommunityBot.Messages;
using CommunityBot.Storage;
using CommunityBot.TestKit;
using CommunityBot.TestKit.Telegram;
using CommunityBot.TestKit.Zalo;
using CommunityBot.Tickets;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBot.Host.Tests.Crash;

/// <summary>
/// The promise that counts: what was acknowledged is never lost, whatever kills the host. Real time and a real process,
/// because that is what a kill is. COMMUNITYBOT_KILLS sets how often (normally 10).
/// </summary>
public sealed class CrashTests
{
    private const int Villagers = 64;

    [Fact]
    public async Task No_acknowledged_report_is_lost_or_doubled_when_the_host_is_killed_again_and_again()
    {
        var kills = int.Parse(Environment.GetEnvironmentVariable("COMMUNITYBOT_KILLS") ?? "10", CultureInfo.InvariantCulture);
        var folder = Directory.CreateTempSubdirectory("communitybot-crash-").FullName;
        await using var telegram = await FakeTelegram.StartAsync();
        await using var zalo = await FakeZalo.StartAsync();
        await using var host = new ChildHost(telegram, folder, zalo);
        await ConsentAsync(host);
        await host.StartAsync();

        using var enough = new CancellationTokenSource();
        var reporters = Enumerable.Range(1, Villagers)
            .Select(number => number % 2 == 0 ? ReportUntilAsync(telegram, number, enough.Token) : ReportOnZaloUntilAsync(zalo, number, enough.Token)).ToList();
        var dice = new Random(20261123);

        for (var kill = 1; kill <= kills; kill++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(dice.Next(50, 1200)), TestContext.Current.CancellationToken);
            await host.KillAsync();
            await host.StartAsync();
        }

        await enough.CancelAsync();
        var reports = await Task.WhenAll(reporters);
        await host.KillAsync();

        var tickets = await TicketsAsync(host);
        var receipts = reports.SelectMany(one => one).ToList();
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{kills} kills, {receipts.Count} reports acknowledged, {tickets.Count} tickets, {telegram.Delivery.Refusals + zalo.Delivery.Refusals} deliveries came again.");

        Assert.True(receipts.Count >= Villagers);
        Assert.Equal(receipts.Count, receipts.Distinct().Count());
        Assert.Equal(receipts.Order(), tickets.Order());
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>One report after the other until told; the last one is finished. Three reports a person: five an hour is the limit.</summary>
    private static async Task<List<string>> ReportUntilAsync(FakeTelegram telegram, int number, CancellationToken enough)
    {
        var codes = new List<string>();

        for (var person = 0; person == 0 || !enough.IsCancellationRequested; person++)
        {
            var phone = new TelegramPhone(telegram, (10_000 * (person + 1)) + number, $"Bà con {number}", TimeProvider.System);
            var villager = new ReportingVillager(telegram, phone, SamplePhotos.Next());
            var own = new List<string>();

            do
            {
                own.Add(await villager.ReportAsync());
            }
            while (!enough.IsCancellationRequested && own.Count < 3);

            Assert.Equal(own.Order(), villager.Codes().Order());
            codes.AddRange(own);
        }

        return codes;
    }

    /// <summary>The other half of the villagers.</summary>
    private static async Task<List<string>> ReportOnZaloUntilAsync(FakeZalo zalo, int number, CancellationToken enough)
    {
        var codes = new List<string>();

        for (var person = 0; person == 0 || !enough.IsCancellationRequested; person++)
        {
            var user = ((90_000_000_000_000_000L + (1_000_000L * (person + 1))) + number).ToString(CultureInfo.InvariantCulture);
            var villager = new ReportingZaloVillager(zalo, new ZaloPhone(zalo, user, TimeProvider.System));
            var own = new List<string>();

            do
            {
                own.Add(await villager.ReportAsync());
            }
            while (!enough.IsCancellationRequested && own.Count < 3);

            Assert.Equal(own.Order(), villager.Codes().Order());
            codes.AddRange(own);
        }

        return codes;
    }

    /// <summary>An administrator of the Official Account has agreed before the villagers come.</summary>
    private static async Task ConsentAsync(ChildHost host)
    {
        await using var app = Program.Build(new HostStart(HostMode.Serve, [.. host.Settings]) { EnvironmentNames = [], CurrentFolder = host.Folder });
        Assert.True(await app.Services.GetRequiredService<IChannelConsent>().TakeAsync(FakeZalo.FirstRefreshToken, CancellationToken.None));
    }

    private static async Task<List<string>> TicketsAsync(ChildHost host)
    {
        await using var app = Program.Build(new HostStart(HostMode.Serve, [.. host.Settings]) { EnvironmentNames = [], CurrentFolder = host.Folder });
        var store = app.Services.GetRequiredService<IDocumentStore>();
        var range = new IndexRange(Ticket.Kind.Definition.Name, IndexRange.ById, "", null);
        var codes = new List<string>();

        while (true)
        {
            var page = await store.ListAsync(range, CancellationToken.None);
            codes.AddRange(page.Select(document => Ticket.Kind.Read(document).Id.ToString()));

            if (page.Count < range.Limit)
            {
                return codes;
            }

            range = range with { After = (page[^1].Id, page[^1].Id) };
        }
    }
}

using CommunityBot.Communes;
using CommunityBot.Desks;
using CommunityBot.Host.Demo.Seed;
using CommunityBot.Host.Settings;
using CommunityBot.Messages;
using CommunityBot.Storage;
using CommunityBot.TestKit.Storage;
using CommunityBot.Tickets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace CommunityBot.Host.Tests.Demo;

/// <summary>What lies in the store of a demo that starts for the first time.</summary>
public sealed class SeedTests
{
    /// <summary>Tuesday, 24 November 2026, 8:00 in Vietnam.</summary>
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 1, 0, 0, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_month_of_tickets_stands_in_every_state()
    {
        await using var host = await RunningHost.StartAsync(HostMode.Demo);
        var store = await SeedAsync(host, Now);

        var tickets = (await AllAsync(store, Ticket.Kind)).ToList();

        Assert.Equal(60, tickets.Count);
        Assert.Equal(Enum.GetValues<TicketStatus>(), tickets.Select(ticket => ticket.Status).Distinct().Order());
        Assert.All(tickets, ticket => Assert.InRange(ticket.ReceivedAt, Now - TimeSpan.FromDays(31), Now));
        Assert.All(tickets, ticket => Assert.Equal(ticket.Timeline.OrderBy(entry => entry.At), ticket.Timeline));
        Assert.All(tickets, ticket => Assert.True(ticket.Timeline[^1].At <= Now));
        Assert.All(
            tickets.Where(ticket => ticket.Status is TicketStatus.Resolved or TicketStatus.Closed),
            ticket => Assert.True(ticket is { IsResultTold: true, Resolution.Proof.Count: 1 }));
    }

    [Fact]
    public async Task Every_served_commune_has_a_desk_with_its_lead()
    {
        await using var host = await RunningHost.StartAsync(HostMode.Demo);
        var store = await SeedAsync(host, Now);
        var served = host.Services.GetRequiredService<CommuneDirectory>().Served.Select(commune => (UnitKey?)commune.Key);

        var desks = (await AllAsync(store, CommuneDesk.Kind)).ToList();

        Assert.Equal(37, desks.Count);
        Assert.Equal(served.Order(Comparer<UnitKey?>.Create((one, other) => string.CompareOrdinal($"{one}", $"{other}"))), desks.Select(desk => desk.Unit));
        Assert.All(desks, desk => Assert.True(desk.IsOpen && desk.People.Count == 1));
    }

    [Fact]
    public async Task Nothing_of_the_seed_waits_to_reach_a_messenger()
    {
        await using var host = await RunningHost.StartAsync(HostMode.Demo);
        var store = await SeedAsync(host, Now);

        var rows = (await AllAsync(store, Outbox.Rows)).ToList();

        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.Equal("demo", row.Conversation.Channel));
        Assert.DoesNotContain(rows, row => row.State is OutboxState.Failed or OutboxState.Unknown);
    }

    [Fact]
    public async Task A_second_start_adds_nothing_and_a_kill_before_the_commit_leaves_nothing()
    {
        await using var host = await RunningHost.StartAsync(HostMode.Demo);
        var commits = new List<int>();
        var store = new InMemoryDocumentStore { BeforeCommit = writes => commits.Add(writes.Count) };
        var seed = new SeedProvince(store, host.Services, new SeedClock(Now), NullLogger<SeedProvince>.Instance);

        await seed.RunAsync(Token);
        var first = (await AllAsync(store, Ticket.Kind)).Count();
        await seed.RunAsync(Token);

        Assert.Single(commits);
        Assert.Equal(first, (await AllAsync(store, Ticket.Kind)).Count());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(9)]
    [InlineData(12)]
    public async Task The_story_holds_on_any_day_and_hour_of_the_demo(int days)
    {
        await using var host = await RunningHost.StartAsync(HostMode.Demo);

        var store = await SeedAsync(host, Now + TimeSpan.FromDays(days) + TimeSpan.FromMinutes(days * 53));

        Assert.NotEmpty(await AllAsync(store, Ticket.Kind));
    }

    private static async Task<InMemoryDocumentStore> SeedAsync(RunningHost host, DateTimeOffset now)
    {
        var store = new InMemoryDocumentStore();
        await new SeedProvince(store, host.Services, new SeedClock(now), NullLogger<SeedProvince>.Instance).RunAsync(Token);
        return store;
    }

    private static async Task<IEnumerable<T>> AllAsync<T>(InMemoryDocumentStore store, DocumentKind<T> kind)
        where T : class
    {
        var all = new List<T>();
        var range = new IndexRange(kind.Definition.Name, IndexRange.ById, "", null);

        while (true)
        {
            var page = await store.ListAsync(range, Token);
            all.AddRange(page.Select(kind.Read));

            if (page.Count < range.Limit)
            {
                return all;
            }

            range = range with { After = (page[^1].Id, page[^1].Id) };
        }
    }
}

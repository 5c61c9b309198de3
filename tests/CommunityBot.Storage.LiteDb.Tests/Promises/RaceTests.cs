using System.Globalization;
using System.Text;
using CommunityBot.Storage.LiteDb.Memory;
using CommunityBot.Storage.LiteDb.Tests.Support;

namespace CommunityBot.Storage.LiteDb.Tests.Promises;

/// <summary>Many at once: no list loses a row while documents settle, no forgotten version costs a commit.</summary>
public sealed class RaceTests : StoreTest
{
    [Fact]
    public async Task Lists_never_lose_a_row_and_never_show_one_older_than_the_last_answer_while_documents_settle()
    {
        const int tickets = 40;
        const int rounds = 60;
        var store = await House.OpenAsync();
        await CommitNumberedAsync(store, 0, tickets);
        var answered = new long[tickets];
        Array.Fill(answered, 1);
        using var stop = new CancellationTokenSource();
        var settling = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                await StoreHouse.SettleAsync(store);
                await Task.Yield();
            }
        });
        var writing = Task.Run(async () =>
        {
            for (var round = 0; round < rounds; round++)
            {
                for (var number = 0; number < tickets; number++)
                {
                    await CommitAsync(store, Ticket(Id(number), round + 1));
                    Volatile.Write(ref answered[number], round + 2);
                }
            }
        });

        while (!writing.IsCompleted)
        {
            var atLeast = answered.ToArray();
            var list = await store.ListAsync(new IndexRange("tickets", "byDue", "", null), Cancellation);

            Assert.Equal(Enumerable.Range(0, tickets).Select(Id), list.Select(document => document.Id));
            Assert.All(list.Zip(atLeast), row => Assert.True(row.First.Version >= row.Second));
        }

        await writing;
        await stop.CancelAsync();
        await settling;
    }

    [Fact]
    public async Task A_version_that_memory_forgot_is_read_again_instead_of_losing_the_race()
    {
        var store = await House.OpenAsync();
        await CommitNumberedAsync(store, 0, 300, padding: 30_000); // more than the 4 MB of this cache
        await StoreHouse.SettleAsync(store);
        Assert.Null(store.Recent.VersionOf("tickets", Id(0)));

        for (var number = 0; number < 300; number++)
        {
            await CommitAsync(store, Ticket(Id(number), 1));
        }
    }

    [Fact]
    public async Task Many_callers_with_expected_versions_lose_no_step_while_documents_settle()
    {
        var store = await House.OpenAsync();
        await CommitAsync(store, Ticket("count", 0, "0"));
        using var stop = new CancellationTokenSource();
        var settling = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                await StoreHouse.SettleAsync(store);
                await Task.Yield();
            }
        });

        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => CountUpAsync(store, 20))));
        await stop.CancelAsync();
        await settling;

        Assert.Equal("320", await JsonAsync(store, "count"));
    }

    [Fact]
    public async Task Messages_that_come_and_go_while_documents_settle_leave_no_ghost()
    {
        var store = await House.OpenAsync();
        using var stop = new CancellationTokenSource();
        var settling = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                await StoreHouse.SettleAsync(store);
                await Task.Yield();
            }
        });

        await Task.WhenAll(Enumerable.Range(0, 4).Select(caller => Task.Run(async () =>
        {
            for (var turn = 0; turn < 150; turn++)
            {
                var id = $"{caller}-{turn % 10}";
                await CommitAsync(store, Ticket(id, 0));
                await CommitAsync(store, new DocumentWrite("tickets", id, 1, null, []));
            }

            await CommitAsync(store, Ticket($"{caller}-stays", 0));
        })));
        await stop.CancelAsync();
        await settling;
        await StoreHouse.SettleAsync(store);

        Assert.Equal(["0-stays", "1-stays", "2-stays", "3-stays"], await IdsAsync(store));
        Assert.Null(store.Health.Notice);
    }

    [Fact]
    public void The_filter_of_ids_never_forgets_one_and_rarely_takes_a_stranger_for_known()
    {
        var filter = new IdFilter();

        for (var number = 0; number < 50_000; number++)
        {
            filter.Add("ticket-" + number.ToString(CultureInfo.InvariantCulture));
        }

        Assert.All(Enumerable.Range(0, 50_000), number => Assert.True(filter.MayContain("ticket-" + number.ToString(CultureInfo.InvariantCulture))));
        Assert.InRange(Enumerable.Range(0, 10_000).Count(number => filter.MayContain("villager-" + number.ToString(CultureInfo.InvariantCulture))), 0, 500);
    }

    private static async Task CountUpAsync(EmbeddedStore store, int steps)
    {
        while (steps > 0)
        {
            var now = await store.FindAsync("tickets", "count", Cancellation);
            var next = int.Parse(Encoding.UTF8.GetString(now!.Json.Span), CultureInfo.InvariantCulture) + 1;
            var write = Ticket("count", now.Version, next.ToString(CultureInfo.InvariantCulture));
            steps -= await store.CommitAsync([write], Cancellation) == CommitOutcome.Done ? 1 : 0;
        }
    }
}

using System.Globalization;
using System.Text;
using CommunityBot.Storage;

namespace CommunityBot.Storage.LiteDb.Tests.Support;

/// <summary>A test with a data folder of its own.</summary>
public abstract class StoreTest : IAsyncDisposable
{
    internal StoreHouse House { get; } = new();

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await House.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected static DocumentWrite Ticket(string id, long? expected, string json = """{"n":1}""", string? due = null) =>
        StoreHouse.Ticket(id, expected, json, due ?? id);

    protected static DocumentWrite Numbered(int number, int padding = 0) =>
        Ticket(Id(number), 0, $$"""{"n":{{number}},"words":"{{new string('x', padding)}}"}""");

    protected static string Id(int number) => "t" + number.ToString("D4", CultureInfo.InvariantCulture);

    internal static async Task CommitAsync(EmbeddedStore store, params DocumentWrite[] writes) =>
        Assert.Equal(CommitOutcome.Done, await store.CommitAsync(writes, Cancellation));

    internal static async Task CommitNumberedAsync(EmbeddedStore store, int from, int count, int padding = 0)
    {
        for (var number = from; number < from + count; number++)
        {
            await CommitAsync(store, Numbered(number, padding));
        }
    }

    internal static async Task<List<string>> IdsAsync(EmbeddedStore store)
    {
        var ids = new List<string>();
        var range = new IndexRange("tickets", "byDue", "", null);

        while (await store.ListAsync(range, Cancellation) is { Count: > 0 } page)
        {
            ids.AddRange(page.Select(document => document.Id));
            range = range with { After = (ids[^1], ids[^1]) };
        }

        return ids;
    }

    internal static async Task<string?> JsonAsync(EmbeddedStore store, string id) =>
        await store.FindAsync("tickets", id, Cancellation) is { } found ? Encoding.UTF8.GetString(found.Json.Span) : null;

    /// <summary>The copy opens, holds exactly these numbered tickets by list and by id, and goes on working.</summary>
    internal static async Task AssertHoldsAsync(StoreHouse house, int count, bool mayHoldOneMore = false)
    {
        var store = await house.OpenAsync();
        var ids = await IdsAsync(store);

        if (mayHoldOneMore && ids.Count == count + 1)
        {
            count++;
        }

        Assert.Equal(Enumerable.Range(0, count).Select(Id), ids);

        foreach (var number in Enumerable.Range(0, count))
        {
            Assert.StartsWith($$"""{"n":{{number}},""", await JsonAsync(store, Id(number)), StringComparison.Ordinal);
        }

        await CommitAsync(store, Ticket(Id(count), 0), Ticket("last", 0));
    }

    /// <summary>Spins until a claim is true; the test's own time limit ends it otherwise.</summary>
    internal static async Task UntilAsync(Func<bool> claim)
    {
        while (!claim())
        {
            Cancellation.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    internal static string LastSegment(StoreHouse house) => Directory.GetFiles(house.Folder.Journal).Order().Last();
}

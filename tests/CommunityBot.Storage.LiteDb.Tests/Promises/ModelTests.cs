using System.Globalization;
using System.Text;
using CommunityBot.Storage.LiteDb.Tests.Support;
using CommunityBot.TestKit.Storage;
using CsCheck;

namespace CommunityBot.Storage.LiteDb.Tests.Promises;

/// <summary>Whatever is done in whatever order, with deaths and restarts between, the store says what a plain dictionary would say.</summary>
public sealed class ModelTests
{
    private static readonly Gen<Step> Steps = Gen.Frequency(
        (8, Gen.Select(Gen.Int[0, 9], Gen.Int[0, 3], Gen.Int[-1, 3], (id, key, expected) => (Step)new Step.Put(id, key, expected))),
        (3, Gen.Select(Gen.Int[0, 9], Gen.Int[-1, 3], (id, expected) => (Step)new Step.Delete(id, expected))),
        (3, Gen.Const((Step)new Step.Settle())),
        (2, Gen.Int[0, 3].Select(how => (Step)new Step.Restart(how))),
        (1, Gen.Const((Step)new Step.Snapshot())));

    [Fact]
    public async Task The_store_agrees_with_a_model() =>
        await Steps.Array[5, 40].SampleAsync(RunAsync, iter: 60, threads: 1);

    private static async Task RunAsync(Step[] steps)
    {
        await using var house = new StoreHouse();
        var model = new InMemoryDocumentStore();
        var store = await house.OpenAsync();

        foreach (var step in steps)
        {
            store = await RunAsync(house, store, model, step);
        }

        await AssertSameAsync(store, model);
        store = await RunAsync(house, store, model, new Step.Restart(3));
        await AssertSameAsync(store, model);
    }

    private static async Task<EmbeddedStore> RunAsync(StoreHouse house, EmbeddedStore store, InMemoryDocumentStore model, Step step)
    {
        switch (step)
        {
            case Step.Put put:
                await CommitBothAsync(store, model, Write(put));
                break;
            case Step.Delete delete:
                await CommitBothAsync(store, model, new DocumentWrite("tickets", Name(delete.Id), Expectation(delete.Expected), null, []));
                break;
            case Step.Settle:
                await StoreHouse.SettleAsync(store);
                break;
            case Step.Snapshot:
                await store.Snapshots.TakeSnapshotAsync(CancellationToken.None);
                break;
            case Step.Restart restart:
                await store.CloseAsync(cleanly: restart.How == 0);
                house.BootId = restart.How == 2 ? house.BootId + "+" : house.BootId;
                Spoil(house, restart.How == 3);
                return await house.OpenAsync();
        }

        return store;
    }

    private static void Spoil(StoreHouse house, bool spoils)
    {
        if (spoils)
        {
            File.WriteAllBytes(house.Folder.LiteDb, [1, 2, 3]);
        }
    }

    private static async Task CommitBothAsync(EmbeddedStore store, InMemoryDocumentStore model, DocumentWrite write)
    {
        var expected = await model.CommitAsync([write], CancellationToken.None);
        var actual = await store.CommitAsync([write], CancellationToken.None);
        Assert.Equal(expected, actual);
    }

    private static async Task AssertSameAsync(EmbeddedStore store, InMemoryDocumentStore model)
    {
        foreach (var index in new[] { IndexRange.ById, "byDue", "byStatus" })
        {
            foreach (var descending in new[] { false, true })
            {
                var range = new IndexRange("tickets", index, "k1", null, Limit: 4, Descending: descending);
                range = index == IndexRange.ById ? range with { From = "", To = "t7" } : range;
                Assert.Equal(await TextsAsync(model, range), await TextsAsync(store, range));
                Assert.Equal(await model.CountAsync(range, CancellationToken.None), await store.CountAsync(range, CancellationToken.None));
            }
        }

        for (var id = 0; id < 10; id++)
        {
            Assert.Equal(
                Text(await model.FindAsync("tickets", Name(id), CancellationToken.None)),
                Text(await store.FindAsync("tickets", Name(id), CancellationToken.None)));
        }
    }

    private static async Task<List<string?>> TextsAsync(IDocumentStore store, IndexRange range) =>
        [.. (await store.ListAsync(range, CancellationToken.None)).Select(Text)];

    private static string? Text(StoredDocument? document) =>
        document is null ? null : $"{document.Id} {document.Version} {Encoding.UTF8.GetString(document.Json.Span)}";

    private static DocumentWrite Write(Step.Put put) => new(
        "tickets",
        Name(put.Id),
        Expectation(put.Expected),
        Encoding.UTF8.GetBytes($$"""{"key":{{put.Key}}}"""),
        put.Key == 0 ? [] : [new IndexKey("byDue", $"k{put.Key}"), new IndexKey("byStatus", $"k{put.Key % 2}")]);

    private static long? Expectation(int expected) => expected < 0 ? null : expected;

    private static string Name(int id) => "t" + id.ToString(CultureInfo.InvariantCulture);

    private abstract record Step
    {
        public sealed record Put(int Id, int Key, int Expected) : Step;

        public sealed record Delete(int Id, int Expected) : Step;

        public sealed record Settle : Step;

        public sealed record Snapshot : Step;

        /// <param name="How">0 cleanly, 1 killed, 2 killed with the machine, 3 killed and LiteDB's file ruined.</param>
        public sealed record Restart(int How) : Step;
    }
}

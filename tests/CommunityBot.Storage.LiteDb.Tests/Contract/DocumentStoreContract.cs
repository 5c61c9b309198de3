using System.Text;
using CommunityBot.Storage;

namespace CommunityBot.Storage.LiteDb.Tests.Contract;

/// <summary>What every back end promises; a back end only says how to make a new, empty store with <see cref="Definitions"/>.</summary>
public abstract class DocumentStoreContract : IAsyncLifetime
{
    protected static readonly CollectionDefinition[] Definitions =
    [
        new("tickets", ["byDue", "byStatus"]),
        new("villagers", []),
    ];

    protected IDocumentStore Store { get; private set; } = null!;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => Store = await NewStoreAsync();

    public async ValueTask DisposeAsync()
    {
        await CloseStoreAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task What_was_committed_is_found_again_unchanged()
    {
        await CommitAsync(Ticket("a", 0, """{"words":"vòi nước hỏng"}"""));

        var found = await Store.FindAsync("tickets", "a", Cancellation);

        Assert.NotNull(found);
        Assert.Equal(("a", 1L, """{"words":"vòi nước hỏng"}"""), (found.Id, found.Version, Encoding.UTF8.GetString(found.Json.Span)));
    }

    [Fact]
    public async Task What_was_never_committed_is_not_found()
    {
        await CommitAsync(Ticket("a", 0));

        Assert.Null(await Store.FindAsync("tickets", "b", Cancellation));
        Assert.Null(await Store.FindAsync("villagers", "a", Cancellation));
    }

    [Fact]
    public async Task Each_change_raises_the_version_by_one()
    {
        await CommitAsync(Ticket("a", 0));
        await CommitAsync(Ticket("a", 1));
        await CommitAsync(Ticket("a", 2, """{"n":3}"""));

        var found = await Store.FindAsync("tickets", "a", Cancellation);

        Assert.Equal((3L, """{"n":3}"""), (found!.Version, Encoding.UTF8.GetString(found.Json.Span)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_stale_version_loses_and_changes_nothing(long expected)
    {
        await CommitAsync(Ticket("a", 0));
        await CommitAsync(Ticket("a", 1, """{"n":2}"""));

        var outcome = await Store.CommitAsync([Ticket("new", 0), Ticket("a", expected, """{"n":9}""")], Cancellation);

        Assert.Equal(CommitOutcome.LostRace, outcome);
        Assert.Null(await Store.FindAsync("tickets", "new", Cancellation));
        Assert.Equal("""{"n":2}""", Encoding.UTF8.GetString((await Store.FindAsync("tickets", "a", Cancellation))!.Json.Span));
    }

    [Fact]
    public async Task A_change_of_something_absent_loses()
    {
        Assert.Equal(CommitOutcome.LostRace, await Store.CommitAsync([Ticket("a", 1)], Cancellation));
        Assert.Null(await Store.FindAsync("tickets", "a", Cancellation));
    }

    [Fact]
    public async Task No_expectation_replaces_what_is_there()
    {
        await CommitAsync(Ticket("a", null));
        await CommitAsync(Ticket("a", null, """{"n":2}"""));

        Assert.Equal(2, (await Store.FindAsync("tickets", "a", Cancellation))!.Version);
    }

    [Fact]
    public async Task A_deleted_document_is_gone_and_may_be_new_again()
    {
        await CommitAsync(Ticket("a", 0));
        await CommitAsync(Delete("a", 1));
        Assert.Null(await Store.FindAsync("tickets", "a", Cancellation));
        Assert.Empty(await ListAsync(new IndexRange("tickets", IndexRange.ById, "", null)));

        await CommitAsync(Ticket("a", 0));
        Assert.Equal(1, (await Store.FindAsync("tickets", "a", Cancellation))!.Version);
    }

    [Fact]
    public async Task A_delete_of_a_stale_version_loses()
    {
        await CommitAsync(Ticket("a", 0));
        await CommitAsync(Ticket("a", 1));

        Assert.Equal(CommitOutcome.LostRace, await Store.CommitAsync([Delete("a", 1)], Cancellation));
        Assert.NotNull(await Store.FindAsync("tickets", "a", Cancellation));
    }

    [Fact]
    public async Task A_commit_spans_collections_or_does_nothing()
    {
        await CommitAsync(Villager("v", 0), Ticket("a", 0));

        var outcome = await Store.CommitAsync([Villager("v", 1), Ticket("a", 7)], Cancellation);

        Assert.Equal(CommitOutcome.LostRace, outcome);
        Assert.Equal(1, (await Store.FindAsync("villagers", "v", Cancellation))!.Version);
    }

    [Fact]
    public async Task A_commit_that_names_one_document_twice_is_a_bug()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Store.CommitAsync([Ticket("a", 0), Ticket("a", 0)], Cancellation));
        Assert.Null(await Store.FindAsync("tickets", "a", Cancellation));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{}}")]
    [InlineData("vòi nước")]
    public async Task What_is_not_JSON_is_refused(string json)
    {
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Store.CommitAsync([Ticket("a", 0, json)], Cancellation));
        Assert.Null(await Store.FindAsync("tickets", "a", Cancellation));
    }

    [Fact]
    public async Task A_list_keeps_the_order_of_key_then_id_both_ways()
    {
        await CommitAsync(Ticket("c", 0, due: "2"), Ticket("a", 0, due: "3"), Ticket("b", 0, due: "1"), Ticket("d", 0, due: "2"));

        Assert.Equal(["b", "c", "d", "a"], await IdsAsync(new IndexRange("tickets", "byDue", "", null)));
        Assert.Equal(["a", "d", "c", "b"], await IdsAsync(new IndexRange("tickets", "byDue", "", null, Descending: true)));
    }

    [Fact]
    public async Task A_range_that_ends_right_behind_a_key_holds_that_key_alone()
    {
        await CommitAsync(Ticket("a", 0, due: "1"), Ticket("b", 0, due: "2"), Ticket("c", 0, due: "2x"), Ticket("d", 0, due: "2"));

        Assert.Equal(["b", "d"], await IdsAsync(new IndexRange("tickets", "byDue", "2", "2\0")));
        Assert.Equal(["d", "b"], await IdsAsync(new IndexRange("tickets", "byDue", "2", "2\0", Descending: true)));
        Assert.Equal(["b"], await IdsAsync(new IndexRange("tickets", IndexRange.ById, "b", "b\0")));
        Assert.Equal(2, await Store.CountAsync(new IndexRange("tickets", "byDue", "2", "2\0"), Cancellation));
    }

    [Fact]
    public async Task A_range_includes_its_start_and_excludes_its_end()
    {
        await CommitAsync(Ticket("a", 0, due: "1"), Ticket("b", 0, due: "2"), Ticket("c", 0, due: "2x"), Ticket("d", 0, due: "3"));

        Assert.Equal(["b", "c"], await IdsAsync(new IndexRange("tickets", "byDue", "2", "3")));
        Assert.Equal(["c", "b"], await IdsAsync(new IndexRange("tickets", "byDue", "2", "3", Descending: true)));
        Assert.Equal(["b", "c"], await IdsAsync(new IndexRange("tickets", IndexRange.ById, "b", "d")));
        Assert.Equal(2, await Store.CountAsync(new IndexRange("tickets", "byDue", "2", "3"), Cancellation));
    }

    [Fact]
    public async Task A_document_without_a_key_is_not_in_that_list()
    {
        await CommitAsync(Ticket("a", 0), Ticket("b", 0, due: "1"));

        Assert.Equal(["b"], await IdsAsync(new IndexRange("tickets", "byDue", "", null)));
        Assert.Equal(["a", "b"], await IdsAsync(new IndexRange("tickets", IndexRange.ById, "", null)));
    }

    [Fact]
    public async Task A_changed_key_moves_the_document_and_a_dropped_key_removes_it()
    {
        await CommitAsync(Ticket("a", 0, due: "1"), Ticket("b", 0, due: "2"));
        await CommitAsync(Ticket("a", 1, due: "3"));
        Assert.Equal(["b", "a"], await IdsAsync(new IndexRange("tickets", "byDue", "", null)));

        await CommitAsync(Ticket("a", 2));
        Assert.Equal(["b"], await IdsAsync(new IndexRange("tickets", "byDue", "", null)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Pages_follow_each_other_without_gap_or_repeat_even_where_keys_are_equal(bool descending)
    {
        for (var number = 0; number < 50; number++)
        {
            await CommitAsync(Ticket($"t{number:D2}", 0, due: (number / 20).ToString(System.Globalization.CultureInfo.InvariantCulture)));
        }

        var seen = new List<string>();
        var range = new IndexRange("tickets", "byDue", "0", "2", Limit: 7, Descending: descending);

        while (await IdsAsync(range) is { Count: > 0 } page)
        {
            seen.AddRange(page);
            range = range with { After = ((int.Parse(page[^1][1..], System.Globalization.CultureInfo.InvariantCulture) / 20).ToString(System.Globalization.CultureInfo.InvariantCulture), page[^1]) };
        }

        var all = Enumerable.Range(0, 40).Select(number => $"t{number:D2}");
        Assert.Equal(descending ? all.Reverse() : all, seen);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(201)]
    public async Task A_page_has_1_to_200_rows(int limit) =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => ListAsync(new IndexRange("tickets", "byDue", "", null, limit)));

    [Fact]
    public async Task Text_is_compared_ordinally_and_kept_exactly()
    {
        string[] ids = ["Đ", "đ", "a", "A", "à", "a b", "\"", "\\", "😀", "a\u0301"];
        await CommitAsync([.. ids.Select(id => Ticket(id, 0, due: id))]);

        var expected = ids.Order(StringComparer.Ordinal).ToList();

        Assert.Equal(expected, await IdsAsync(new IndexRange("tickets", IndexRange.ById, "", null)));
        Assert.Equal(expected, await IdsAsync(new IndexRange("tickets", "byDue", "", null)));
        Assert.NotNull(await Store.FindAsync("tickets", "a\u0301", Cancellation));
    }

    [Fact]
    public async Task Ids_and_keys_of_500_bytes_are_kept()
    {
        var id = new string('đ', 250);
        await CommitAsync(Ticket(id, 0, due: id));

        Assert.Equal([id], await IdsAsync(new IndexRange("tickets", "byDue", id, null)));
    }

    [Fact]
    public async Task Of_many_who_expect_the_same_version_exactly_one_wins()
    {
        await CommitAsync(Ticket("a", 0));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(() => Store.CommitAsync([Ticket("a", 1)], Cancellation))));

        Assert.Single(outcomes, CommitOutcome.Done);
        Assert.Equal(2, (await Store.FindAsync("tickets", "a", Cancellation))!.Version);
    }

    [Fact]
    public async Task Counting_up_by_many_at_once_loses_no_step()
    {
        await CommitAsync(Ticket("a", 0, "0"));

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => CountUpAsync(25))));

        Assert.Equal("200", Encoding.UTF8.GetString((await Store.FindAsync("tickets", "a", Cancellation))!.Json.Span));
    }

    [Fact]
    public async Task A_healthy_store_says_so()
    {
        await CommitAsync(Ticket("a", 0));

        Assert.True(Store.Health is { CanCommit: true, AcceptsNewReports: true, FreeBytes: > 0, Notice: null });
    }

    protected abstract Task<IDocumentStore> NewStoreAsync();

    protected abstract ValueTask CloseStoreAsync();

    protected static DocumentWrite Ticket(string id, long? expected, string json = """{"n":1}""", string? due = null) =>
        new("tickets", id, expected, Encoding.UTF8.GetBytes(json), due is null ? [] : [new IndexKey("byDue", due)]);

    protected static DocumentWrite Delete(string id, long? expected) => new("tickets", id, expected, null, []);

    protected static DocumentWrite Villager(string id, long? expected) =>
        new("villagers", id, expected, Encoding.UTF8.GetBytes("""{"name":"bà Lường"}"""), []);

    protected async Task CommitAsync(params DocumentWrite[] writes) =>
        Assert.Equal(CommitOutcome.Done, await Store.CommitAsync(writes, Cancellation));

    protected Task<IReadOnlyList<StoredDocument>> ListAsync(IndexRange range) => Store.ListAsync(range, Cancellation);

    protected async Task<IReadOnlyList<string>> IdsAsync(IndexRange range) => [.. (await ListAsync(range)).Select(document => document.Id)];

    private async Task CountUpAsync(int steps)
    {
        while (steps > 0)
        {
            var now = await Store.FindAsync("tickets", "a", Cancellation);
            var next = int.Parse(now!.Json.Span, System.Globalization.CultureInfo.InvariantCulture) + 1;

            if (await Store.CommitAsync([Ticket("a", now.Version, next.ToString(System.Globalization.CultureInfo.InvariantCulture))], Cancellation) == CommitOutcome.Done)
            {
                steps--;
            }
        }
    }
}

using CommunityBot.Storage.LiteDb.Tests.Support;

namespace CommunityBot.Storage.LiteDb.Tests.Promises;

/// <summary>Disk and LiteDB misbehave; the store says so, loses nothing and comes back by itself.</summary>
public sealed class TroubleTests : StoreTest
{
    private const long Megabyte = 1 << 20;

    [Fact]
    public async Task A_failed_sync_is_never_retried_and_the_store_comes_back_without_the_refused_commit()
    {
        var store = await House.OpenAsync();
        await CommitNumberedAsync(store, 0, 3);
        var segment = LastSegment(House);
        var length = new FileInfo(segment).Length;
        House.Disk.FailsToSync = true;

        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.CommitAsync([Numbered(99)], Cancellation));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.CommitAsync([Numbered(98)], Cancellation));
        Assert.False(store.Health.CanCommit);
        Assert.Null(await JsonAsync(store, Id(99)));

        House.Disk.FailsToSync = false;
        await ComeBackAsync(store);
        await CommitNumberedAsync(store, 3, 1);

        Assert.Equal(length, new FileInfo(segment).Length);
        Assert.NotEqual(segment, LastSegment(House));
        Assert.Null(store.Health.Notice);
        await House.CloseAllAsync();
        await AssertHoldsAsync(House, 4);
    }

    [Fact]
    public async Task A_refused_record_that_a_power_cut_brings_back_does_not_count()
    {
        var store = await House.OpenAsync();
        await CommitNumberedAsync(store, 0, 3);
        var segment = LastSegment(House);
        House.Disk.FailsToSync = true;
        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.CommitAsync([Ticket(Id(1), 1, """{"n":99}""")], Cancellation));
        var withRefusedRecord = await ReadSharedAsync(segment);
        House.Disk.FailsToSync = false;
        await ComeBackAsync(store);
        await CommitNumberedAsync(store, 3, 1);
        await House.CloseAllAsync();
        await File.WriteAllBytesAsync(segment, withRefusedRecord, Cancellation);
        House.BootId = "after the power cut";

        await AssertHoldsAsync(House, 4);
    }

    [Fact]
    public async Task A_full_disk_refuses_politely_and_the_store_resumes_without_a_restart()
    {
        var store = await House.OpenAsync();
        await CommitNumberedAsync(store, 0, 3);
        House.Disk.IsFull = true;
        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.CommitAsync([Numbered(99)], Cancellation));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.CommitAsync([Numbered(98)], Cancellation));
        Assert.Equal(Enumerable.Range(0, 3).Select(Id), await IdsAsync(store));

        House.Disk.IsFull = false;
        await ComeBackAsync(store);
        await CommitNumberedAsync(store, 3, 1);
        await House.CloseAllAsync();

        await AssertHoldsAsync(House, 4);
    }

    [Fact]
    public async Task Little_free_space_refuses_new_reports_first_and_commits_later()
    {
        var store = await House.OpenAsync();
        House.Disk.Free = 150 * Megabyte;
        House.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(store.Health is { AcceptsNewReports: false, CanCommit: true });
        await CommitNumberedAsync(store, 0, 1);

        House.Disk.Free = 40 * Megabyte;
        House.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(store.Health is { AcceptsNewReports: false, CanCommit: false, Notice: not null });
        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.CommitAsync([Numbered(99)], Cancellation));

        House.Disk.Free = 1000 * Megabyte;
        House.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(store.Health is { AcceptsNewReports: true, CanCommit: true, Notice: null });
        await CommitNumberedAsync(store, 1, 1);
    }

    [Theory]
    [InlineData((int)StoreMoment.TransactionSettled)]
    [InlineData((int)StoreMoment.DataPageWritten)]
    public async Task An_exception_in_the_middle_of_LiteDB_rebuilds_it_while_commits_go_on(int moment)
    {
        var store = await House.OpenAsync();
        await CommitNumberedAsync(store, 0, 30);
        await StoreHouse.SettleAsync(store);
        var failed = false;
        House.Witness = now =>
        {
            if ((int)now == moment && !failed)
            {
                failed = true;
                throw new InvalidOperationException("current value must fit inside defined buffer");
            }
        };

        for (var number = 30; !failed; number++)
        {
            await CommitNumberedAsync(store, number, 1, padding: 60_000);
            store.Settling.SettleNow();
        }

        await UntilAsync(() => store.Health.Notice is not null);
        await StoreHouse.SettleAsync(store);
        var ids = await IdsAsync(store);

        Assert.Equal(Enumerable.Range(0, ids.Count).Select(Id), ids);
        Assert.Contains("rebuilt because it had failed", store.Health.Notice, StringComparison.Ordinal);
        await House.CloseAllAsync();
        await AssertHoldsAsync(House, ids.Count);
    }

    [Fact]
    public async Task A_slow_disk_is_answered_with_unavailable_after_one_and_a_half_seconds()
    {
        var store = await House.OpenAsync();
        using var release = new ManualResetEventSlim();
        House.Disk.BeforeSync = release.Wait;
        var before = House.Disk.SyncsBegun;
        var first = store.CommitAsync([Numbered(0)], Cancellation);
        await UntilAsync(() => House.Disk.SyncsBegun > before);
        var second = store.CommitAsync([Numbered(1)], Cancellation);
        House.Clock.Advance(TimeSpan.FromSeconds(1.6));

        await Assert.ThrowsAsync<StoreUnavailableException>(() => first);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => second);

        House.Disk.BeforeSync = () => { };
        release.Set();
        await CommitAsync(store, Numbered(2));
        Assert.NotNull(await JsonAsync(store, Id(0)));
        Assert.Null(await JsonAsync(store, Id(1)));
    }

    [Fact]
    public async Task A_held_LiteDB_delays_no_commit_and_its_questions_are_refused_in_time()
    {
        var store = await House.OpenAsync();
        await CommitNumberedAsync(store, 0, 5);
        using var release = new ManualResetEventSlim();
        using var held = new ManualResetEventSlim();
        House.Witness = moment =>
        {
            if (moment == StoreMoment.TransactionSettled)
            {
                held.Set();
                release.Wait();
            }
        };
        store.Settling.SettleNow();
        held.Wait(Cancellation);

        var list = store.ListAsync(new IndexRange("tickets", "byDue", "", null), Cancellation);
        await CommitNumberedAsync(store, 5, 5);
        Assert.NotNull(await JsonAsync(store, Id(9)));
        House.Clock.Advance(TimeSpan.FromSeconds(1.6));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => list);

        release.Set();
        Assert.Equal(10, (await IdsAsync(store)).Count);
    }

    [Fact]
    public async Task A_hostile_id_or_key_is_refused_before_it_can_stop_the_commit_thread()
    {
        var store = await House.OpenAsync();

        foreach (var text in new[] { "", "a\0b", "\ud83d", new string('đ', 251) })
        {
            await Assert.ThrowsAsync<ArgumentException>(() => store.CommitAsync([Ticket(text, 0)], Cancellation));
            await Assert.ThrowsAsync<ArgumentException>(() => store.CommitAsync([Ticket("a", 0, due: text)], Cancellation));
        }

        Assert.True(store.Health.CanCommit);
        await CommitNumberedAsync(store, 0, 1);
    }

    [Fact]
    public async Task A_document_LiteDB_could_not_hold_is_refused_and_the_largest_allowed_one_settles()
    {
        var store = await House.OpenAsync();
        string JsonOf(int length) => $"\"{new string('x', length - 2)}\"";

        await Assert.ThrowsAsync<ArgumentException>(() => store.CommitAsync([Ticket("a", 0, JsonOf((4 << 20) + 1))], Cancellation));
        await CommitAsync(store, Ticket("a", 0, JsonOf(4 << 20)));
        await StoreHouse.SettleAsync(store);

        Assert.Equal(["a"], await IdsAsync(store));
        Assert.Null(store.Health.Notice);
    }

    [Fact]
    public async Task A_LiteDB_that_cannot_even_be_rebuilt_stops_no_commit_and_comes_back()
    {
        var store = await House.OpenAsync();
        await CommitNumberedAsync(store, 0, 3);
        House.Witness = moment =>
        {
            if (moment is StoreMoment.TransactionSettled or StoreMoment.RebuildTransactionSettled)
            {
                throw new IOException("No space left on device");
            }
        };
        store.Settling.SettleNow();
        await UntilAsync(() => store.Health.Notice is not null);
        await CommitNumberedAsync(store, 3, 3);

        House.Witness = _ => { };
        await StoreHouse.SettleAsync(store);

        Assert.Equal(Enumerable.Range(0, 6).Select(Id), await IdsAsync(store));
    }

    [Fact]
    public async Task A_question_during_the_start_waits_for_the_newest_state()
    {
        var store = await House.OpenAsync();

        for (var version = 0; version < 300; version++)
        {
            await CommitAsync(store, Ticket("a", version, $$"""{"n":{{version + 1}}}"""));
        }

        await House.CloseAllAsync();
        var again = House.OpenWithoutWaiting();
        var found = await again.FindAsync("tickets", "a", Cancellation);

        Assert.Equal(300, found!.Version);
        Assert.Equal(300, (await again.FindAsync("tickets", "a", Cancellation))!.Version);
    }

    private static async Task<byte[]> ReadSharedAsync(string path)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[file.Length];
        await file.ReadExactlyAsync(bytes, Cancellation);
        return bytes;
    }

    /// <summary>A second later the journal is opened anew, without anybody's help.</summary>
    private async Task ComeBackAsync(EmbeddedStore store)
    {
        House.Clock.Advance(TimeSpan.FromSeconds(1.1));
        await UntilAsync(() => store.Health.CanCommit);
    }
}

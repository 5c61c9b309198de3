using CommunityBot.Storage.LiteDb.Tests.Support;

namespace CommunityBot.Storage.LiteDb.Tests.Promises;

/// <summary>The process dies at the worst moments; what was acknowledged is there.</summary>
public sealed class KillTests : StoreTest
{
    [Fact]
    public async Task Killed_between_sync_and_answer_a_commit_is_whole()
    {
        var store = await House.OpenAsync();
        await CommitNumberedAsync(store, 0, 5);
        StoreHouse? copy = null;
        House.Witness = moment => copy ??= moment == StoreMoment.BatchSynced ? House.CopyAsAfterAKill() : null;
        await CommitNumberedAsync(store, 5, 1);

        await using (copy)
        {
            await AssertHoldsAsync(copy!, 6);
        }
    }

    [Fact]
    public async Task Killed_after_any_small_transaction_of_a_round_nothing_is_missing()
    {
        var copies = new List<StoreHouse>();
        var store = await House.OpenAsync();
        await CommitNumberedAsync(store, 0, 100);
        House.Witness = moment =>
        {
            if (moment == StoreMoment.TransactionSettled)
            {
                copies.Add(House.CopyAsAfterAKill());
            }
        };
        await StoreHouse.SettleAsync(store);
        await store.CloseAsync(cleanly: false);

        Assert.True(copies.Count > 3);

        foreach (var copy in copies)
        {
            await using (copy)
            {
                await AssertHoldsAsync(copy, 100);
            }
        }
    }

    [Fact]
    public async Task Killed_in_the_middle_of_a_checkpoint_nothing_is_missing()
    {
        var copies = new List<StoreHouse>();
        var pages = 0;
        var store = await House.OpenAsync();
        await CommitNumberedAsync(store, 0, 60, padding: 5000);
        await StoreHouse.SettleAsync(store);
        House.Witness = moment =>
        {
            if (moment == StoreMoment.DataPageWritten && ++pages % 12 == 1)
            {
                copies.Add(House.CopyAsAfterAKill());
            }
        };
        await store.CloseAsync(cleanly: true);

        Assert.True(copies.Count > 3);

        foreach (var copy in copies)
        {
            await using (copy)
            {
                await AssertHoldsAsync(copy, 60);
            }
        }
    }

    [Fact]
    public async Task Killed_in_the_middle_of_a_rebuild_the_next_start_rebuilds_again()
    {
        var store = await House.OpenAsync();
        await CommitNumberedAsync(store, 0, 600);
        await store.CloseAsync(cleanly: true);
        File.Delete(House.Folder.LiteDb);
        var copies = new List<StoreHouse>();
        House.Witness = moment =>
        {
            if (moment == StoreMoment.RebuildTransactionSettled)
            {
                copies.Add(House.CopyAsAfterAKill());
            }
        };
        await House.OpenAsync();

        Assert.True(copies.Count >= 2);

        foreach (var copy in copies)
        {
            await using (copy)
            {
                await AssertHoldsAsync(copy, 600);
            }
        }
    }

    [Fact]
    public async Task Killed_in_the_middle_of_a_snapshot_nothing_is_missing_and_the_next_snapshot_works()
    {
        var store = await House.OpenAsync();
        await CommitNumberedAsync(store, 0, 30);
        StoreHouse? copy = null;
        var rows = 0;
        House.Witness = moment => copy ??= moment == StoreMoment.SnapshotRowWritten && ++rows == 15 ? House.CopyAsAfterAKill() : null;
        await store.Snapshots.TakeSnapshotAsync(Cancellation);

        await using (copy)
        {
            await AssertHoldsAsync(copy!, 30);
            await copy!.CloseAllAsync();
            var again = await copy.OpenAsync();
            Assert.Equal(32, (await again.Snapshots.TakeSnapshotAsync(Cancellation)).Documents["tickets"]);
        }
    }

    [Fact]
    public async Task A_power_cut_before_the_sync_loses_only_what_nobody_was_told()
    {
        var store = await House.OpenAsync();
        await CommitNumberedAsync(store, 0, 20);
        await StoreHouse.SettleAsync(store);
        await CommitNumberedAsync(store, 20, 5);
        StoreHouse? copy = null;
        House.Disk.BeforeSync = () => copy ??= House.CopyAsAfterAPowerCut();
        await CommitNumberedAsync(store, 25, 1);

        await using (copy)
        {
            await AssertHoldsAsync(copy!, 25);
        }
    }

    [Fact]
    public async Task A_power_cut_right_after_the_answer_loses_nothing_even_when_LiteDB_is_torn()
    {
        var store = await House.OpenAsync();

        for (var number = 0; number < 12; number++)
        {
            await CommitNumberedAsync(store, number, 1);

            if (number % 4 == 0)
            {
                await StoreHouse.SettleAsync(store);
            }

            await using var copy = House.CopyAsAfterAPowerCut();
            House.Disk.Cut(copy.Folder.LiteDb, new FileInfo(copy.Folder.LiteDb).Length / 2);
            await AssertHoldsAsync(copy, number + 1);
        }
    }
}

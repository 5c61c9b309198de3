using CommunityBot.Storage.LiteDb.Tests.Support;
using CommunityBot.Storage.LiteDb.Upkeep;

namespace CommunityBot.Storage.LiteDb.Tests.Promises;

/// <summary>The nightly copy holds everything, replaces the journal, and brings the store back.</summary>
public sealed class SnapshotTests : StoreTest
{
    [Fact]
    public async Task A_snapshot_replaces_the_journal_and_a_rebuild_starts_from_it()
    {
        var store = await House.OpenAsync();
        await CommitNumberedAsync(store, 0, 40);
        await CommitAsync(store, StoreHouse.Villager("v", 0));
        await CommitAsync(store, new DocumentWrite("tickets", Id(39), 1, null, []));

        var contents = await store.Snapshots.TakeSnapshotAsync(Cancellation);

        Assert.Equal((39L, 1L), (contents.Documents["tickets"], contents.Documents["villagers"]));
        Assert.Equal(0, new FileInfo(Assert.Single(Directory.GetFiles(House.Folder.Journal))).Length);

        await CommitNumberedAsync(store, 39, 1);
        await House.CloseAllAsync();
        House.BootId = "after the power cut";
        await AssertHoldsAsync(House, 40);
    }

    [Fact]
    public async Task Each_snapshot_goes_on_from_the_one_before()
    {
        var store = await House.OpenAsync();
        await CommitNumberedAsync(store, 0, 10);
        await store.Snapshots.TakeSnapshotAsync(Cancellation);
        await CommitAsync(store, Ticket(Id(3), 1, """{"n":3,"changed":true}"""), new DocumentWrite("tickets", Id(9), 1, null, []));
        await CommitNumberedAsync(store, 10, 1);

        var contents = await store.Snapshots.TakeSnapshotAsync(Cancellation);

        Assert.Equal(10, contents.Documents["tickets"]);
        Assert.Single(Directory.GetFiles(House.Folder.Snapshots));
        await store.CloseAsync(cleanly: true);
        File.Delete(House.Folder.LiteDb);
        var again = await House.OpenAsync();
        Assert.Equal("""{"n":3,"changed":true}""", await JsonAsync(again, Id(3)));
        Assert.Equal(2, (await again.FindAsync("tickets", Id(3), Cancellation))!.Version);
        Assert.Null(await JsonAsync(again, Id(9)));
    }

    [Fact]
    public async Task Commits_go_on_while_a_snapshot_is_taken()
    {
        var store = await House.OpenAsync();
        await CommitNumberedAsync(store, 0, 100);
        var snapshots = Task.Run(async () =>
        {
            for (var turn = 0; turn < 3; turn++)
            {
                await store.Snapshots.TakeSnapshotAsync(Cancellation);
            }
        });
        var count = 100;

        while (!snapshots.IsCompleted && count < 3_000)
        {
            await CommitNumberedAsync(store, count++, 1);
        }

        await snapshots;
        Assert.Null(store.Health.Notice);
        await House.CloseAllAsync();
        House.BootId = "after the power cut";
        await AssertHoldsAsync(House, count);
    }

    [Fact]
    public async Task A_snapshot_that_loads_differently_does_not_count()
    {
        var store = await House.OpenAsync();
        await CommitNumberedAsync(store, 0, 20);
        var damaged = false;
        House.Witness = moment =>
        {
            if (moment == StoreMoment.SnapshotRowWritten && !damaged)
            {
                damaged = true;
                Damage(Directory.GetFiles(House.Folder.Journal).Order().First());
            }
        };

        await Assert.ThrowsAsync<InvalidDataException>(() => store.Snapshots.TakeSnapshotAsync(Cancellation));

        Assert.Empty(SnapshotFile.In(House.Folder.Snapshots));
    }

    [Fact]
    public async Task Journal_and_snapshots_are_kept_as_long_as_the_setting_says()
    {
        House.Options.KeepJournalDays = 3;
        var store = await House.OpenAsync();

        foreach (var day in Enumerable.Range(0, 6))
        {
            await CommitNumberedAsync(store, day * 5, 5);
            await store.Snapshots.TakeSnapshotAsync(Cancellation);
            House.Clock.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal([15L, 20L, 25L, 30L], SnapshotFile.In(House.Folder.Snapshots).Select(snapshot => snapshot.UpTo));
        Assert.Equal("0000000000000016.journal", Path.GetFileName(Directory.GetFiles(House.Folder.Journal).Order().First()));
    }

    private static void Damage(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        var text = System.Text.Encoding.UTF8.GetString(bytes);
        var at = text.LastIndexOf("\"words\"", StringComparison.Ordinal);
        file.Position = file.Length - (text.Length - at);
        file.Write("{words}"u8);
    }
}

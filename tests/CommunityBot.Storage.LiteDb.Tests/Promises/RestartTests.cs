using System.Text;
using CommunityBot.Storage.LiteDb.Tests.Support;
using static CommunityBot.Storage.LiteDb.Tests.Support.StoreHouse;

namespace CommunityBot.Storage.LiteDb.Tests.Promises;

/// <summary>What was answered "done" is there after every kind of end.</summary>
public sealed class RestartTests : IAsyncLifetime
{
    private readonly StoreHouse house = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_clean_close_and_a_killed_process_keep_everything_without_a_rebuild(bool cleanly)
    {
        var store = await house.OpenAsync();
        await store.CommitAsync([Ticket("settled", 0, due: "1")], Cancellation);
        await SettleAsync(store);
        await store.CommitAsync([Ticket("unsettled", 0, due: "2"), Ticket("settled", 1, """{"n":2}""", due: "3")], Cancellation);
        await store.CloseAsync(cleanly);

        var again = await house.OpenAsync();

        Assert.Equal(["unsettled", "settled"], await IdsAsync(again));
        Assert.Equal("""{"n":2}""", await JsonAsync(again, "settled"));
        Assert.Null(again.Health.Notice);
    }

    [Fact]
    public async Task After_a_restart_of_the_machine_LiteDB_is_rebuilt_and_the_operator_is_told()
    {
        var store = await house.OpenAsync();
        await store.CommitAsync([Ticket("a", 0, due: "1")], Cancellation);
        await SettleAsync(store);
        await store.CommitAsync([Ticket("b", 0, due: "2")], Cancellation);
        await store.CloseAsync(cleanly: false);
        house.BootId = "second start of the machine";

        var again = await house.OpenAsync();

        Assert.Equal(["a", "b"], await IdsAsync(again));
        Assert.Contains("rebuilt after an unclean stop", again.Health.Notice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_clean_close_a_restart_of_the_machine_needs_no_rebuild()
    {
        var store = await house.OpenAsync();
        await store.CommitAsync([Ticket("a", 0, due: "1")], Cancellation);
        await store.CloseAsync(cleanly: true);
        house.BootId = "second start of the machine";

        var again = await house.OpenAsync();

        Assert.Equal(["a"], await IdsAsync(again));
        Assert.Null(again.Health.Notice);
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("empty")]
    [InlineData("cut")]
    public async Task A_damaged_LiteDB_file_is_set_aside_and_rebuilt(string damage)
    {
        var store = await house.OpenAsync();

        for (var number = 0; number < 50; number++)
        {
            await store.CommitAsync([Ticket($"t{number:D2}", 0, due: $"{number:D2}")], Cancellation);
        }

        await store.CloseAsync(cleanly: true);
        Damage(house.Folder.LiteDb, damage);

        var again = await house.OpenAsync();

        Assert.Equal(50, (await IdsAsync(again)).Count);
        Assert.NotNull(again.Health.Notice);
        Assert.True(File.Exists(house.Folder.LiteDb + ".aside"));
    }

    [Fact]
    public async Task Versions_go_on_after_a_restart()
    {
        var store = await house.OpenAsync();
        await store.CommitAsync([Ticket("a", 0)], Cancellation);
        await store.CommitAsync([Ticket("a", 1)], Cancellation);
        await store.CloseAsync(cleanly: false);

        var again = await house.OpenAsync();

        Assert.Equal(CommitOutcome.LostRace, await again.CommitAsync([Ticket("a", 0)], Cancellation));
        Assert.Equal(CommitOutcome.LostRace, await again.CommitAsync([Ticket("a", 1)], Cancellation));
        Assert.Equal(CommitOutcome.Done, await again.CommitAsync([Ticket("a", 2)], Cancellation));
    }

    [Fact]
    public async Task Two_hosts_cannot_use_one_folder_and_the_second_is_told_what_to_do()
    {
        await house.OpenAsync();

        var trouble = Assert.Throws<InvalidOperationException>(() => house.OpenWithoutWaiting());

        Assert.Contains("Another CommunityBot is using the data folder", trouble.Message, StringComparison.Ordinal);
    }

    private static void Damage(string file, string how)
    {
        var length = (int)new FileInfo(file).Length;

        switch (how)
        {
            case "garbage": File.WriteAllBytes(file, [.. Enumerable.Range(0, length).Select(at => (byte)(at * 31))]); break;
            case "empty": File.WriteAllBytes(file, []); break;
            default: File.WriteAllBytes(file, File.ReadAllBytes(file)[..(length / 2)]); break;
        }
    }

    private static async Task<List<string>> IdsAsync(EmbeddedStore store) =>
        [.. (await store.ListAsync(new IndexRange("tickets", "byDue", "", null), Cancellation)).Select(document => document.Id)];

    private static async Task<string> JsonAsync(EmbeddedStore store, string id) =>
        Encoding.UTF8.GetString((await store.FindAsync("tickets", id, Cancellation))!.Json.Span);
}

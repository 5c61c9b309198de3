using CommunityBot.Storage.LiteDb.Tests.Support;

namespace CommunityBot.Storage.LiteDb.Tests.Promises;

/// <summary>A record that was not written completely is cut off, and nothing before it is harmed.</summary>
public sealed class TornTailTests : StoreTest
{
    [Fact]
    public async Task A_journal_cut_at_any_byte_of_its_last_record_keeps_all_records_before()
    {
        var store = await House.OpenAsync();
        await CommitNumberedAsync(store, 0, 3);
        var before = new FileInfo(LastSegment(House)).Length;
        await CommitNumberedAsync(store, 3, 1);
        var whole = new FileInfo(LastSegment(House)).Length;

        for (var length = before; length < whole; length++)
        {
            await using var copy = House.CopyAsAfterAKill();
            House.Disk.Cut(LastSegment(copy), length);
            await AssertHoldsAsync(copy, 3);
        }
    }

    [Fact]
    public async Task A_flipped_byte_anywhere_in_the_last_record_keeps_all_records_before()
    {
        var store = await House.OpenAsync();
        await CommitNumberedAsync(store, 0, 3);
        var before = new FileInfo(LastSegment(House)).Length;
        await CommitNumberedAsync(store, 3, 1);
        var whole = new FileInfo(LastSegment(House)).Length;

        for (var at = before; at < whole; at += 3)
        {
            await using var copy = House.CopyAsAfterAKill();
            var bytes = await File.ReadAllBytesAsync(LastSegment(copy), Cancellation);
            bytes[at] ^= 0x41;
            await File.WriteAllBytesAsync(LastSegment(copy), bytes, Cancellation);
            await AssertHoldsAsync(copy, 3);
        }
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(8, 0)]
    [InlineData(5000, 0)]
    [InlineData(3, 0x7F)]
    [InlineData(4096, 0xFF)]
    public async Task Zeros_and_garbage_behind_the_last_record_are_cut_off(int length, byte value)
    {
        var store = await House.OpenAsync();
        await CommitNumberedAsync(store, 0, 4);
        await using var copy = House.CopyAsAfterAKill();
        await File.AppendAllBytesAsync(LastSegment(copy), [.. Enumerable.Repeat(value, length)], Cancellation);

        await AssertHoldsAsync(copy, 4);
    }

    [Fact]
    public async Task A_journal_that_lost_what_LiteDB_has_settled_loses_nothing()
    {
        var store = await House.OpenAsync();
        await CommitNumberedAsync(store, 0, 5);
        await store.CloseAsync(cleanly: true);
        House.Disk.Cut(LastSegment(House), new FileInfo(LastSegment(House)).Length / 2);

        await AssertHoldsAsync(House, 5);
        await House.CloseAllAsync();
        File.Delete(House.Folder.LiteDb);
        var rebuilt = await House.OpenAsync();

        Assert.Equal(7, (await IdsAsync(rebuilt)).Count);
    }

    [Fact]
    public async Task A_missing_journal_file_stops_the_start_with_a_sentence()
    {
        var store = await House.OpenAsync();
        await CommitNumberedAsync(store, 0, 3);
        await store.CloseAsync(cleanly: true);
        store = await House.OpenAsync();
        await CommitNumberedAsync(store, 3, 2);
        await store.CloseAsync(cleanly: true);
        File.Delete(Directory.GetFiles(House.Folder.Journal).Order().First());
        File.Delete(House.Folder.LiteDb);

        var trouble = await Assert.ThrowsAsync<InvalidDataException>(House.OpenAsync);

        Assert.Contains("lacks the commits 1 to 3", trouble.Message, StringComparison.Ordinal);
    }
}

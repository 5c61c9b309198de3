using System.Text;
using CommunityBot.Storage.LiteDb.Tests.Support;
using CommunityBot.Storage.LiteDb.Upkeep;

namespace CommunityBot.Storage.LiteDb.Tests.Promises;

/// <summary>Backup, restore and verify, and that the erased stay erased.</summary>
public sealed class MaintenanceTests : StoreTest
{
    private readonly string elsewhere = Directory.CreateTempSubdirectory("communitybot-backup-").FullName;

    private StoreMaintenance Maintenance => new(House.Options, House.Disk, House.Clock);

    private string Backup => Path.Combine(elsewhere, "backup");

    private string Restored => Path.Combine(elsewhere, "restored");

    [Fact]
    public async Task A_backup_beside_the_running_host_restores_to_the_same_store()
    {
        var store = await House.OpenAsync();
        await CommitNumberedAsync(store, 0, 20);
        await store.Snapshots.TakeSnapshotAsync(Cancellation);
        await CommitNumberedAsync(store, 20, 5);
        await CommitAsync(store, Ticket(Id(0), 1, """{"n":0,"changed":true}"""));

        var backup = await Maintenance.BackupAsync(Backup, Cancellation);
        var restored = await Maintenance.RestoreAsync(Backup, Restored, null, Cancellation);

        Assert.Empty(backup.Problems);
        Assert.Equal((26L, 25L), (backup.LastCommit, backup.Documents["tickets"]));
        Assert.Equal(25, restored.Documents["tickets"]);
        await using var again = new StoreHouse(Restored);
        await AssertHoldsAsync(again, 25);
    }

    [Fact]
    public async Task A_second_backup_into_the_same_folder_brings_it_up_to_date()
    {
        var store = await House.OpenAsync();
        await CommitNumberedAsync(store, 0, 3);
        await Maintenance.BackupAsync(Backup, Cancellation);
        await CommitNumberedAsync(store, 3, 3);
        await store.Snapshots.TakeSnapshotAsync(Cancellation);
        await CommitNumberedAsync(store, 6, 3);

        var second = await Maintenance.BackupAsync(Backup, Cancellation);

        Assert.Empty(second.Problems);
        Assert.Equal(9, second.Documents["tickets"]);
    }

    [Fact]
    public async Task Photos_travel_with_the_backup()
    {
        await House.OpenAsync();
        var photo = Path.Combine(House.Options.Path, "photos", "ab", "abcd.jpg");
        new DurableFile(House.Disk).CreateFolder(Path.GetDirectoryName(photo)!);
        new DurableFile(House.Disk).Write(photo, "a picture"u8);

        await Maintenance.BackupAsync(Backup, Cancellation);
        await Maintenance.RestoreAsync(Backup, Restored, null, Cancellation);

        Assert.Equal("a picture", await File.ReadAllTextAsync(Path.Combine(Restored, "photos", "ab", "abcd.jpg"), Cancellation));
    }

    [Fact]
    public async Task A_person_erased_after_the_backup_stays_erased_in_the_restored_store()
    {
        var store = await House.OpenAsync();
        await CommitAsync(store, StoreHouse.Villager("bà Lường", 0, """{"name":"bà Lường"}"""), StoreHouse.Villager("ông Triệu", 0));
        await Maintenance.BackupAsync(Backup, Cancellation);
        await CommitAsync(store, new DocumentWrite("villagers", "bà Lường", 1, null, []));
        await store.Erased.MarkErasedAsync("villagers", "bà Lường", Cancellation);
        await House.CloseAllAsync();
        Directory.Delete(House.Options.Path, recursive: true);
        Directory.CreateDirectory(House.Options.Path);

        var restored = await Maintenance.RestoreAsync(Backup, Restored, null, Cancellation);

        Assert.Equal(1, restored.Documents["villagers"]);
        var words = string.Concat(Directory.EnumerateFiles(Restored, "*", SearchOption.AllDirectories).Select(File.ReadAllText));
        Assert.DoesNotContain("Lường", words, StringComparison.Ordinal);
        Assert.DoesNotContain("L\\u01B0", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_who_comes_back_after_being_erased_is_kept()
    {
        var store = await House.OpenAsync();
        await CommitAsync(store, StoreHouse.Villager("v", 0));
        await CommitAsync(store, new DocumentWrite("villagers", "v", 1, null, []));
        await store.Erased.MarkErasedAsync("villagers", "v", Cancellation);
        await CommitAsync(store, StoreHouse.Villager("v", 0, """{"back":true}"""));
        await Maintenance.BackupAsync(Backup, Cancellation);

        var restored = await Maintenance.RestoreAsync(Backup, Restored, null, Cancellation);

        Assert.Equal(1, restored.Documents["villagers"]);
    }

    [Fact]
    public async Task After_the_nightly_snapshot_no_file_of_the_store_contains_the_erased_words()
    {
        var store = await House.OpenAsync();
        await CommitAsync(store, StoreHouse.Villager("v", 0, """{"name":"Hoang Thi Luong"}"""));
        await StoreHouse.SettleAsync(store);
        await CommitAsync(store, new DocumentWrite("villagers", "v", 1, null, []));
        await store.Snapshots.TakeSnapshotAsync(Cancellation);

        var files = Directory.EnumerateFiles(House.Folder.Journal).Concat(Directory.EnumerateFiles(House.Folder.Snapshots));
        Assert.DoesNotContain("Hoang Thi Luong", string.Concat(files.Select(ReadShared)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_restore_to_a_point_in_time_leaves_out_what_came_later()
    {
        var store = await House.OpenAsync();
        await CommitNumberedAsync(store, 0, 3);
        var then = House.Clock.GetUtcNow();
        House.Clock.Advance(TimeSpan.FromHours(1));
        await CommitNumberedAsync(store, 3, 3);
        await Maintenance.BackupAsync(Backup, Cancellation);

        var restored = await Maintenance.RestoreAsync(Backup, Restored, then, Cancellation);

        Assert.Equal(3, restored.Documents["tickets"]);
    }

    [Fact]
    public async Task Restoring_into_a_folder_in_use_is_refused()
    {
        var store = await House.OpenAsync();
        await CommitNumberedAsync(store, 0, 1);
        await Maintenance.BackupAsync(Backup, Cancellation);

        var trouble = await Assert.ThrowsAsync<InvalidOperationException>(() => Maintenance.RestoreAsync(Backup, House.Options.Path, null, Cancellation));

        Assert.Contains("is not empty", trouble.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_finds_a_damaged_snapshot_and_a_folder_without_a_store()
    {
        var store = await House.OpenAsync();
        await CommitNumberedAsync(store, 0, 20);
        await store.Snapshots.TakeSnapshotAsync(Cancellation);
        Assert.Empty((await Maintenance.VerifyAsync(House.Options.Path, Cancellation)).Problems);

        var snapshot = Directory.GetFiles(House.Folder.Snapshots).Single();
        var bytes = await File.ReadAllBytesAsync(snapshot, Cancellation);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(snapshot, bytes, Cancellation);

        Assert.Single((await Maintenance.VerifyAsync(House.Options.Path, Cancellation)).Problems);
        Assert.Single((await Maintenance.VerifyAsync(elsewhere, Cancellation)).Problems);
    }

    private static string ReadShared(string path)
    {
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite), Encoding.UTF8);
        return reader.ReadToEnd();
    }
}

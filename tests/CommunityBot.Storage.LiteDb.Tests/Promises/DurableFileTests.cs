using System.Text;
using CommunityBot.Storage.LiteDb.Tests.Support;

namespace CommunityBot.Storage.LiteDb.Tests.Promises;

/// <summary>A file is there completely or not at all.</summary>
public sealed class DurableFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("communitybot-file-").FullName;
    private readonly TestDisk disk = new();

    [Fact]
    public void A_written_file_survives_a_power_cut_under_its_name()
    {
        new DurableFile(disk).Write(Path.Combine(folder, "photo.jpg"), "picture"u8);

        disk.CutPower(folder, folder);

        Assert.Equal("picture", File.ReadAllText(Path.Combine(folder, "photo.jpg")));
        Assert.Single(Directory.GetFiles(folder));
    }

    [Fact]
    public void A_write_that_fails_leaves_the_old_file_as_it_was()
    {
        var path = Path.Combine(folder, "list");
        var file = new DurableFile(disk);
        file.Write(path, "old"u8);
        disk.FailsToSync = true;

        Assert.Throws<IOException>(() => file.Write(path, "new"u8));

        Assert.Equal("old", File.ReadAllText(path));
    }

    [Fact]
    public void Many_may_write_the_same_photo_at_once()
    {
        var path = Path.Combine(folder, "photo.jpg");
        var content = Encoding.UTF8.GetBytes(new string('x', 100_000));

        Parallel.For(0, 16, _ => new DurableFile(disk).Write(path, content));

        Assert.Equal(content, File.ReadAllBytes(path));
        Assert.Single(Directory.GetFiles(folder));
    }

    [Fact]
    public void The_real_disk_syncs_files_and_folders()
    {
        var file = new DurableFile(new LocalDisk());
        var path = Path.Combine(folder, "a", "b", "photo.jpg");
        file.CreateFolder(Path.GetDirectoryName(path)!);
        file.Write(path, target =>
        {
            target.Append("one "u8);
            target.Append("two"u8);
        });

        Assert.Equal("one two", File.ReadAllText(path));
        Assert.True(new LocalDisk().FreeBytes(folder) > 0);
        Assert.Throws<IOException>(() => new LocalDisk().SyncFolder(Path.Combine(folder, "nowhere")));
        file.Delete(path);
        Assert.False(File.Exists(path));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}

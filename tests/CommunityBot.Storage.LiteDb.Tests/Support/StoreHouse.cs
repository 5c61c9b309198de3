using System.Text;
using CommunityBot.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace CommunityBot.Storage.LiteDb.Tests.Support;

/// <summary>A data folder of its own and everything a test may want to go wrong around it.</summary>
internal sealed class StoreHouse : IAsyncDisposable
{
    public static readonly CollectionDefinition[] Definitions =
    [
        new("tickets", ["byDue", "byStatus"]),
        new("villagers", []),
    ];

    private readonly List<EmbeddedStore> opened = [];

    public StoreHouse()
        : this(Directory.CreateTempSubdirectory("communitybot-store-").FullName)
    {
    }

    public StoreHouse(string folder) => Options = new StoreOptions { Path = folder, CacheMegabytes = 4 };

    public StoreOptions Options { get; }

    public StoreFolder Folder => new(Options.Path);

    public TestDisk Disk { get; } = new();

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));

    public string BootId { get; set; } = "first start of the machine";

    /// <summary>What happens at a chosen moment, on the thread where it happens.</summary>
    public Action<StoreMoment> Witness { get; set; } = _ => { };

    public static DocumentWrite Ticket(string id, long? expected, string json = """{"n":1}""", string? due = null) =>
        new("tickets", id, expected, Encoding.UTF8.GetBytes(json), due is null ? [] : [new IndexKey("byDue", due)]);

    public static DocumentWrite Villager(string id, long? expected, string json = """{"n":1}""") =>
        new("villagers", id, expected, Encoding.UTF8.GetBytes(json), []);

    public EmbeddedStore OpenWithoutWaiting()
    {
        var seams = new StoreSeams(Disk, Clock, () => BootId, moment => Witness(moment));
        var store = EmbeddedStore.Open(Options, Definitions, seams, NullLogger.Instance);
        opened.Add(store);
        return store;
    }

    public async Task<EmbeddedStore> OpenAsync()
    {
        var store = OpenWithoutWaiting();
        await store.Ready.WaitAsync(TimeSpan.FromSeconds(30));
        return store;
    }

    /// <summary>The files as they are now: what a killed process leaves behind.</summary>
    public StoreHouse CopyAsAfterAKill()
    {
        var copy = new StoreHouse { BootId = BootId };
        CopyFolder(Options.Path, copy.Options.Path);
        return copy;
    }

    /// <summary>The files as they are now, minus what was never synced; the machine starts again.</summary>
    public StoreHouse CopyAsAfterAPowerCut()
    {
        var copy = CopyAsAfterAKill();
        Disk.CutPower(Options.Path, copy.Options.Path);
        copy.BootId = "after the power cut";
        return copy;
    }

    /// <summary>Settles until nothing is left in memory alone.</summary>
    public static async Task SettleAsync(EmbeddedStore store)
    {
        while (store.Recent.UnsettledCount > 0)
        {
            store.Settling.SettleNow();
            await Task.Yield();
        }
    }

    /// <summary>As if every process died.</summary>
    public async Task CloseAllAsync()
    {
        foreach (var store in opened)
        {
            await store.CloseAsync(cleanly: false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAllAsync();
        Directory.Delete(Options.Path, recursive: true);
    }

    private static void CopyFolder(string from, string to)
    {
        foreach (var folder in Directory.EnumerateDirectories(from))
        {
            CopyFolder(folder, Directory.CreateDirectory(Path.Combine(to, Path.GetFileName(folder))).FullName);
        }

        foreach (var file in Directory.EnumerateFiles(from).Where(file => Path.GetFileName(file) != "store.lock"))
        {
            using var source = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var target = File.Create(Path.Combine(to, Path.GetFileName(file)));
            source.CopyTo(target);
        }
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Text;
using CommunityBot.Storage;
using CommunityBot.Storage.LiteDb;
using Microsoft.Extensions.Logging.Abstractions;

namespace CommunityBot.Benchmarks;

/// <summary>
/// How fast an "open ticket" becomes durable: a ticket of 1.5 kB, its conversation (read before, changed against its version) and one outgoing message,
/// together about 2.6 kB of documents and a journal record of 3 kB.
/// </summary>
internal sealed class Commits : IAsyncDisposable
{
    private const int Callers = 64;
    private const int BurstCommits = 50_000;
    private const int Villagers = 4_000;

    private static readonly CollectionDefinition[] Definitions =
    [
        new("tickets", ["new", "byReporter", "byCommune"]),
        new("conversations", []),
        new("outbox", ["open", "trouble"]),
    ];

    private static readonly string Words = new('v', 900);

    private readonly string folder;
    private readonly EmbeddedStore store;
    private int lastTicket;

    private Commits(string folder)
    {
        this.folder = folder;
        store = Open(folder);
    }

    /// <param name="arguments">Nothing for all, or the names of the parts to run: alike, single, burst, sustained.</param>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var wanted = arguments.Length == 0 ? ["alike", "single", "burst", "sustained"] : arguments;
        var folder = Path.GetFullPath("commits.benchmark");
        await WarmUpAsync(folder);
        Clear(folder);

        await using (var commits = new Commits(folder))
        {
            await commits.store.Ready;

            foreach (var part in wanted)
            {
                await commits.RunAsync(part);
            }
        }

        await MeasureStartAsync(folder, "start");
        File.Delete(Path.Combine(folder, "store.litedb"));
        await MeasureStartAsync(folder, "rebuild");
        Clear(folder);
        return 0;
    }

    public async ValueTask DisposeAsync()
    {
        var watch = Stopwatch.StartNew();
        await store.DisposeAsync();
        Print("close", $"{watch.ElapsedMilliseconds} ms, LiteDB file {new FileInfo(Path.Combine(folder, "store.litedb")).Length >> 20} MB");
    }

    private static async Task MeasureStartAsync(string folder, string name)
    {
        var watch = Stopwatch.StartNew();
        await using var store = Open(folder);
        await store.Ready;
        Print(name, $"{watch.ElapsedMilliseconds} ms until everything can be found");
    }

    private static EmbeddedStore Open(string folder) => EmbeddedStore.Open(
        new StoreOptions { Path = folder }, Definitions, StoreSeams.Real(new LocalDisk(), TimeProvider.System), NullLogger.Instance);

    private Task RunAsync(string part) => part switch
    {
        "alike" => AlikeAsync(),
        "single" => SingleAsync("single"),
        "burst" => BurstAsync(),
        "sustained" => SustainedAsync(),
        _ => throw new ArgumentException($"There is no part {part}: alike, single, burst, sustained."),
    };

    /// <summary>In a store of its own: what is measured is compiled, and the measured store begins empty.</summary>
    private static async Task WarmUpAsync(string folder)
    {
        Clear(folder);
        await using var commits = new Commits(folder);
        await commits.store.Ready;

        for (var burst = 0; burst < 3; burst++)
        {
            await commits.InParallelAsync(Callers, BurstCommits, null);
            await commits.WaitUntilSettledAsync();
        }
    }

    private async Task SingleAsync(string name)
    {
        var times = new long[2_000];
        var syncs = store.Meter.SyncCount;

        for (var at = 0; at < times.Length; at++)
        {
            var began = Stopwatch.GetTimestamp();
            await OpenTicketAsync();
            times[at] = Stopwatch.GetTimestamp() - began;
        }

        Print(name, $"{Percentiles(times)}, {(double)(store.Meter.SyncCount - syncs) / times.Length:F2} syncs each");
        await WaitUntilSettledAsync();
    }

    private async Task BurstAsync()
    {
        for (var round = 0; round < 3; round++)
        {
            var times = new long[BurstCommits];
            var syncs = store.Meter.SyncCount;
            var cpu = Process.GetCurrentProcess().TotalProcessorTime;
            var watch = Stopwatch.StartNew();
            await InParallelAsync(Callers, BurstCommits, times);
            var seconds = watch.Elapsed.TotalSeconds;
            var burned = Process.GetCurrentProcess().TotalProcessorTime - cpu;
            Print("burst", $"{BurstCommits / seconds:F0} commits/s, {Percentiles(times)}, {(double)(store.Meter.SyncCount - syncs) / BurstCommits:F3} syncs each, {burned.TotalMicroseconds / BurstCommits:F0} µs CPU each");
            await WaitUntilSettledAsync();
        }
    }

    /// <summary>5,000 and a few more a second for a minute; what is left unsettled at the end must be gone at once.</summary>
    private async Task SustainedAsync()
    {
        const int perTick = 53;
        const int ticks = 6_000;
        var times = new long[perTick * ticks];
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        var most = 0L;
        var running = new List<Task>();

        for (var tick = 0; tick < ticks; tick++)
        {
            while (watch.Elapsed.TotalMilliseconds < tick * 10)
            {
                await Task.Delay(1);
            }

            for (var one = 0; one < perTick; one++)
            {
                running.Add(TimedAsync(times, (tick * perTick) + one));
            }

            most = Math.Max(most, store.Recent.UnsettledBytes);

            if (tick % 100 == 99)
            {
                await Task.WhenAll(running);
                running.Clear();
            }
        }

        await Task.WhenAll(running);
        var seconds = watch.Elapsed.TotalSeconds;
        var left = store.Recent.UnsettledCount;
        var settled = await WaitUntilSettledAsync();
        var burned = Process.GetCurrentProcess().TotalProcessorTime - cpu;
        Print("sustained", $"{times.Length / seconds:F0} commits/s for {seconds:F0} s, {Percentiles(times)}, at most {most >> 20} MB unsettled, {left} documents left, settled {settled} ms later, {burned.TotalMicroseconds / times.Length:F0} µs CPU each, settling included");
    }

    /// <summary>The same questions to a store of 1,000 tickets and to one of 100,000.</summary>
    private async Task AlikeAsync()
    {
        foreach (var tickets in (int[])[1_000, 100_000])
        {
            while (lastTicket < tickets)
            {
                await InParallelAsync(Callers, Math.Min(5_000, tickets - lastTicket), null);
                await WaitUntilSettledAsync();
            }

            Print("alike", $"{lastTicket} tickets in the store");
            await SingleAsync("one by one");
            await ListAsync();
        }
    }

    private async Task ListAsync()
    {
        var times = new long[500];

        for (var at = 0; at < times.Length; at++)
        {
            var began = Stopwatch.GetTimestamp();
            await store.ListAsync(new IndexRange("tickets", "byCommune", $"{at % 37:D5}|New|", null, 50, Descending: false), CancellationToken.None);
            times[at] = Stopwatch.GetTimestamp() - began;
        }

        Print("list of 50", Percentiles(times));
    }

    private async Task InParallelAsync(int callers, int commits, long[]? times)
    {
        var next = -1;

        async Task CallAsync()
        {
            while (Interlocked.Increment(ref next) is var mine && mine < commits)
            {
                await (times is null ? OpenTicketAsync() : TimedAsync(times, mine));
            }
        }

        await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(CallAsync)));
    }

    private async Task TimedAsync(long[] times, int at)
    {
        var began = Stopwatch.GetTimestamp();
        await OpenTicketAsync();
        times[at] = Stopwatch.GetTimestamp() - began;
    }

    /// <summary>The conversation is read as a turn would read it; a race with another caller of the same villager is run again.</summary>
    private async Task OpenTicketAsync()
    {
        var number = Interlocked.Increment(ref lastTicket);
        var who = string.Create(CultureInfo.InvariantCulture, $"telegram:{number % Villagers}");
        var key = number.ToString("D19", CultureInfo.InvariantCulture);
        var code = string.Create(CultureInfo.InvariantCulture, $"{(uint)number * 2654435761u:X8}{number % 7}");
        var ticket = Encoding.UTF8.GetBytes($$"""{"v":1,"code":"{{code}}","status":"New","words":"{{Words}}","timeline":"{{Words.AsSpan(0, 500)}}"}""");
        var reply = Encoding.UTF8.GetBytes($$"""{"v":1,"to":"{{who}}","state":"Queued","text":"{{Words.AsSpan(0, 320)}}"}""");
        var turn = Encoding.UTF8.GetBytes($$"""{"v":1,"id":"{{who}}","step":"done","marks":"{{Words.AsSpan(0, 500)}}"}""");

        while (true)
        {
            var conversation = await store.FindAsync("conversations", who, CancellationToken.None);
            var outcome = await store.CommitAsync(
                [
                    new("tickets", code, 0, ticket, [new("new", key), new("byReporter", $"{who}|{key}"), new("byCommune", $"{number % 37:D5}|New|{key}")]),
                    new("conversations", who, conversation?.Version ?? 0, turn, []),
                    new("outbox", key, 0, reply, [new("open", key)]),
                ],
                CancellationToken.None);

            if (outcome == CommitOutcome.Done)
            {
                return;
            }
        }
    }

    private async Task<long> WaitUntilSettledAsync()
    {
        var watch = Stopwatch.StartNew();

        while (store.Recent.UnsettledCount > 0)
        {
            await Task.Delay(5);
        }

        return watch.ElapsedMilliseconds;
    }

    private static string Percentiles(long[] times)
    {
        Array.Sort(times);
        double At(double share) => times[(int)(times.Length * share)] * 1000.0 / Stopwatch.Frequency;
        return string.Create(CultureInfo.InvariantCulture, $"median {At(0.5):F2} ms, p99 {At(0.99):F2} ms, max {At(0.9999):F1} ms");
    }

    private static void Print(string part, string figures) =>
        Console.WriteLine($"{part,-10} {figures}, RSS {Environment.WorkingSet >> 20} MB");

    private static void Clear(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}

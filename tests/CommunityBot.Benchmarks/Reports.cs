using System.Diagnostics;
using System.Globalization;
using CommunityBot.TestKit;
using CommunityBot.TestKit.Telegram;

namespace CommunityBot.Benchmarks;

/// <summary>
/// The full report conversation through the real webhook of a host process, against the fake Bot API, on disk, limits off:
/// reports a second, CPU of the host per update (settling included), the time until the answer arrives, memory.
/// </summary>
internal static class Reports
{
    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(10);

    public static async Task<int> RunAsync(string[] arguments)
    {
        var villagers = arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 32;
        var seconds = arguments.Length > 1 ? int.Parse(arguments[1], CultureInfo.InvariantCulture) : 30;
        var folder = Directory.CreateTempSubdirectory("communitybot-bench-").FullName;
        await using var telegram = await FakeTelegram.StartAsync();
        await using var host = new ChildHost(telegram, folder);
        await host.StartAsync();

        using var tempo = new AnswerTimes(telegram);
        await ReportForAsync(telegram, tempo, villagers, Warm, firstPerson: 1_000_000);
        tempo.Clear();
        var cpu = host.Cpu;
        var watch = Stopwatch.StartNew();
        var reports = await ReportForAsync(telegram, tempo, villagers, TimeSpan.FromSeconds(seconds), firstPerson: 50_000_000);
        var wall = watch.Elapsed;

        // What settles in the background belongs to the updates that caused it.
        await Task.Delay(TimeSpan.FromSeconds(2));
        var used = host.Cpu - cpu;
        var updates = tempo.Count;

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"villagers at once   {villagers}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"reports/s           {reports / wall.TotalSeconds:0}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"updates/s           {updates / wall.TotalSeconds:0}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"CPU µs per update   {used.TotalMicroseconds / updates:0}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"answer p50 ms       {tempo.Percentile(0.50):0.0}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"answer p99 ms       {tempo.Percentile(0.99):0.0}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"RSS MB              {host.ResidentBytes / 1_048_576.0:0}"));
        await host.KillAsync();
        Directory.Delete(folder, recursive: true);
        return 0;
    }

    private static async Task<int> ReportForAsync(FakeTelegram telegram, AnswerTimes tempo, int villagers, TimeSpan time, long firstPerson)
    {
        var until = Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency);
        var counts = await Task.WhenAll(Enumerable.Range(0, villagers).Select(async number =>
        {
            var done = 0;

            for (var person = firstPerson + (number * 100_000L); Stopwatch.GetTimestamp() < until; person++)
            {
                await new QuickVillager(telegram, tempo, person).ReportAsync();
                done++;
            }

            return done;
        }));
        return counts.Sum();
    }
}

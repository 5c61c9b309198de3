using System.Text.Json.Serialization;
using CommunityBot.Primitives;
using CommunityBot.Storage;

namespace CommunityBot.Scheduling;

/// <summary>Copies everything once a night, so that yesterday can be restored and what a person had erased is gone within a day.</summary>
public sealed class TakeNightlySnapshot(IDocumentStore store, ISnapshots snapshots, TimeProvider clock) : IScheduledJob
{
    /// <summary>Villagers sleep; a PC that was off then catches up when it is on again.</summary>
    private static readonly TimeOnly NotBefore = new(2, 0);

    public string Name => "nightly-snapshot";

    public TimeSpan LookEvery => TimeSpan.FromMinutes(5);

    public async Task<JobSummary> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var night = now.VietnamHour() >= NotBefore ? now.VietnamDay() : now.VietnamDay().AddDays(-1);
        var work = new Work(store);

        if (await work.FindAsync(SnapshotNight.Kind, SnapshotNight.OnlyId, cancellationToken) is { } last && last.Night >= night)
        {
            return JobSummary.Nothing;
        }

        await snapshots.TakeSnapshotAsync(cancellationToken);
        work.Put(SnapshotNight.Kind, new SnapshotNight(night));
        await work.CommitAsync(cancellationToken);
        return new JobSummary(1, 0, 0);
    }
}

/// <summary>The night of the last snapshot.</summary>
public sealed record SnapshotNight(DateOnly Night)
{
    public const string OnlyId = "last";

    public static DocumentKind<SnapshotNight> Kind { get; } = new("snapshot_nights", SnapshotNightJson.Default.SnapshotNight, _ => OnlyId);
}

[JsonSerializable(typeof(SnapshotNight))]
internal sealed partial class SnapshotNightJson : JsonSerializerContext;

namespace CommunityBot.Host.Demo.Seed;

/// <summary>What became of a seeded report.</summary>
internal enum SeedFate
{
    /// <summary>Came this minute; the first job that runs routes it before the visitor's eyes.</summary>
    New,
    Routed,

    /// <summary>From a commune that does not work with CommunityBot yet: in the province's queue.</summary>
    InProvince,
    Accepted,
    InProgress,
    NeedsInfo,
    ForwardedOutside,

    /// <summary>Another commune took it over.</summary>
    MovedOn,
    Resolved,

    /// <summary>The villager says "chưa ổn", nobody has decided yet.</summary>
    StillBroken,
    Reopened,
    Confirmed,

    /// <summary>Seven silent days closed it.</summary>
    Silent,
    Declined,

    /// <summary>Told a second time by a neighbour.</summary>
    Duplicate,
    Withdrawn,
}

/// <summary>One report of the story.</summary>
/// <param name="Number">Counts up; decides commune, words and hour.</param>
/// <param name="Fate">What became of it.</param>
/// <param name="DaysAgo">When it was sent.</param>
internal sealed record SeedReport(int Number, SeedFate Fate, int DaysAgo)
{
    private static readonly (SeedFate Fate, int[] DaysAgo)[] Shares =
    [
        (SeedFate.New, [0, 0]),
        (SeedFate.Routed, [0, 0, 1, 1, 2, 3]),
        (SeedFate.InProvince, [2]),
        (SeedFate.Accepted, [1, 2, 4]),
        (SeedFate.InProgress, [1, 2, 3, 5, 6]),
        (SeedFate.NeedsInfo, [1, 2, 4]),
        (SeedFate.ForwardedOutside, [2, 3, 5, 8]),
        (SeedFate.MovedOn, [3, 6]),
        (SeedFate.Resolved, [2, 3, 4, 5, 6]),
        (SeedFate.StillBroken, [5, 6]),
        (SeedFate.Reopened, [9]),
        (SeedFate.Confirmed, [7, 10, 12, 14, 17, 20, 23, 26]),
        (SeedFate.Silent, [16, 18, 21, 25, 30]),
        (SeedFate.Declined, [4, 9, 13, 21]),
        (SeedFate.Duplicate, [2, 6, 11]),
        (SeedFate.Withdrawn, [3, 12, 25]),
    ];

    public static IReadOnlyList<SeedReport> All { get; } =
        [.. Shares.SelectMany(share => share.DaysAgo.Select(days => (share.Fate, Days: days))).Select((one, number) => new SeedReport(number, one.Fate, one.Days))];
}

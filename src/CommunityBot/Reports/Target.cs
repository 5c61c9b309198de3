namespace CommunityBot.Reports;

/// <summary>How long something may take, and which clock counts it.</summary>
/// <param name="Clock">Days are working days; minutes and hours run at night and on holidays too.</param>
/// <param name="Amount">With <see cref="TargetClock.Working"/> a whole number of days.</param>
public readonly record struct Target(TargetClock Clock, TimeSpan Amount)
{
    public static Target Minutes(int minutes) => new(TargetClock.Wall, TimeSpan.FromMinutes(minutes));

    public static Target Hours(int hours) => new(TargetClock.Wall, TimeSpan.FromHours(hours));

    public static Target WorkingDays(int days) => new(TargetClock.Working, TimeSpan.FromDays(days));

    /// <summary>The number of working days; meaningless for the wall clock.</summary>
    public int Days => (int)Amount.TotalDays;
}

/// <summary>Which clock a target is counted with.</summary>
public enum TargetClock
{
    /// <summary>Every minute counts, day and night.</summary>
    Wall,

    /// <summary>Only working days of the commune count.</summary>
    Working,
}

namespace CommunityBot.Scheduling;

/// <summary>The days officers have off besides weekends, and the Saturdays they work instead.</summary>
/// <param name="DaysOff">Public holidays, with the days given for them.</param>
/// <param name="WorkedInstead">Saturdays or Sundays that are worked.</param>
/// <param name="CompleteUntil">Until this day the lists are official; later ones may lack a day.</param>
public sealed record Holidays(IReadOnlySet<DateOnly> DaysOff, IReadOnlySet<DateOnly> WorkedInstead, DateOnly CompleteUntil)
{
    /// <summary>Weekends only.</summary>
    public static Holidays None { get; } = new(new HashSet<DateOnly>(), new HashSet<DateOnly>(), DateOnly.MinValue);
}

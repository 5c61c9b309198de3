using CommunityBot.Primitives;

namespace CommunityBot.Scheduling;

/// <summary>When a commune's office works: Monday to Friday, 07:30 to 17:00, without holidays, with the Saturdays worked instead.</summary>
public sealed class WorkingDays(Holidays holidays)
{
    private static readonly TimeOnly Opens = new(7, 30);
    private static readonly TimeOnly Closes = new(17, 0);

    public bool IsWorkingDay(DateOnly day) => holidays.WorkedInstead.Contains(day)
        || (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !holidays.DaysOff.Contains(day));

    /// <summary>False once the official list ends: a holiday may be missing, so nothing should be promised to the day.</summary>
    public bool IsCertain(DateOnly day) => day <= holidays.CompleteUntil;

    /// <summary>The moment itself while the office is open, otherwise the next 07:30 of a working day.</summary>
    public DateTimeOffset NextWorkingMoment(DateTimeOffset moment)
    {
        var (day, hour) = (moment.VietnamDay(), moment.VietnamHour());

        if (!IsWorkingDay(day) || hour >= Closes)
        {
            return VietnamTime.Moment(NextWorkingDay(day), Opens);
        }

        return hour < Opens ? VietnamTime.Moment(day, Opens) : moment.ToUniversalTime();
    }

    /// <summary>The same hour so many working days later; what arrives after hours counts from the next opening.</summary>
    public DateTimeOffset AddWorkingDays(DateTimeOffset moment, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        var start = NextWorkingMoment(moment);
        var day = start.VietnamDay();

        for (var left = days; left > 0; left--)
        {
            day = NextWorkingDay(day);
        }

        return VietnamTime.Moment(day, start.VietnamHour());
    }

    private DateOnly NextWorkingDay(DateOnly day)
    {
        do
        {
            day = day.AddDays(1);
        }
        while (!IsWorkingDay(day));

        return day;
    }
}

using System.Globalization;

namespace CommunityBot.Primitives;

/// <summary>The clock on the wall of every villager and officer: the one place where stored UTC becomes Vietnam time and back.</summary>
/// <remarks>
/// Vietnam has kept UTC+7 without summer time since 1975, so the zone is ours: a PC without a time zone database shows the same hour as any other.
/// </remarks>
public static class VietnamTime
{
    private static readonly string[] WeekDays = ["Chủ nhật", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy"];

    public static TimeZoneInfo Zone { get; } =
        TimeZoneInfo.CreateCustomTimeZone("Asia/Ho_Chi_Minh", TimeSpan.FromHours(7), "Asia/Ho_Chi_Minh", "Asia/Ho_Chi_Minh");

    public static DateTimeOffset InVietnam(this DateTimeOffset moment) => moment.ToOffset(Zone.BaseUtcOffset);

    /// <summary>The day a villager would name at this moment.</summary>
    public static DateOnly VietnamDay(this DateTimeOffset moment) => DateOnly.FromDateTime(moment.InVietnam().DateTime);

    /// <summary>The hour and minute on the wall at this moment.</summary>
    public static TimeOnly VietnamHour(this DateTimeOffset moment) => TimeOnly.FromDateTime(moment.InVietnam().DateTime);

    /// <summary>The moment when Vietnam's clocks show this day and hour.</summary>
    public static DateTimeOffset Moment(DateOnly day, TimeOnly hour) => new DateTimeOffset(day, hour, Zone.BaseUtcOffset).ToUniversalTime();

    /// <summary>"thứ Năm", as in "trước thứ Năm 26/11".</summary>
    public static string WeekDay(DateOnly day) => WeekDays[(int)day.DayOfWeek];

    /// <summary>"thứ Năm 26/11".</summary>
    public static string DayWords(DateOnly day) => $"{WeekDay(day)} {day.ToString("d/M", CultureInfo.InvariantCulture)}";

    /// <summary>"26/11/2026".</summary>
    public static string DateWords(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>"07:30 26/11".</summary>
    public static string MomentWords(DateTimeOffset moment) => moment.InVietnam().ToString("HH:mm d/M", CultureInfo.InvariantCulture);
}

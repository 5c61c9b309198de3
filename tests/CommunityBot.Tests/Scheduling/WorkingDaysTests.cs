using System.Globalization;
using CommunityBot.Scheduling;
using CsCheck;

namespace CommunityBot.Tests.Scheduling;

public sealed class WorkingDaysTests
{
    private static readonly WorkingDays Calendar = new(new Holidays(
        new HashSet<DateOnly> { Day("2026-08-31"), Day("2026-09-01"), Day("2026-09-02"), Day("2026-11-24") },
        new HashSet<DateOnly> { Day("2026-08-22") },
        Day("2026-12-31")));

    [Theory]
    [InlineData("2026-11-23", true)]
    [InlineData("2026-11-24", false)]
    [InlineData("2026-11-28", false)]
    [InlineData("2026-11-29", false)]
    [InlineData("2026-08-22", true)]
    [InlineData("2026-08-31", false)]
    public void Officers_work_on_weekdays_without_holidays_and_on_swapped_Saturdays(string day, bool works) =>
        Assert.Equal(works, Calendar.IsWorkingDay(Day(day)));

    [Theory]
    [InlineData("2026-11-23T06:00", "2026-11-23T07:30")]
    [InlineData("2026-11-23T07:30", "2026-11-23T07:30")]
    [InlineData("2026-11-23T10:15", "2026-11-23T10:15")]
    [InlineData("2026-11-23T17:00", "2026-11-25T07:30")]
    [InlineData("2026-11-27T20:00", "2026-11-30T07:30")]
    [InlineData("2026-08-28T18:00", "2026-09-03T07:30")]
    [InlineData("2026-08-21T18:00", "2026-08-22T07:30")]
    public void Work_begins_again_when_the_office_opens(string moment, string expected) =>
        Assert.Equal(At(expected), Calendar.NextWorkingMoment(At(moment)));

    [Theory]
    [InlineData("2026-11-23T10:00", 0, "2026-11-23T10:00")]
    [InlineData("2026-11-23T10:00", 1, "2026-11-25T10:00")]
    [InlineData("2026-11-23T20:00", 1, "2026-11-26T07:30")]
    [InlineData("2026-11-28T12:00", 3, "2026-12-03T07:30")]
    [InlineData("2026-08-28T09:00", 2, "2026-09-04T09:00")]
    public void Working_days_skip_weekends_and_holidays(string moment, int days, string expected) =>
        Assert.Equal(At(expected), Calendar.AddWorkingDays(At(moment), days));

    [Fact]
    public void The_calendar_says_when_its_list_ends()
    {
        Assert.True(Calendar.IsCertain(Day("2026-12-31")));
        Assert.False(Calendar.IsCertain(Day("2027-01-01")));
    }

    [Fact]
    public void A_working_moment_is_never_earlier_and_always_on_a_working_day() => Gen.Int[0, 60 * 24 * 365].Sample(minutes =>
    {
        var moment = At("2026-01-01T00:00").AddMinutes(minutes);
        var next = Calendar.NextWorkingMoment(moment);
        return next >= moment
            && Calendar.IsWorkingDay(DateOnly.FromDateTime(next.ToOffset(TimeSpan.FromHours(7)).DateTime))
            && Calendar.NextWorkingMoment(next) == next;
    });

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateTimeOffset At(string text) =>
        new(DateTime.ParseExact(text, "yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture), TimeSpan.FromHours(7));
}

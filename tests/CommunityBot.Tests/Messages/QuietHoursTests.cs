using CommunityBot.Messages;
using CommunityBot.Primitives;

namespace CommunityBot.Tests.Messages;

public sealed class QuietHoursTests
{
    private static readonly DateOnly Day = new(2026, 11, 23);

    [Theory]
    [InlineData(6, 0)]
    [InlineData(12, 0)]
    [InlineData(20, 59)]
    public void By_day_news_goes_at_once(int hour, int minute) =>
        Assert.Equal(At(Day, hour, minute), QuietHours.NotBefore(At(Day, hour, minute)));

    [Fact]
    public void In_the_evening_it_waits_for_the_next_morning() => Assert.Equal(At(Day.AddDays(1), 6, 0), QuietHours.NotBefore(At(Day, 21, 0)));

    [Fact]
    public void Before_dawn_it_waits_for_the_same_morning() => Assert.Equal(At(Day, 6, 0), QuietHours.NotBefore(At(Day, 5, 59)));

    private static DateTimeOffset At(DateOnly day, int hour, int minute) => VietnamTime.Moment(day, new TimeOnly(hour, minute));
}

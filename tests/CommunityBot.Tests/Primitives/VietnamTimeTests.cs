using CommunityBot.Primitives;
using CsCheck;

namespace CommunityBot.Tests.Primitives;

public sealed class VietnamTimeTests
{
    private static readonly DateTimeOffset LateEvening = new(2026, 11, 25, 17, 30, 0, TimeSpan.Zero);

    [Fact]
    public void After_17_00_UTC_it_is_already_the_next_day_in_the_village()
    {
        Assert.Equal(new DateOnly(2026, 11, 26), LateEvening.VietnamDay());
        Assert.Equal(new TimeOnly(0, 30), LateEvening.VietnamHour());
    }

    [Fact]
    public void Days_and_moments_read_as_people_say_them()
    {
        Assert.Equal("thứ Năm 26/11", VietnamTime.DayWords(new DateOnly(2026, 11, 26)));
        Assert.Equal("Chủ nhật 1/2", VietnamTime.DayWords(new DateOnly(2026, 2, 1)));
        Assert.Equal("26/11/2026", VietnamTime.DateWords(new DateOnly(2026, 11, 26)));
        Assert.Equal("00:30 26/11", VietnamTime.MomentWords(LateEvening));
    }

    [Fact]
    public void A_moment_and_its_day_and_hour_say_the_same() =>
        Gen.Long[DateTimeOffset.UnixEpoch.UtcTicks / TimeSpan.TicksPerMinute, 1_200_000_000L].Sample(minutes =>
        {
            var moment = new DateTimeOffset(minutes * TimeSpan.TicksPerMinute, TimeSpan.Zero);
            Assert.Equal(moment, VietnamTime.Moment(moment.VietnamDay(), moment.VietnamHour()));
        });

    [Fact]
    public void The_zone_needs_no_time_zone_database_and_knows_no_summer_time()
    {
        Assert.Equal(TimeSpan.FromHours(7), VietnamTime.Zone.GetUtcOffset(new DateTimeOffset(2026, 7, 1, 0, 0, 0, TimeSpan.Zero)));
        Assert.False(VietnamTime.Zone.SupportsDaylightSavingTime);
    }
}

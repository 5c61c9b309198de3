using CommunityBot.Host.Demo;
using CommunityBot.Primitives;
using CommunityBot.Storage;
using Microsoft.Extensions.Time.Testing;

namespace CommunityBot.Host.Tests.Demo;

/// <summary>The clock a visitor winds.</summary>
public sealed class DemoClockTests
{
    /// <summary>Monday, 23 November 2026, 9:00 in Vietnam.</summary>
    private static readonly DateTimeOffset Morning = new(2026, 11, 23, 2, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_wound_clock_goes_on_from_there_and_a_restart_remembers_it()
    {
        using var folder = new TemporaryFolder();
        var real = new FakeTimeProvider(Morning);
        var clock = Clock(folder, real);

        clock.Wind(TimeSpan.FromHours(1));
        clock.Wind(TimeSpan.FromDays(1));
        real.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(Morning + new TimeSpan(1, 1, 5, 0), clock.GetUtcNow());
        Assert.Equal(clock.GetUtcNow(), Clock(folder, real).GetUtcNow());
    }

    [Theory]
    [InlineData(1, "08:00 23/11")] // before office hours: the same day's morning
    [InlineData(15, "08:00 24/11")] // 22:00: the next one
    [InlineData(3, "10:00 23/11")] // by day nothing moves
    public void Who_looks_at_night_is_shown_a_morning(int hoursAfterMidnightOrSeven, string shown)
    {
        using var folder = new TemporaryFolder();
        var start = hoursAfterMidnightOrSeven == 1 ? Morning - TimeSpan.FromHours(8) : Morning - TimeSpan.FromHours(2) + TimeSpan.FromHours(hoursAfterMidnightOrSeven);
        var clock = Clock(folder, new FakeTimeProvider(start));

        clock.WindToDaylight();

        Assert.Equal(shown, VietnamTime.MomentWords(clock.GetUtcNow()));
        Assert.False(clock.IsNight);
    }

    [Fact]
    public void The_clock_never_goes_back()
    {
        using var folder = new TemporaryFolder();
        var clock = Clock(folder, new FakeTimeProvider(Morning));

        Assert.Throws<ArgumentOutOfRangeException>(() => clock.Wind(TimeSpan.FromHours(-1)));
    }

    private static DemoClock Clock(TemporaryFolder folder, TimeProvider real) => new(folder.Path, new DurableFile(new LocalDisk()), real);
}

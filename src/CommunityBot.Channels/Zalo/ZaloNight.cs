using CommunityBot.Primitives;

namespace CommunityBot.Channels.Zalo;

/// <summary>Zalo takes news for many people only from 06:00 to 21:59; answers go at any hour.</summary>
internal static class ZaloNight
{
    private static readonly TimeOnly Morning = new(6, 0);
    private static readonly TimeOnly Evening = new(22, 0);

    public static bool IsNight(DateTimeOffset now) => now.VietnamHour() < Morning || now.VietnamHour() >= Evening;

    public static TimeSpan UntilMorning(DateTimeOffset now)
    {
        var today = VietnamTime.Moment(now.VietnamDay(), Morning);
        return (today > now ? today : today.AddDays(1)) - now;
    }
}

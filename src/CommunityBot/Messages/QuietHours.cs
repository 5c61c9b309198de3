using CommunityBot.Primitives;

namespace CommunityBot.Messages;

/// <summary>News about a ticket waits for the morning; only danger and direct replies reach a villager at night.</summary>
public static class QuietHours
{
    private static readonly TimeOnly Evening = new(21, 0);
    private static readonly TimeOnly Morning = new(6, 0);

    public static bool HoldAt(DateTimeOffset moment) => !(moment.VietnamHour() >= Morning && moment.VietnamHour() < Evening);

    /// <summary>The first moment from now on at which news may arrive: now by day, 6:00 by night.</summary>
    public static DateTimeOffset NotBefore(DateTimeOffset moment)
    {
        if (!HoldAt(moment))
        {
            return moment;
        }

        var day = moment.VietnamDay();
        return VietnamTime.Moment(moment.VietnamHour() >= Evening ? day.AddDays(1) : day, Morning);
    }
}

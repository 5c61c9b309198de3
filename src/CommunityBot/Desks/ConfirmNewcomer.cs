using CommunityBot.Communes;
using CommunityBot.Storage;

namespace CommunityBot.Desks;

/// <summary>The issuer says whether the person who used the code is the right one.</summary>
public static class ConfirmNewcomer
{
    /// <returns>Null when nobody waits there or the confirmer may not decide it.</returns>
    public static async Task<Officer?> RunAsync(Work work, string newcomerId, UnitKey? unit, Officer confirmer, bool isRight, CancellationToken cancellationToken)
    {
        if (!confirmer.Leads(unit)
            || await work.FindAsync(Officer.Kind, newcomerId, cancellationToken) is not { } newcomer
            || newcomer.Duties.FirstOrDefault(duty => duty.Unit == unit && !duty.IsConfirmed) is not { } waiting)
        {
            return null;
        }

        // A lead confirms officers; leads and the province are confirmed by the province.
        if (waiting.Role != StaffRole.Officer && !confirmer.IsProvince)
        {
            return null;
        }

        var others = newcomer.Duties.Where(duty => duty != waiting);
        var desk = await work.FindDeskAsync(unit, cancellationToken);
        work.Put(Officer.Kind, newcomer with { Duties = isRight ? [.. others, waiting with { IsConfirmed = true }] : [.. others] });
        work.Put(CommuneDesk.Kind, isRight ? Open(desk, newcomerId, waiting.Role) : desk with
        {
            Chats = [.. desk.Chats.Where(chat => chat.IsConfirmed || chat.LinkedBy != newcomerId)],
            Waiting = [.. desk.Waiting.Where(one => one != newcomerId)],
        });
        return newcomer;
    }

    private static CommuneDesk Open(CommuneDesk desk, string officerId, StaffRole role) => desk.With(officerId, role) with
    {
        Chats = [.. desk.Chats.Select(chat => chat.LinkedBy == officerId ? chat with { IsConfirmed = true } : chat)],
        Waiting = [.. desk.Waiting.Where(one => one != officerId)],
    };
}

using CommunityBot.Communes;
using CommunityBot.Storage;

namespace CommunityBot.Desks;

/// <summary>A lead takes an officer off the desk; from then on their buttons do nothing.</summary>
public static class RemoveOfficer
{
    /// <returns>The one who was removed; null when there is nobody to remove or the lead may not.</returns>
    public static async Task<Officer?> RunAsync(Work work, string officerId, UnitKey? unit, Officer lead, CancellationToken cancellationToken)
    {
        if (!lead.Leads(unit)
            || officerId == lead.Id
            || await work.FindAsync(Officer.Kind, officerId, cancellationToken) is not { } officer
            || officer.Duties.All(duty => duty.Unit != unit)
            || (officer.Leads(unit) && !lead.IsProvince))
        {
            return null;
        }

        var desk = await work.FindDeskAsync(unit, cancellationToken);
        work.Put(Officer.Kind, officer with { Duties = [.. officer.Duties.Where(duty => duty.Unit != unit)] });
        work.Put(CommuneDesk.Kind, desk with
        {
            People = [.. desk.People.Where(one => one != officerId)],
            Campaigners = [.. desk.Campaigners.Where(one => one != officerId)],
            Chats = [.. desk.Chats.Where(chat => chat.Conversation != officer.PrivateChat || chat.LinkedBy != officerId)],
        });
        return officer;
    }
}

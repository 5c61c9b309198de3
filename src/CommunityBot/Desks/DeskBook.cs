using CommunityBot.Communes;
using CommunityBot.Storage;

namespace CommunityBot.Desks;

/// <summary>Reads who works where.</summary>
public static class DeskBook
{
    /// <summary>The desk of a commune (null: the province); an empty one while nobody is linked.</summary>
    public static async ValueTask<CommuneDesk> FindDeskAsync(this Work work, UnitKey? unit, CancellationToken cancellationToken) =>
        await work.FindAsync(CommuneDesk.Kind, CommuneDesk.IdOf(unit), cancellationToken) ?? new CommuneDesk { Unit = unit };

    /// <summary>The linked person; null for somebody nobody confirmed.</summary>
    public static async ValueTask<Officer?> FindOfficerAsync(this Work work, string id, CancellationToken cancellationToken) =>
        await work.FindAsync(Officer.Kind, id, cancellationToken) is { } officer && officer.Duties.Any(duty => duty.IsConfirmed) ? officer : null;
}

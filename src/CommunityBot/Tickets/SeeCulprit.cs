using CommunityBot.Storage;

namespace CommunityBot.Tickets;

/// <summary>An officer of the desk looks, alone, at whom the villager suspects; the timeline keeps that they did.</summary>
public sealed class SeeCulprit(TakeStep step)
{
    /// <returns>What the villager wrote; null when there is nothing to see or it is not this officer's ticket.</returns>
    public async Task<string?> RunAsync(Work work, TicketId id, OfficerAtDesk desk, CancellationToken cancellationToken)
    {
        if (await desk.FindTicketAsync(work, id, cancellationToken) is not { Culprit: { } culprit } ticket)
        {
            return null;
        }

        await step.RunAsync(work, ticket, ticket, desk.Actor, "see-culprit", null, cancellationToken);
        return culprit;
    }
}

using CommunityBot.Storage;

namespace CommunityBot.Tickets;

/// <summary>Writes one step of a ticket down: the lifecycle is asked, the timeline grows, the cards in the desks change in place.</summary>
public sealed class TakeStep(TicketCards cards, TimeProvider clock)
{
    /// <param name="work">The turn or job row.</param>
    /// <param name="before">As it was read.</param>
    /// <param name="after">As it shall be; the timeline is added here.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="what">Command of the trade: "accept".</param>
    /// <param name="words">What was said or why.</param>
    /// <param name="cancellationToken">Nothing is changed when it fires.</param>
    /// <returns>The ticket as it is now kept, or null when the lifecycle forbids the way.</returns>
    public async Task<Ticket?> RunAsync(
        Work work, Ticket before, Ticket after, Actor actor, string what, string? words, CancellationToken cancellationToken)
    {
        if (before.Status != after.Status && !TicketLifecycle.Allows(before.Status, after.Status))
        {
            return null;
        }

        var entry = new TimelineEntry(clock.GetUtcNow(), actor.Who, actor.From, what, before.Status, after.Status, words);
        var written = after with { Timeline = [.. before.Timeline, entry] };
        var shown = await cards.ShowAsync(work, before, written, cancellationToken);
        work.Put(Ticket.Kind, shown);
        return shown;
    }
}

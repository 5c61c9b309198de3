using CommunityBot.Storage;

namespace CommunityBot.Tickets;

/// <summary>An officer says that it is done: with an outcome, words that say what was done, and a photo or document as proof.</summary>
public sealed class ResolveTicket(TakeStep step, OutcomeCatalogue outcomes, ShowArrivedFiles arrivals, TimeProvider clock)
{
    /// <summary>The parts of an album come in one by one, usually within a second.</summary>
    private static readonly TimeSpan AlbumSettles = TimeSpan.FromSeconds(5);

    /// <summary>Whether the answer may begin at all.</summary>
    public static async Task<TicketRefusal?> CanResolveAsync(Work work, TicketId id, OfficerAtDesk desk, CancellationToken cancellationToken) =>
        await desk.FindTicketAsync(work, id, cancellationToken) is { } ticket ? Refusal(ticket) : TicketRefusal.NotFound;

    public async Task<TicketRefusal?> RunAsync(
        Work work, TicketId id, OfficerAtDesk desk, string outcome, string? words, IReadOnlyList<FileRef> proof, bool isAlbum, CancellationToken cancellationToken)
    {
        var ticket = await desk.FindTicketAsync(work, id, cancellationToken);

        if (ticket is null)
        {
            return TicketRefusal.NotFound;
        }

        if ((Refusal(ticket) ?? Refusal(outcome, words, proof)) is { } refusal)
        {
            return refusal;
        }

        var now = clock.GetUtcNow();
        var tellFrom = isAlbum ? now + AlbumSettles : (DateTimeOffset?)null;
        var resolution = new Resolution(outcome, words!, proof, desk.Officer.Id, now, tellFrom); // missing words were refused above
        var done = ticket with
        {
            Status = TicketStatus.Resolved,
            Resolution = resolution,
            Question = null,
            Forwarding = null,
            Reopening = null,
            Assignee = ticket.Assignee ?? desk.Officer.Id,
            AssigneeName = ticket.AssigneeName ?? desk.Officer.Name,
            IsResultTold = false,
        };

        if (await step.RunAsync(work, ticket, done, desk.Actor, "resolve", $"{outcome}: {words}", cancellationToken) is not { } resolved)
        {
            return TicketRefusal.WrongMoment;
        }

        await arrivals.LookAsync(work, resolved, cancellationToken);
        return null;
    }

    /// <summary>Another photo of the same album.</summary>
    public static async Task AddProofAsync(Work work, TicketId id, OfficerAtDesk desk, IReadOnlyList<FileRef> proof, CancellationToken cancellationToken)
    {
        if (await desk.FindTicketAsync(work, id, cancellationToken) is { IsResultTold: false, Resolution: { } resolution } ticket)
        {
            work.Put(Ticket.Kind, ticket with { Resolution = resolution with { Proof = [.. resolution.Proof, .. proof] } });
        }
    }

    private static TicketRefusal? Refusal(Ticket ticket) => ticket.Status switch
    {
        TicketStatus.Routed => TicketRefusal.NotTaken,
        TicketStatus.NeedsInfo when ticket.Assignee is null => TicketRefusal.NotTaken,
        _ when !TicketLifecycle.Allows(ticket.Status, TicketStatus.Resolved) => TicketRefusal.WrongMoment,
        _ => null,
    };

    private TicketRefusal? Refusal(string outcome, string? words, IReadOnlyList<FileRef> proof) =>
        outcomes.Find(outcome) is null ? TicketRefusal.UnknownChoice
        : !ConcreteWords.Say(words) ? TicketRefusal.NeedsConcreteWords
        : proof.All(file => file.Kind == Messages.FileKind.Voice) ? TicketRefusal.NeedsProof
        : null;
}

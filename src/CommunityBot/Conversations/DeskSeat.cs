using CommunityBot.Communes;
using CommunityBot.Tickets;

namespace CommunityBot.Conversations;

/// <summary>A conversation as a desk: for which commune, and what each officer in it is in the middle of. Several work at once in one group.</summary>
public sealed record DeskSeat
{
    /// <summary>Null is the province.</summary>
    public UnitKey? Unit { get; init; }

    /// <summary>By officer id.</summary>
    public IReadOnlyDictionary<string, DeskStep> Steps { get; init; } = new Dictionary<string, DeskStep>();

    public DeskStep? StepOf(string officer) => Steps.GetValueOrDefault(officer);

    public DeskSeat With(string officer, DeskStep? step)
    {
        var steps = new Dictionary<string, DeskStep>(Steps);

        if (step is null)
        {
            steps.Remove(officer);
        }
        else
        {
            steps[officer] = step;
        }

        return this with { Steps = steps };
    }
}

/// <summary>What an officer is in the middle of.</summary>
public sealed record DeskStep
{
    public required DeskTask Task { get; init; }

    /// <summary>Which ticket; default for tasks without one.</summary>
    public TicketId? Ticket { get; init; }

    /// <summary>The outcome, contact or code that was chosen.</summary>
    public string? Choice { get; init; }

    /// <summary>Words that were given so far.</summary>
    public string? Words { get; init; }

    /// <summary>Proof that was sent so far.</summary>
    public IReadOnlyList<FileRef> Proof { get; init; } = [];

    /// <summary>The album the last photo belonged to.</summary>
    public string? Album { get; init; }

    /// <summary>Since when; a step older than a day is forgotten.</summary>
    public DateTimeOffset At { get; init; }
}

/// <summary>What an officer can be in the middle of.</summary>
public enum DeskTask
{
    /// <summary>Writes a question to the villager.</summary>
    Ask,

    /// <summary>Writes what was done and sends the proof.</summary>
    Resolve,

    /// <summary>Writes why not, and where to go.</summary>
    Decline,

    /// <summary>Writes the name of another commune.</summary>
    ForwardCommune,

    /// <summary>The other photos of an album that finished the answer.</summary>
    MoreProof,

    /// <summary>Says their name before a code is used.</summary>
    GiveName,

    /// <summary>Talks with a villager; the choice is the hand-over's id.</summary>
    Talk,
}

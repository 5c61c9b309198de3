using CommunityBot.Reports;

namespace CommunityBot.Tickets;

/// <summary>Everything a villager's finished report says; <c>OpenTicket</c> makes a ticket of it in the same commit.</summary>
public sealed record ReportFacts
{
    /// <summary>Key of the <see cref="ReportCategory"/>; <see cref="CategoryCatalogue.Unsorted"/> when only a voice note or a photo tells it.</summary>
    public required string Category { get; init; }

    /// <summary>As the category and the villager's words make it.</summary>
    public required Severity Severity { get; init; }

    /// <summary>What the villager wrote; may be empty.</summary>
    public string Words { get; init; } = "";

    /// <summary>Photos first, then voice notes and documents.</summary>
    public IReadOnlyList<FileRef> Files { get; init; } = [];

    public required TicketPlace Place { get; init; }

    /// <summary>"Ai gây ra": for the officers of the desk only.</summary>
    public string? Culprit { get; init; }

    /// <summary>Who reported and how far the commune may know.</summary>
    public required Reporter Reporter { get; init; }

    /// <summary>The channel it came through, for the timeline: "telegram", "webchat".</summary>
    public required string From { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }
}

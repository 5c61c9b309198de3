using CommunityBot.Reports;
using CommunityBot.Tickets;

namespace CommunityBot.Conversations.Dialogs.Handover;

/// <summary>A question to a person that is being written: first the words, then for which commune.</summary>
public sealed record HandoverDraft
{
    public string Words { get => field ?? ""; init; } = "";

    /// <summary>Photos and voice notes.</summary>
    public IReadOnlyList<FileRef> Files { get => field ?? []; init; } = [];

    /// <summary>Where the villager lives, as far as they said.</summary>
    public DraftPlace Place { get => field ?? DraftPlace.Nowhere; init; } = DraftPlace.Nowhere;

    /// <summary>How often in a row the commune was not understood.</summary>
    public int Misses { get; init; }

    public bool HasWords => Words.Length > 0 || Files.Count > 0;
}

using CommunityBot.Conversations.Dialogs.Handover;
using CommunityBot.Reports;
using CommunityBot.Tickets;

namespace CommunityBot.Conversations;

/// <summary>
/// Where a talk stands. One small versioned record per dialog; no type names are stored, so a dialog may be rewritten
/// as long as it can read its old record or forget it kindly.
/// </summary>
public sealed record DialogState
{
    /// <summary>Nothing is being talked about; a report that was begun rests until the villager comes back to it.</summary>
    public static DialogState Nothing { get; } = new();

    /// <summary>The name of the open dialog; null when nothing is open.</summary>
    public string? Open { get; init; }

    /// <summary>The report that was begun and not sent, also while another talk is open.</summary>
    public ReportDraft? Report { get; init; }

    /// <summary>The ticket that takes the next words and photos.</summary>
    public TicketId? AddTo { get; init; }

    /// <summary>The album whose first part was answered.</summary>
    public string? LastAlbum { get; init; }

    /// <summary>The question to a person that was begun and not sent.</summary>
    public HandoverDraft? Handover { get; init; }

    /// <summary>Words that may have told something to report: whoever then taps "Báo" does not tell them again.</summary>
    public SaidPart? Unclear { get; init; }

    /// <summary>When reports were sent within the last hour: nobody floods the commune.</summary>
    public IReadOnlyList<DateTimeOffset> ReportsSentAt { get => field ?? []; init; } = [];

    /// <summary>The state after a dialog answered: closing everything keeps the begun report.</summary>
    public DialogState FollowedBy(DialogState next) => ReferenceEquals(next, Nothing) ? this with { Open = null, AddTo = null, LastAlbum = null, Unclear = null, Handover = null } : next;
}

using CommunityBot.Awareness.Voice;
using CommunityBot.Conversations.Dialogs.Handover;
using CommunityBot.Conversations.Dialogs.Subscribing;
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

    /// <summary>The talk about news that is open.</summary>
    public NewsDraft? News { get; init; }

    /// <summary>Words that may have told something to report: whoever then taps "Báo" does not tell them again.</summary>
    public SaidPart? Unclear { get; init; }

    /// <summary>When reports were sent within the last hour: nobody floods the commune.</summary>
    public IReadOnlyList<DateTimeOffset> ReportsSentAt { get => field ?? []; init; } = [];

    /// <summary>A short talk that is over by itself when nobody goes on with it.</summary>
    public BriefTalk? Brief { get; init; }

    /// <summary>The state after a dialog answered: closing everything keeps the begun report.</summary>
    public DialogState FollowedBy(DialogState next) =>
        ReferenceEquals(next, Nothing) ? this with { Open = null, AddTo = null, LastAlbum = null, Unclear = null, Handover = null, News = null, Brief = null } : next;

    /// <summary>The state somebody finds who comes back at this moment: a brief talk may be over.</summary>
    public DialogState At(DateTimeOffset now) =>
        Brief is { } brief && Open == brief.Dialog && now > brief.Until ? this with { Open = null, Brief = null } : this;
}

/// <summary>What a short talk is about: a remark on a card, words to search with, a card that is read aloud.</summary>
public sealed record BriefTalk
{
    public required string Dialog { get; init; }

    /// <summary>After this moment the next words mean something else.</summary>
    public required DateTimeOffset Until { get; init; }

    public string? Topic { get; init; }

    public string? Card { get; init; }

    public SpokenDraft? Spoken { get; init; }
}

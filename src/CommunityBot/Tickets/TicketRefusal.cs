namespace CommunityBot.Tickets;

/// <summary>Why something cannot be done to a ticket now; the desk says it kindly.</summary>
public enum TicketRefusal
{
    /// <summary>No such ticket, or one of another commune: to a stranger both are the same.</summary>
    NotFound,

    /// <summary>Not from where the ticket stands.</summary>
    WrongMoment,

    /// <summary>A colleague was faster.</summary>
    TakenByColleague,

    /// <summary>Nobody took it yet.</summary>
    NotTaken,

    /// <summary>The words are missing, too short or say nothing ("đã xử lý").</summary>
    NeedsConcreteWords,

    /// <summary>A photo or document is missing.</summary>
    NeedsProof,

    /// <summary>No such outcome, category, commune or contact.</summary>
    UnknownChoice,

    /// <summary>The villager cannot be asked: nothing is stored of them.</summary>
    NobodyToAsk,

    /// <summary>The reporter hides from the commune.</summary>
    ReporterHidden,

    /// <summary>Only whoever took the ticket.</summary>
    OnlyAssignee,

    /// <summary>Another officer or the lead must agree, not whoever solved it.</summary>
    NeedsSecondPerson,

    /// <summary>More than 30 days after the answer.</summary>
    TooLate,
}

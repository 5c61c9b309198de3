namespace CommunityBot.Understanding;

/// <summary>What a phrase says about danger.</summary>
/// <param name="Kind">How to take it.</param>
/// <param name="Number">The number to call; null for harmless and calm phrases.</param>
public sealed record DangerSign(DangerSignKind Kind, DangerNumber? Number);

/// <summary>How a phrase of danger is to be taken.</summary>
public enum DangerSignKind
{
    /// <summary>Danger, however it is typed.</summary>
    Sure,

    /// <summary>Danger, unless it was typed without marks in a message with a calm word: "dang chay" beside "nuoc" is flowing, not burning.</summary>
    Doubtful,

    /// <summary>Only sounds like danger: "cháy nồi cơm".</summary>
    Harmless,

    /// <summary>Speaks against the doubtful ones.</summary>
    Calm,
}

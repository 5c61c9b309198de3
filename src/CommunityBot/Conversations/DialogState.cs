namespace CommunityBot.Conversations;

/// <summary>
/// Where a talk stands. One small versioned record per dialog; no type names are stored, so a dialog may be rewritten
/// as long as it can read its old record or forget it kindly.
/// </summary>
public sealed record DialogState
{
    /// <summary>Nothing is being talked about.</summary>
    public static DialogState Nothing { get; } = new();

    /// <summary>The name of the open dialog; null when nothing is open.</summary>
    public string? Open { get; init; }
}

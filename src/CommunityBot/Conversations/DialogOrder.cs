namespace CommunityBot.Conversations;

/// <summary>Who is asked first: the visible order of the dialogs. The first one that answers has the word.</summary>
public sealed class DialogOrder
{
    /// <summary>Top to bottom.</summary>
    public IReadOnlyList<IDialog> Dialogs { get; } = [];
}

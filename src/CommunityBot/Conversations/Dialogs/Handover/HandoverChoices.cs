namespace CommunityBot.Conversations.Dialogs.Handover;

/// <summary>The keys of the buttons while a question to a person is written.</summary>
internal static class HandoverChoices
{
    /// <summary>"w:unit:2025-01912".</summary>
    public const string Unit = "w:unit:";
    public const string Last = "w:last";
    public const string Province = "w:province";
}

namespace CommunityBot.Conversations.Dialogs.Subscribing;

/// <summary>The keys of the buttons about news.</summary>
internal static class NewsChoices
{
    public const string Prefix = "n:";
    public const string Begin = "n:begin";
    public const string Move = "n:move";
    public const string ChangeTopics = "n:topics";
    public const string Skip = "n:skip";
    public const string More = "n:more";
    public const string Done = "n:done";
    public const string Agree = "n:yes";
    public const string Disagree = "n:no";
    public const string Last = "n:last";

    /// <summary>"n:unit:2025-01912".</summary>
    public const string Unit = "n:unit:";

    /// <summary>"n:topic:latrine" chooses it or takes it back.</summary>
    public const string Topic = "n:topic:";
}

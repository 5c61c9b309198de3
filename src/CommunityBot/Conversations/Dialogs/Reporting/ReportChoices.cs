namespace CommunityBot.Conversations.Dialogs.Reporting;

/// <summary>The keys of the buttons of a report; they stay valid for weeks, so they never change their meaning.</summary>
internal static class ReportChoices
{
    public const string Prefix = "r:";

    /// <summary>"r:group:water".</summary>
    public const string Group = "r:group:";

    /// <summary>"r:kind:broken_tap".</summary>
    public const string Kind = "r:kind:";

    /// <summary>"r:skip:Photos" skips that question only.</summary>
    public const string Skip = "r:skip:";

    /// <summary>"r:unit:2025-01912".</summary>
    public const string Unit = "r:unit:";

    /// <summary>"r:edit:Words" goes to that question and back to the summary.</summary>
    public const string Edit = "r:edit:";

    /// <summary>"r:privacy:HiddenFromCommune".</summary>
    public const string Privacy = "r:privacy:";

    public const string PhotoPlace = "r:photoplace";
    public const string NoPhotoPlace = "r:nophotoplace";
    public const string LastPlace = "r:lastplace";
    public const string Elsewhere = "r:elsewhere";
    public const string Province = "r:province";
    public const string Groups = "r:groups";
    public const string NoPhotos = "r:nophotos";
    public const string Check = "r:check";
    public const string Send = "r:send";
    public const string Agree = "r:agree";
    public const string Disagree = "r:disagree";
    public const string Resume = "r:resume";
    public const string Restart = "r:restart";
    public const string Drop = "r:drop";
}

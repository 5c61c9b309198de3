using System.ComponentModel.DataAnnotations;
using CommunityBot.Settings;

namespace CommunityBot.Channels.BotFramework;

/// <summary>The web chat's door. Section <c>DirectLine</c>.</summary>
internal sealed class DirectLineOptions
{
    public const string Section = "DirectLine";

    /// <summary>Lets another server ask for tokens; at least 16 characters; empty = only our own page may talk. Never given to a browser.</summary>
    [Secret, MinLength(16)]
    public string? Secret { get; init; }

    /// <summary>The name that stands over the bot's words; 1 to 40 characters.</summary>
    [Required, StringLength(40)]
    public string BotName { get; init; } = "Bot cộng đồng";

    /// <summary>Web sites (https://host) whose pages may use the chat besides our own.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];

    /// <summary>New conversations from one address in an hour; 1 to 10000, normally 10.</summary>
    [Range(1, 10_000)]
    public int NewConversationsPerHour { get; init; } = 10;

    /// <summary>Activities one conversation may send in a minute; 1 to 10000, normally 60.</summary>
    [Range(1, 10_000)]
    public int ActivitiesPerMinute { get; init; } = 60;

    /// <summary>Megabytes of files one conversation may send in an hour; 1 to 10000, normally 100.</summary>
    [Range(1, 10_000)]
    public int UploadMegabytesPerHour { get; init; } = 100;

    /// <summary>Days a conversation can be read again in the browser; 1 to 365. 30, so that the card of an open ticket is still there when its time runs out.</summary>
    [Range(1, 365)]
    public int HistoryDays { get; init; } = 30;

    /// <summary>Activities of one conversation that are kept at most; 100 to 100000, normally 1000.</summary>
    [Range(100, 100_000)]
    public int HistoryLength { get; init; } = 1000;
}

namespace CommunityBot.Messages;

/// <summary>What a messenger can show and do; whatever it cannot is said in words, so that no step of a talk vanishes.</summary>
public sealed record ChannelTraits
{
    public static ChannelTraits Everything { get; } = new();

    /// <summary>Buttons below a bubble. Without them every choice stands as a numbered line in the text.</summary>
    public bool HasButtons { get; init; } = true;

    /// <summary>A sent bubble can change in place; else the new one follows below.</summary>
    public bool CanEdit { get; init; } = true;

    /// <summary>A button asks the phone for its place; else the villager is asked for its name.</summary>
    public bool CanAskLocation { get; init; } = true;

    /// <summary>Voice notes can be sent to the villager.</summary>
    public bool CanSendVoice { get; init; } = true;

    /// <summary>Several photos go as one bubble.</summary>
    public bool HasAlbums { get; init; } = true;

    /// <summary>Shows that an answer is being written.</summary>
    public bool ShowsTyping { get; init; } = true;

    /// <summary>Characters in one bubble.</summary>
    public int LongestText { get; init; } = 4096;

    /// <summary>How long after the villager's last word we may write free of charge; null for ever.</summary>
    public TimeSpan? FreeWindow { get; init; }

    /// <summary>How long after the villager's last word we may write at all; null for ever.</summary>
    public TimeSpan? PaidWindow { get; init; }
}

namespace CommunityBot.Handovers;

/// <summary>The keys of the buttons of a hand-over; valid for weeks, never proof of any right.</summary>
public static class HandoverKeys
{
    /// <summary>Every key of an officer's button: "q:take:7F3K9QMDT"; also what a bubble in the desk is about: "q:7F3K9QMDT".</summary>
    public const string Officer = "q:";

    /// <summary>Every key of a villager's button: "w:ans:7F3K9QMDT".</summary>
    public const string Villager = "w:";

    public const string Take = "take";
    public const string Close = "end";

    /// <summary>The villager wants to say more to the officer.</summary>
    public const string Answer = "w:ans:";

    private const int LongestId = 20;

    public static string ForOfficer(string action, string id) => $"{Officer}{action}:{id}";

    public static string About(string id) => Officer + id;

    /// <summary>The id behind what a bubble is about; null when it is about something else.</summary>
    public static string? IdIn(string? about) =>
        about is not null && about.StartsWith(Officer, StringComparison.Ordinal) && IsId(about[Officer.Length..]) ? about[Officer.Length..] : null;

    /// <summary>What an officer's button wants; null for a forged key.</summary>
    public static (string Action, string Id)? Read(string key) =>
        key.StartsWith(Officer, StringComparison.Ordinal) && key[Officer.Length..].Split(':') is [Take or Close, var id] parts && IsId(id) ? (parts[0], id) : null;

    public static bool IsId(string id) => id.Length is > 0 and <= LongestId && id.All(char.IsAsciiLetterOrDigit);
}

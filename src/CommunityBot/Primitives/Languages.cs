namespace CommunityBot.Primitives;

/// <summary>The languages villagers of the province speak, and which of them the bot may speak.</summary>
public static class Languages
{
    /// <summary>Complete, always there, what everything falls back to.</summary>
    public const string Vietnamese = "vi";

    /// <summary>Codes that content files may bear beside Vietnamese.</summary>
    public static IReadOnlyList<string> Others { get; } = ["tay", "nung", "mong", "dao", "en"];

    /// <summary>Vietnamese and the others.</summary>
    public static IReadOnlyList<string> All { get; } = [Vietnamese, .. Others];

    public static bool IsKnown(string code) => All.Contains(code);
}

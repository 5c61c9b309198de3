namespace CommunityBot.Files.Content;

/// <summary>The day on which somebody last compared something with its sources, and where that day is written.</summary>
internal sealed record CheckedDate(DateOnly Day, string File, int Line);

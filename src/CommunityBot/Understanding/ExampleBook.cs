namespace CommunityBot.Understanding;

/// <summary>All sentences the bot learns from.</summary>
public sealed record ExampleBook(IReadOnlyList<Example> All);

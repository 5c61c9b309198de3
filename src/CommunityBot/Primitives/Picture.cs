namespace CommunityBot.Primitives;

/// <summary>A drawing shown to villagers, and the words for those who cannot see it.</summary>
/// <param name="Name">The file's name in <c>content/pictures</c> without its ending.</param>
/// <param name="AltText">What the drawing shows, in Vietnamese.</param>
public sealed record Picture(string Name, string AltText);

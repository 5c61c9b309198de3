namespace CommunityBot.Primitives;

/// <summary>Gives the drawings of the content as PNG files small enough for a weak connection.</summary>
public interface IPictures
{
    /// <summary>The largest picture a villager is asked to download.</summary>
    const int MostBytes = 60_000;

    /// <summary>The PNG of a drawing, or null when there is none of that name.</summary>
    ReadOnlyMemory<byte>? FindPng(string name);
}

namespace CommunityBot.Primitives;

/// <summary>The only source of chance: ticket codes, invitation codes, retry jitter. Tests replay it from a seed.</summary>
public interface IChance
{
    /// <summary>Fills the buffer with unpredictable bytes.</summary>
    void Fill(Span<byte> buffer);
}

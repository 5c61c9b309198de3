using CommunityBot.Primitives;

namespace CommunityBot.TestKit;

/// <summary>Chance that comes out the same in every run.</summary>
public sealed class SeededChance(int seed = 1) : IChance
{
    private readonly Random random = new(seed);

    public void Fill(Span<byte> buffer)
    {
        lock (random)
        {
            random.NextBytes(buffer);
        }
    }
}

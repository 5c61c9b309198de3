using System.Security.Cryptography;

namespace CommunityBot.Primitives;

/// <summary>Chance for real villagers: nobody can guess the next code.</summary>
public sealed class SystemChance : IChance
{
    public void Fill(Span<byte> buffer) => RandomNumberGenerator.Fill(buffer);
}

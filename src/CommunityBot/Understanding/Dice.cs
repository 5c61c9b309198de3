namespace CommunityBot.Understanding;

/// <summary>Numbers that look thrown but are always the same for the same seed and turn, so that learning can be repeated.</summary>
internal static class Dice
{
    public static uint Roll(uint seed, uint turn)
    {
        var value = (seed * 0x9E3779B9u) ^ (turn * 0x85EBCA6Bu) ^ 0x27D4EB2Fu;
        value = (value ^ (value >> 15)) * 0x2C1B3C6Du;
        value = (value ^ (value >> 12)) * 0x297A2D39u;
        return value ^ (value >> 15);
    }

    /// <summary>True about so often: 0 never, 1 always.</summary>
    public static bool Happens(double howOften, uint seed, uint turn) => Roll(seed, turn) < howOften * uint.MaxValue;
}

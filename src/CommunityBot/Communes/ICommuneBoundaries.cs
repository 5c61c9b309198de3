using CommunityBot.Primitives;

namespace CommunityBot.Communes;

/// <summary>The borders an operator imported; without them the bot asks which of the nearest communes it is.</summary>
public interface ICommuneBoundaries
{
    /// <summary>The units that have borders; empty when nothing was imported.</summary>
    IReadOnlyCollection<UnitKey> Units { get; }

    /// <summary>The units at a point and those whose border is at most <see cref="BoundarySighting.BorderMetres"/> away.</summary>
    BoundarySighting At(GeoPoint point);
}

/// <summary>What lies at a point.</summary>
/// <param name="Units">The unit that holds the point first, then by distance; empty when there is none near.</param>
/// <param name="IsNearBorder">Any border within <see cref="BorderMetres"/>, also the one of the province.</param>
public readonly record struct BoundarySighting(IReadOnlyList<UnitKey> Units, bool IsNearBorder)
{
    /// <summary>So near a border a telephone's place may be on the wrong side.</summary>
    public const int BorderMetres = 250;
}

/// <summary>Nothing was imported.</summary>
public sealed class NoBoundaries : ICommuneBoundaries
{
    public IReadOnlyCollection<UnitKey> Units => [];

    public BoundarySighting At(GeoPoint point) => new([], IsNearBorder: false);
}

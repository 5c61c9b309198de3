namespace CommunityBot.Primitives;

/// <summary>A place on the map as a villager's phone sends it (WGS 84, degrees).</summary>
/// <param name="Latitude">-90 to 90.</param>
/// <param name="Longitude">-180 to 180.</param>
public readonly record struct GeoPoint(double Latitude, double Longitude)
{
    /// <summary>False for numbers that are no place on earth; such a point is ignored.</summary>
    public bool IsOnEarth => double.IsFinite(Latitude) && double.IsFinite(Longitude)
        && Math.Abs(Latitude) <= 90 && Math.Abs(Longitude) <= 180;
}

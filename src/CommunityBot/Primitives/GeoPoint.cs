namespace CommunityBot.Primitives;

/// <summary>A place on the map as a villager's phone sends it (WGS 84, degrees).</summary>
/// <param name="Latitude">-90 to 90.</param>
/// <param name="Longitude">-180 to 180.</param>
public readonly record struct GeoPoint(double Latitude, double Longitude)
{
    /// <summary>False for numbers that are no place on earth; such a point is ignored.</summary>
    public bool IsOnEarth => double.IsFinite(Latitude) && double.IsFinite(Longitude)
        && Math.Abs(Latitude) <= 90 && Math.Abs(Longitude) <= 180;

    /// <summary>About a kilometre wide: says the hamlet, not the house.</summary>
    public GeoPoint Blurred() => new(Math.Round(Latitude, 2), Math.Round(Longitude, 2));

    /// <summary>The way as the crow flies, exact to the metre inside a province.</summary>
    public double MetresTo(GeoPoint other)
    {
        const double earthRadius = 6_371_008.8;
        var halfLatitude = double.DegreesToRadians(other.Latitude - Latitude) / 2;
        var halfLongitude = double.DegreesToRadians(other.Longitude - Longitude) / 2;
        var square = Math.Pow(Math.Sin(halfLatitude), 2)
            + (Math.Cos(double.DegreesToRadians(Latitude)) * Math.Cos(double.DegreesToRadians(other.Latitude))
                * Math.Pow(Math.Sin(halfLongitude), 2));
        return 2 * earthRadius * Math.Asin(Math.Min(1, Math.Sqrt(square)));
    }
}

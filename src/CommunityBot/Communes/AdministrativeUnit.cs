using CommunityBot.Primitives;

namespace CommunityBot.Communes;

/// <summary>A commune, ward or township as one year's official list has it; one without a successor is in force today.</summary>
/// <param name="Key">Year and code.</param>
/// <param name="Type">Xã, phường or thị trấn.</param>
/// <param name="Name">Without the type: "Chợ Rã".</param>
/// <param name="District">The former district, without its type: "Ba Bể"; null since districts are gone.</param>
/// <param name="IsServed">Whether the commune works with CommunityBot; only asked of units in force.</param>
/// <param name="Inside">A point inside the unit, when known.</param>
/// <param name="Successor">The unit it went whole into; null while in force.</param>
public sealed record AdministrativeUnit(
    UnitKey Key, UnitType Type, string Name, string? District, bool IsServed, GeoPoint? Inside, UnitKey? Successor)
{
    /// <summary>"Xã Chợ Rã", "Thị trấn Chợ Rã".</summary>
    public string FullName => Type.FullName(Name);
}

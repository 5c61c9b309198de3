using System.Collections.Frozen;
using CommunityBot.Primitives;

namespace CommunityBot.Communes;

/// <summary>All units there are and were, and which of today's communes is responsible for each of them. Never changes while the bot runs.</summary>
public sealed class CommuneDirectory
{
    private readonly FrozenDictionary<UnitKey, Commune> today;

    /// <summary>Takes lists that were checked; a unit whose line of successors leads nowhere is a mistake of the caller.</summary>
    public CommuneDirectory(
        IReadOnlyList<AdministrativeUnit> units, IReadOnlyList<FormerArea> areas, IReadOnlyList<string> everydayWords)
    {
        Units = units;
        Areas = areas;
        EverydayWords = everydayWords;

        var byKey = units.ToDictionary(unit => unit.Key);
        var lastOf = units.ToDictionary(unit => unit.Key, unit => LastInLine(unit, byKey));
        var communes = units.Where(unit => unit.Successor is null)
            .ToDictionary(unit => unit.Key, unit => ToCommune(unit, units.Where(other => lastOf[other.Key] == unit.Key)));

        Communes = [.. communes.Values];
        today = lastOf.ToFrozenDictionary(pair => pair.Key, pair => communes[pair.Value]);
    }

    /// <summary>The communes and wards in force, served or not, in the order of the list.</summary>
    public IReadOnlyList<Commune> Communes { get; }

    /// <summary>Every unit of every year, also those in force.</summary>
    public IReadOnlyList<AdministrativeUnit> Units { get; }

    public IReadOnlyList<FormerArea> Areas { get; }

    /// <summary>Names that are also ordinary words ("thành công"): in a sentence they need "xã" before them.</summary>
    public IReadOnlyList<string> EverydayWords { get; }

    /// <summary>The communes that work with CommunityBot.</summary>
    public IEnumerable<Commune> Served => Communes.Where(commune => commune.IsServed);

    /// <summary>The commune responsible today for a unit of any year, or null when the key is unknown.</summary>
    public Commune? ResponsibleFor(UnitKey key) => today.GetValueOrDefault(key);

    /// <summary>A commune in force; null for unknown units and for those of former years.</summary>
    public Commune? Find(UnitKey key) => ResponsibleFor(key) is { } commune && commune.Key == key ? commune : null;

    /// <summary>A former district by its name without the type.</summary>
    public FormerArea? FindDistrict(string? name) => Areas.FirstOrDefault(area => area.Type != AreaType.Province && area.Name == name);

    /// <summary>Today's communes on the land of a former district; the one that bears its name comes first.</summary>
    public IReadOnlyList<Commune> CommunesOf(string district) =>
        [.. Communes.Where(commune => commune.FormerDistricts.Contains(district))
            .OrderByDescending(commune => string.Equals(commune.Name, district, StringComparison.Ordinal))];

    private static Commune ToCommune(AdministrativeUnit unit, IEnumerable<AdministrativeUnit> predecessors) => new(
        unit.Key,
        unit.Type,
        unit.Name,
        unit.IsServed,
        unit.Inside ?? throw new ArgumentException($"{unit.Key} has no point inside.", nameof(unit)),
        [.. predecessors.Select(old => old.District).OfType<string>().Distinct()]);

    private static UnitKey LastInLine(AdministrativeUnit unit, Dictionary<UnitKey, AdministrativeUnit> byKey)
    {
        for (var at = unit; ;)
        {
            if (at.Successor is not { } next)
            {
                return at.Key;
            }

            if (next.Vintage <= at.Key.Vintage || !byKey.TryGetValue(next, out at))
            {
                throw new ArgumentException($"The successors of {unit.Key} lead nowhere.", nameof(unit));
            }
        }
    }
}

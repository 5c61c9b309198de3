using CommunityBot.Primitives;

namespace CommunityBot.Communes;

/// <summary>A commune or ward that is responsible today; a villager's report always belongs to one.</summary>
/// <param name="Key">Year and code.</param>
/// <param name="Type">Xã or phường.</param>
/// <param name="Name">Without the type: "Chợ Rã".</param>
/// <param name="IsServed">False: known, but not yet working with CommunityBot; its reports go to the province's queue.</param>
/// <param name="Inside">A point inside, for maps.</param>
/// <param name="FormerDistricts">The districts its land belonged to until 30 June 2025, in the order of the list.</param>
public sealed record Commune(
    UnitKey Key, UnitType Type, string Name, bool IsServed, GeoPoint Inside, IReadOnlyList<string> FormerDistricts)
{
    /// <summary>"Xã Chợ Rã", for the start of a sentence, a button or a list.</summary>
    public string FullName => Type.FullName(Name);

    /// <summary>"xã Chợ Rã", for the middle of a sentence.</summary>
    public string NameInSentence => $"{Type.Word()} {Name}";

    public bool Equals(Commune? other) => other is not null && Key == other.Key;

    public override int GetHashCode() => Key.GetHashCode();
}

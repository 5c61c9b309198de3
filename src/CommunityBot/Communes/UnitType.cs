namespace CommunityBot.Communes;

/// <summary>What kind of unit a name stands for, in the order bà con meet them.</summary>
public enum UnitType
{
    /// <summary>Xã.</summary>
    Commune,

    /// <summary>Phường.</summary>
    Ward,

    /// <summary>Thị trấn, until 30 June 2025.</summary>
    Township,
}

/// <summary>The Vietnamese word of a unit's type.</summary>
public static class UnitTypeWords
{
    private static readonly (UnitType Type, string Word)[] Words =
        [(UnitType.Commune, "xã"), (UnitType.Ward, "phường"), (UnitType.Township, "thị trấn")];

    /// <summary>"xã", "phường" or "thị trấn".</summary>
    public static string Word(this UnitType type) => Words.First(pair => pair.Type == type).Word;

    /// <summary>"Xã Chợ Rã".</summary>
    public static string FullName(this UnitType type, string name)
    {
        var word = type.Word();
        return $"{char.ToUpperInvariant(word[0])}{word[1..]} {name}";
    }

    public static UnitType? Parse(string word)
    {
        foreach (var (type, known) in Words)
        {
            if (string.Equals(known, word, StringComparison.OrdinalIgnoreCase))
            {
                return type;
            }
        }

        return null;
    }
}

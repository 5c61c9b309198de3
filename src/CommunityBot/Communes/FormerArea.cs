namespace CommunityBot.Communes;

/// <summary>A former district or a province: nobody is responsible there any more, but bà con still say the name.</summary>
/// <param name="Code">Three digits for a district, two for a province.</param>
/// <param name="Type">Huyện, thành phố or tỉnh.</param>
/// <param name="Name">Without the type: "Ba Bể".</param>
public sealed record FormerArea(string Code, AreaType Type, string Name)
{
    /// <summary>"Huyện Ba Bể".</summary>
    public string FullName => Type switch
    {
        AreaType.RuralDistrict => $"Huyện {Name}",
        AreaType.City => $"Thành phố {Name}",
        AreaType.Province => $"Tỉnh {Name}",
    };
}

/// <summary>What kind of area a name stands for.</summary>
public enum AreaType
{
    /// <summary>Huyện.</summary>
    RuralDistrict,

    /// <summary>Thành phố thuộc tỉnh.</summary>
    City,

    /// <summary>Tỉnh; old or new.</summary>
    Province,
}

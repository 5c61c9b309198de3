using CommunityBot.Communes;
using CommunityBot.Primitives;

namespace CommunityBot.Tests.Communes;

public sealed class CommuneDirectoryTests
{
    private static readonly UnitKey First = new(2019, "00001");
    private static readonly UnitKey Second = new(2023, "00001");
    private static readonly UnitKey Today = new(2025, "00001");

    [Fact]
    public void A_unit_that_changed_twice_belongs_to_the_commune_of_today()
    {
        var directory = new CommuneDirectory([Unit(First, Second, "Ba Bể"), Unit(Second, Today, "Chợ Đồn"), Unit(Today, null)], [], []);

        Assert.All([First, Second, Today], key => Assert.Equal(Today, directory.ResponsibleFor(key)!.Key));
        Assert.Equal(["Ba Bể", "Chợ Đồn"], directory.Communes.Single().FormerDistricts);
        Assert.Null(directory.Find(Second));
    }

    [Fact]
    public void The_commune_that_bears_its_former_districts_name_comes_first()
    {
        var (plain, namesake) = (new UnitKey(2025, "00002"), new UnitKey(2025, "00003"));
        var directory = new CommuneDirectory(
            [
                Unit(new UnitKey(2023, "00002"), plain, "Na Rì"), Unit(new UnitKey(2023, "00003"), namesake, "Na Rì"),
                Unit(plain, null), Unit(namesake, null) with { Name = "Na Rì" },
            ],
            [],
            []);

        Assert.Equal([namesake, plain], directory.CommunesOf("Na Rì").Select(commune => commune.Key));
    }

    [Fact]
    public void A_line_of_successors_that_leads_nowhere_is_refused() =>
        Assert.Throws<ArgumentException>(() => new CommuneDirectory([Unit(First, Second)], [], []));

    [Fact]
    public void A_line_of_successors_that_runs_in_a_circle_is_refused() =>
        Assert.Throws<ArgumentException>(() => new CommuneDirectory([Unit(First, Second), Unit(Second, First)], [], []));

    [Fact]
    public void Names_are_written_with_their_type()
    {
        var commune = new CommuneDirectory([Unit(Today, null) with { Type = UnitType.Ward, Name = "Đức Xuân" }], [], []).Communes[0];

        Assert.Equal("Phường Đức Xuân", commune.FullName);
        Assert.Equal("phường Đức Xuân", commune.NameInSentence);
        Assert.Equal("Thị trấn Chợ Rã", (Unit(Second, Today) with { Type = UnitType.Township, Name = "Chợ Rã" }).FullName);
    }

    private static AdministrativeUnit Unit(UnitKey key, UnitKey? successor, string? district = null) =>
        new(key, UnitType.Commune, "Nà Mu", district, IsServed: successor is null, new GeoPoint(22, 105), successor);
}

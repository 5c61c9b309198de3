using CommunityBot.Communes;
using CommunityBot.Primitives;
using CommunityBot.TestKit.Communes;

namespace CommunityBot.Tests.Communes;

public sealed class CommunePlacesTests
{
    private static readonly GeoPoint Here = new(22.15, 105.15);
    private static readonly Tiling Province = new();

    [Fact]
    public void A_commune_that_is_not_served_is_found_and_said_to_be_unserved()
    {
        var directory = new CommuneDirectory(
            [.. Province.Directory.Units.Select(unit => unit.Key == Tiling.KeyOf(1, 1) ? unit with { IsServed = false } : unit)], [], []);
        var places = new CommunePlaces(directory, new FixedBorders([Tiling.KeyOf(1, 1)], isNearBorder: false));

        var answer = Assert.IsType<CommuneAnswer.NotServed>(places.At(Here));

        Assert.Contains("chưa dùng", answer.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void A_border_in_question_is_asked_about_even_with_one_commune()
    {
        var places = new CommunePlaces(Province.Directory, new FixedBorders([Tiling.KeyOf(0, 0)], isNearBorder: true));
        Assert.Single(Assert.IsType<CommuneAnswer.Choose>(places.At(Here)).Communes);
    }

    [Fact]
    public void Borders_of_a_former_unit_lead_to_the_commune_of_today()
    {
        var former = Province.Directory.Units.First(unit => unit.Successor == Tiling.KeyOf(2, 2)).Key;
        var places = new CommunePlaces(Province.Directory, new FixedBorders([former], isNearBorder: false));
        Assert.Equal(Tiling.KeyOf(2, 2), Assert.IsType<CommuneAnswer.Found>(places.At(Here)).Commune.Key);
    }

    [Fact]
    public void Borders_of_units_nobody_knows_are_as_good_as_none()
    {
        var places = new CommunePlaces(Province.Directory, new FixedBorders([new UnitKey(2031, "00001")], isNearBorder: false));
        Assert.Equal(Tiling.KeyOf(1, 1), Assert.IsType<CommuneAnswer.Choose>(places.At(Here)).Communes[0].Key);
    }

    [Theory]
    [InlineData(22.15, 105.15, 22.15, 105.15, 0)]
    [InlineData(22, 105, 23, 105, 111_195)]
    [InlineData(22, 105, 22, 106, 103_098)]
    public void The_way_as_the_crow_flies_is_measured_in_metres(double south, double west, double north, double east, double metres) =>
        Assert.Equal(metres, new GeoPoint(south, west).MetresTo(new GeoPoint(north, east)), tolerance: 5);

    private sealed class FixedBorders(IReadOnlyList<UnitKey> units, bool isNearBorder) : ICommuneBoundaries
    {
        public IReadOnlyCollection<UnitKey> Units => units;

        public BoundarySighting At(GeoPoint point) => new(units, isNearBorder);
    }
}

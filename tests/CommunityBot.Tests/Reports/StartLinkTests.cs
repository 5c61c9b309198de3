using CommunityBot.Communes;
using CommunityBot.Reports;

namespace CommunityBot.Tests.Reports;

public sealed class StartLinkTests
{
    [Fact]
    public void A_poster_names_the_commune_and_the_tap()
    {
        var link = StartLink.Read("xa-01912__tap-N17");

        Assert.Equal(new StartLink(new UnitKey(2025, "01912"), "N17", null), link);
    }

    [Fact]
    public void A_former_commune_is_named_with_its_year()
        => Assert.Equal(new UnitKey(2023, "01912"), StartLink.Read("xa-2023-01912")?.Commune);

    [Fact]
    public void A_kind_may_hold_an_underscore()
        => Assert.Equal("broken_tap", StartLink.Read("viec-broken_tap__bao")?.Category);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("xa-1")]
    [InlineData("xa-01912__xa-01913")]
    [InlineData("tap-")]
    [InlineData("tap-<b>")]
    [InlineData("something")]
    [InlineData("xa-01912 tap-3")]
    [InlineData("tap-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void Anything_else_is_no_link_of_ours(string? payload) => Assert.Null(StartLink.Read(payload));
}

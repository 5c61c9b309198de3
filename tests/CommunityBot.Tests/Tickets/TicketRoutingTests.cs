using CommunityBot.Communes;
using CommunityBot.Reports;
using CommunityBot.TestKit;
using CommunityBot.TestKit.Talk;
using CommunityBot.Tickets;
using CsCheck;

namespace CommunityBot.Tests.Tickets;

public sealed class TicketRoutingTests : IAsyncDisposable
{
    private readonly ConversationBench bench = new();

    private CommuneDirectory Communes => bench.Get<CommuneDirectory>();

    [Fact]
    public void A_commune_handles_its_own_when_nothing_else_is_said()
    {
        var route = TicketRouting.Decide(TicketAt(DeskTown.ChoRa), RoutingRules.None, Communes);

        Assert.Equal(DeskTown.ChoRa, route.Commune);
        Assert.Contains("xã Chợ Rã", route.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_for_the_category_goes_before_the_rule_for_any_and_says_its_number()
    {
        var rules = new RoutingRules
        {
            Rules =
            [
                new RoutingRule(3, RoutingReason.Rule, DeskTown.ChoRa, null, DeskTown.ChoRa),
                new RoutingRule(7, RoutingReason.Rule, DeskTown.ChoRa, "broken_tap", DeskTown.BacKan),
            ],
        };
        var route = TicketRouting.Decide(TicketAt(DeskTown.ChoRa), rules, Communes);

        Assert.Equal(DeskTown.BacKan, route.Commune);
        Assert.Equal("xã Chợ Rã, loại broken_tap, quy tắc 7", route.Why);
    }

    [Fact]
    public void An_unserved_commune_and_an_unknown_place_go_to_the_province()
    {
        var unserved = Communes.Communes.First(commune => !commune.IsServed);

        Assert.Null(TicketRouting.Decide(TicketAt(unserved.Key), RoutingRules.None, Communes).Commune);
        Assert.Null(TicketRouting.Decide(TicketAt(null), RoutingRules.None, Communes).Commune);
        Assert.Null(TicketRouting.Decide(TicketAt(new UnitKey(2031, "99999")), RoutingRules.None, Communes).Commune);
    }

    [Fact]
    public void Asset_owner_then_override_then_category_then_any_whatever_the_rules_are()
    {
        var units = Communes.Communes.Select(commune => commune.Key).ToArray();
        var anyUnit = Gen.Int[0, units.Length - 1].Select(at => units[at]);
        var rule = Gen.Select(
            Gen.Int[1, 99], Gen.Enum<RoutingReason>(), anyUnit, Gen.Int[0, 2].Select(at => new[] { "broken_tap", "litter", "" }[at]), anyUnit,
            (number, reason, at, category, to) => new RoutingRule(number, reason, at, category.Length == 0 ? null : category, to));

        Gen.Select(anyUnit, rule.List[0, 12], Gen.Int[0, 2].Select(at => new[] { "tap-1", "tap-2", "" }[at]), anyUnit).Sample((at, rules, asset, owner) =>
        {
            var ticket = TicketAt(at, asset.Length == 0 ? null : asset);
            var known = new RoutingRules { Rules = rules, AssetOwners = new Dictionary<string, UnitKey> { ["tap-1"] = owner } };
            Assert.Equal(Expected(at, asset, owner, rules), TicketRouting.Decide(ticket, known, Communes).Commune);
        });
    }

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    private UnitKey? Expected(UnitKey at, string asset, UnitKey owner, List<RoutingRule> rules)
    {
        if (asset == "tap-1")
        {
            return owner;
        }

        var fitting = rules.Where(rule => rule.Commune == at && rule.Category is null or "broken_tap").Where(rule => rule.Commune == at);
        var best = fitting.OrderBy(rule => rule.Reason == RoutingReason.Rule).ThenBy(rule => rule.Category is null).ThenBy(rule => rule.Number).FirstOrDefault();
        return best?.To ?? (Communes.Find(at)!.IsServed ? at : null); // drawn from the directory
    }

    private static Ticket TicketAt(UnitKey? commune, string? asset = null) => new()
    {
        Id = TicketId.New(new SeededChance(1)),
        ReceivedAt = ConversationBench.Start,
        Status = TicketStatus.New,
        Category = "broken_tap",
        Severity = Severity.S3,
        Place = new TicketPlace(commune, null, null, asset, null),
        Reporter = new Reporter(null, null, null, Anonymity.NothingStored, null),
    };
}

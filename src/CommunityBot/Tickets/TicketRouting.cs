using CommunityBot.Communes;

namespace CommunityBot.Tickets;

/// <summary>Who is responsible for a report: the first of the rules that fits, and the sentence why.</summary>
public static class TicketRouting
{
    public static Route Decide(Ticket ticket, RoutingRules rules, CommuneDirectory communes)
    {
        var place = ticket.Place;
        var commune = place.Commune is { } key ? communes.ResponsibleFor(key) : null;

        if (place.AssetCode is { } asset && rules.AssetOwners.TryGetValue(asset, out var owner) && communes.ResponsibleFor(owner) is { } keeper)
        {
            return new Route(keeper.Key, $"mã tài sản {asset} do {keeper.NameInSentence} quản lý, quy tắc 1");
        }

        if (rules.Find(RoutingReason.Override, commune?.Key, ticket.Category) is { } chosen && communes.ResponsibleFor(chosen.To) is { } moved)
        {
            return new Route(moved.Key, $"{Where(commune)}, cán bộ đã chọn {moved.NameInSentence}, quy tắc {chosen.Number}");
        }

        if (rules.Find(RoutingReason.Rule, commune?.Key, ticket.Category) is { } rule && communes.ResponsibleFor(rule.To) is { } ruled)
        {
            var kind = rule.Category is null ? "mọi loại" : $"loại {rule.Category}";
            return new Route(ruled.Key, $"{Where(commune)}, {kind}, quy tắc {rule.Number}");
        }

        return commune switch
        {
            null => new Route(null, "chưa rõ xã nên vào hàng chờ của tỉnh"),
            { IsServed: false } => new Route(null, $"{commune.NameInSentence} chưa dùng hệ thống nên vào hàng chờ của tỉnh"),
            _ => new Route(commune.Key, $"{commune.NameInSentence}, mọi loại, quy tắc chung"),
        };
    }

    private static string Where(Commune? commune) => commune?.NameInSentence ?? "chưa rõ xã";
}

/// <summary>Where a ticket goes.</summary>
/// <param name="Commune">Null is the province's queue.</param>
/// <param name="Why">"xã Chợ Rã, loại broken_tap, quy tắc 7".</param>
public sealed record Route(UnitKey? Commune, string Why);

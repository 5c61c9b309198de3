using CommunityBot.Communes;
using CommunityBot.Desks;
using CommunityBot.Messages;
using CommunityBot.Storage;
using CommunityBot.Tickets;

namespace CommunityBot.Host.Demo.Seed;

/// <summary>Opens a desk for every served commune, with a lead who came in by a code as in real life.</summary>
internal static class SeedDesks
{
    private static readonly string[] Families = ["Nông", "Hoàng", "Triệu", "Lường", "Ma", "Bàn", "Đặng", "Lý", "Hà", "Nguyễn", "Lục"];
    private static readonly string[] Given =
    [
        "Văn Tuyên", "Thị Mười", "Đức Thắng", "Thị Hiền", "Văn Quý", "Thị Nhình", "Xuân Bách", "Thị Liễu", "Văn Khoa", "Thị Sen", "Minh Đạo", "Thị Vui", "Văn Hòa",
    ];

    public static async Task<IReadOnlyDictionary<UnitKey, OfficerAtDesk>> OpenAsync(SeedStage stage, CancellationToken cancellationToken)
    {
        var desks = new Dictionary<UnitKey, OfficerAtDesk>();

        foreach (var (place, commune) in stage.Get<CommuneDirectory>().Served.Index())
        {
            desks[commune.Key] = await OpenAsync(stage, commune, NameOf(place), hasConfirmedTimes: place % 3 != 0, cancellationToken);
        }

        return desks;
    }

    private static async Task<OfficerAtDesk> OpenAsync(SeedStage stage, Commune commune, string name, bool hasConfirmedTimes, CancellationToken cancellationToken)
    {
        var chat = new ConversationKey(DemoPhones.ChannelName, $"xa-{commune.Key.Code}");
        var sender = new Sender($"can-bo-{commune.Key.Code}", name);
        Officer? officer = null;
        await stage.DoAsync(async work =>
        {
            var issued = stage.Get<InviteDesk>().Issue(work, StaffRole.CommuneLead, commune.Key, issuer: null, issuedIn: null);
            var newcomer = new Newcomer(Officer.IdOf(chat, sender), name, IsAnonymous: false, chat, IsGroup: true);
            var answer = await stage.Get<UseInvitation>().RunAsync(work, issued.Code, newcomer, cancellationToken);
            officer = ((CodeAnswer.Linked)answer).Officer;
            var desk = await work.FindDeskAsync(commune.Key, cancellationToken);
            work.Put(CommuneDesk.Kind, desk with { HasConfirmedTimes = hasConfirmedTimes });
            return null;
        }, cancellationToken);
        return new OfficerAtDesk(officer!, chat); // linked just above
    }

    /// <summary>Families and given names have no common divisor in number, so nobody is called like their neighbour.</summary>
    private static string NameOf(int place) => $"{Families[place % Families.Length]} {Given[place % Given.Length]}";
}

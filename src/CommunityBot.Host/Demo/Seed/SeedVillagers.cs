using CommunityBot.Messages;
using CommunityBot.Villagers;

namespace CommunityBot.Host.Demo.Seed;

/// <summary>A handful of villagers who have agreed that their reports are kept.</summary>
internal static class SeedVillagers
{
    private static readonly (string Name, string Address)[] People =
    [
        ("Lường Thị Pém", "bà"), ("Hoàng Văn Sình", "bác"), ("Triệu Mùi Nái", "chị"), ("Nông Văn Dũng", "anh"),
        ("Ma Thị Thơm", "cô"), ("Bàn Văn Quan", "chú"), ("Lý Thị Coi", "bác"), ("Đặng Tòn Phin", "em"),
    ];

    public static async Task<IReadOnlyList<Villager>> MeetAsync(SeedStage stage, CancellationToken cancellationToken)
    {
        var consent = stage.Get<ConsentNotice>().Answer(isGiven: true, stage.Clock.GetUtcNow(), "seed");
        var villagers = People.Select((person, number) => new Villager
        {
            Conversation = new ConversationKey(DemoPhones.ChannelName, $"ba-con-{number}"),
            Name = person.Name,
            Address = person.Address,
            ReportConsent = consent,
        }).ToList();
        await stage.DoAsync(work =>
        {
            villagers.ForEach(villager => work.Put(Villager.Kind, villager));
            return Task.FromResult<Tickets.TicketRefusal?>(null);
        }, cancellationToken);
        return villagers;
    }
}

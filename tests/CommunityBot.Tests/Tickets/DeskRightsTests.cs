using CommunityBot.Desks;
using CommunityBot.Messages;
using CommunityBot.Storage;
using CommunityBot.TestKit.Talk;
using CommunityBot.Tickets;

namespace CommunityBot.Tests.Tickets;

/// <summary>Every button pressed by everybody: who may, and that a refusal changes nothing and tells nothing.</summary>
public sealed class DeskRightsTests
{
    private static readonly string[] Actions =
    [
        TicketKeys.Accept, TicketKeys.Start, TicketKeys.Ask, TicketKeys.Forward, TicketKeys.Decline, TicketKeys.Resolve, TicketKeys.Reporter,
        TicketKeys.Category, TicketKeys.Culprit, TicketKeys.Open, TicketKeys.AgreeReopen, TicketKeys.RefuseReopen,
        $"{TicketKeys.Outcome}+repaired", $"{TicketKeys.ForwardTo}+prov", $"{TicketKeys.ForwardTo}+com", $"{TicketKeys.ForwardTo}+2025-01843",
        $"{TicketKeys.ForwardTo}+0", $"{TicketKeys.Category}+litter", "nonsense",
    ];

    [Theory]
    [InlineData("stranger")]
    [InlineData("waiting")]
    [InlineData("removed")]
    [InlineData("other-officer")]
    [InlineData("other-lead")]
    public async Task Somebody_without_the_right_changes_nothing_and_learns_nothing(string who)
    {
        await using var town = new DeskTown();
        var lead = await town.LinkGroupAsync("-500", "chị Lan");
        var intruder = await IntruderAsync(town, lead, who);
        var ticket = await town.ReportAsync(town.Bench.Villager("bà Lường"));
        await lead.PressesAsync("Nhận việc");
        var before = await town.FindAsync(ticket.Id);

        foreach (var action in Actions)
        {
            await intruder.PressesKeyAsync(KeyOf(action, ticket.Id));

            var after = await town.FindAsync(ticket.Id);
            Assert.Equal((before.Status, before.Timeline.Count), (after.Status, after.Timeline.Count));
            Assert.Equal(before.Cards, after.Cards);
            Assert.NotNull(intruder.Notice);
            Assert.All([.. intruder.Answers.Select(bubble => bubble.Text), intruder.Notice], words =>
            {
                Assert.DoesNotContain("Nà Ít", words, StringComparison.Ordinal);
                Assert.DoesNotContain("0912", words, StringComparison.Ordinal);
                Assert.DoesNotContain("chị Lan", words, StringComparison.Ordinal);
            });
        }
    }

    [Theory]
    [InlineData("other-officer")]
    [InlineData("other-lead")]
    public async Task A_ticket_of_another_commune_looks_like_none(string who)
    {
        await using var town = new DeskTown();
        var lead = await town.LinkGroupAsync("-500", "chị Lan");
        var intruder = await IntruderAsync(town, lead, who);
        var ticket = await town.ReportAsync(town.Bench.Villager("bà Lường"));

        await intruder.SaysAsync($"/xem {ticket.Id}");
        var foreign = intruder.LastBubble.Text;
        await intruder.SaysAsync($"/xem {TicketId.New(new CommunityBot.TestKit.SeededChance(99))}");

        Assert.Equal(foreign, intruder.LastBubble.Text);
    }

    [Theory]
    [InlineData("lead", true)]
    [InlineData("officer", true)]
    [InlineData("administrator", true)]
    [InlineData("coordinator", true)]
    [InlineData("stranger", false)]
    public async Task Those_of_the_commune_and_the_province_may_take_a_ticket(string who, bool may)
    {
        await using var town = new DeskTown();
        var lead = await town.LinkGroupAsync("-500", "chị Lan");
        var person = who switch
        {
            "lead" => lead,
            "officer" => await town.InviteAsync(lead, "anh Hà"),
            "administrator" => await town.LinkProvinceAsync("anh Hoàng"),
            "coordinator" => await CoordinatorAsync(town),
            _ => town.Bench.Member("kẻ lạ", "-500"),
        };
        var ticket = await town.ReportAsync(town.Bench.Villager("bà Lường"));

        await person.PressesKeyAsync(TicketKeys.ForOfficer(TicketKeys.Accept, ticket.Id));

        Assert.Equal(may ? TicketStatus.Accepted : TicketStatus.Routed, (await town.FindAsync(ticket.Id)).Status);
    }

    [Fact]
    public async Task A_villager_cannot_close_withdraw_or_answer_for_another()
    {
        await using var town = new DeskTown();
        var lead = await town.LinkGroupAsync("-500", "chị Lan");
        var ticket = await town.ReportAsync(town.Bench.Villager("bà Lường"));
        var stranger = town.Bench.Villager("kẻ lạ");

        foreach (var action in new[] { TicketKeys.Fixed, TicketKeys.StillBroken, TicketKeys.Answer, TicketKeys.Withdraw, TicketKeys.ReallyWithdraw, "x" })
        {
            await stranger.PressesKeyAsync(TicketKeys.ForVillager(action, ticket.Id));
            Assert.DoesNotContain("Nà Ít", stranger.Heard, StringComparison.Ordinal);
        }

        Assert.Equal(2, (await town.FindAsync(ticket.Id)).Timeline.Count);
        Assert.True(lead.CanPress("Nhận việc"));
    }

    private static async Task<Talker> CoordinatorAsync(DeskTown town)
    {
        var work = new Work(town.Bench.Store);
        var issued = town.Bench.Get<InviteDesk>().Issue(work, StaffRole.Coordinator, null, null, null);
        await work.CommitAsync(TestContext.Current.CancellationToken);
        var coordinator = town.Bench.Villager("chị Mai");
        await coordinator.SaysAsync(issued.Code);
        return coordinator;
    }

    private static async Task<Talker> IntruderAsync(DeskTown town, Talker lead, string who)
    {
        switch (who)
        {
            case "other-lead":
                return await town.LinkGroupAsync("-600", "ông Bàn", DeskTown.BacKan);
            case "other-officer":
                return await town.InviteAsync(await town.LinkGroupAsync("-600", "ông Bàn", DeskTown.BacKan), "cô Vàng");
            case "waiting":
                await lead.SaysAsync("/moi");
                var waiting = town.Bench.Member("cô Vàng", "-500");
                await waiting.SaysAsync($"/ma {CodeIn(lead.LastBubble)}");
                return waiting;
            case "removed":
                var removed = await town.InviteAsync(lead, "cô Vàng");
                await lead.SaysAsync("/canbo");
                await lead.PressesAsync("Bỏ cô Vàng");
                return removed;
            default:
                return town.Bench.Member("kẻ lạ", "-500");
        }
    }

    private static string CodeIn(Bubble bubble) => bubble.Text.Split([' ', '\n']).First(word => word.StartsWith("MOI-", StringComparison.Ordinal));

    private static string KeyOf(string action, TicketId ticket) => action.Split('+') is [var name, var more]
        ? TicketKeys.ForOfficer(name, ticket, more)
        : TicketKeys.ForOfficer(action, ticket);
}

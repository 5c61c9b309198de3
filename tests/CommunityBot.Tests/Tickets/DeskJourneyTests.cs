using CommunityBot.Communes;
using CommunityBot.Desks;
using CommunityBot.Messages;
using CommunityBot.Reports;
using CommunityBot.Storage;
using CommunityBot.TestKit.Talk;
using CommunityBot.Tickets;

namespace CommunityBot.Tests.Tickets;

public sealed class DeskJourneyTests
{
    [Fact]
    public async Task A_group_becomes_a_desk_takes_a_ticket_and_resolves_it_with_a_photo()
    {
        await using var town = new DeskTown();
        var lead = await town.LinkGroupAsync("-500", "chị Lan");
        var villager = town.Bench.Villager("bà Lường");
        var ticket = await town.ReportAsync(villager);

        await lead.PressesAsync("Nhận việc");
        Assert.Contains("chị Lan đã nhận", lead.Notice, StringComparison.Ordinal);
        Assert.Contains("đã nhận việc", villager.LastBubble.Text, StringComparison.Ordinal);

        await lead.PressesAsync("Đã xong");
        await lead.PressesAsync("Đã sửa");
        await lead.RepliesAsync(lead.LastBubble, "đã xử lý");
        Assert.Contains("Viết rõ hơn", lead.LastBubble.Text, StringComparison.Ordinal);
        await lead.RepliesWithPhotoAsync(lead.LastBubble, "Đã thay vòi mới ở đầu thôn, nước chảy lại lúc 9 giờ");
        await town.Bench.AdvanceAsync(TimeSpan.FromMinutes(11));

        TestContext.Current.TestOutputHelper!.WriteLine(string.Join("\n", town.Bench.Trouble.Entries));
        Assert.Contains("Đã thay vòi mới", villager.LastBubble.Text, StringComparison.Ordinal);
        await villager.PressesAsync("Ổn");
        Assert.Equal(TicketStatus.Closed, (await town.FindAsync(ticket.Id)).Status);
        Assert.Empty(town.Bench.Trouble.Entries);
    }
}

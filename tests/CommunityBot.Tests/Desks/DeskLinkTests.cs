using CommunityBot.Desks;
using CommunityBot.Messages;
using CommunityBot.Storage;
using CommunityBot.Tests.Tickets;

namespace CommunityBot.Tests.Desks;

public sealed class DeskLinkTests
{
    [Fact]
    public async Task The_first_administrator_needs_nobody_and_then_confirms_every_desk_by_name()
    {
        await using var town = new DeskTown();
        var administrator = await town.LinkProvinceAsync("anh Hoàng");
        Assert.Contains("quản trị của tỉnh", administrator.LastBubble.Text, StringComparison.Ordinal);

        var lead = await town.LinkGroupAsync("-500", "chị Lan");
        Assert.Contains("Chờ người mời xác nhận", lead.LastBubble.Text, StringComparison.Ordinal);
        Assert.Contains("chị Lan vừa dùng mã mời, xin làm lãnh đạo xã Chợ Rã", administrator.LastBubble.Text, StringComparison.Ordinal);
        await town.ReportAsync(town.Bench.Villager("bà Lường"));
        Assert.False(lead.CanPress("Nhận việc"));

        await administrator.PressesAsync("Đúng người");
        await town.ReportAsync(town.Bench.Villager("ông Páo"));
        await lead.PressesAsync("Nhận việc");
        Assert.Contains("chị Lan đã nhận", lead.Notice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_newcomer_whom_the_issuer_does_not_know_gets_nothing()
    {
        await using var town = new DeskTown();
        var administrator = await town.LinkProvinceAsync("anh Hoàng");
        var stranger = await town.LinkGroupAsync("-666", "kẻ lạ");
        await administrator.PressesAsync("Không phải");

        await town.ReportAsync(town.Bench.Villager("bà Lường"));
        await stranger.SaysAsync("/viec");

        Assert.Contains("chưa được nối", stranger.LastBubble.Text, StringComparison.Ordinal);
        Assert.Empty(await town.Bench.StoredAsync(CommuneDesk.Kind) is var desks ? desks.Where(desk => desk.Unit == DeskTown.ChoRa).SelectMany(desk => desk.Chats) : []);
    }

    [Fact]
    public async Task A_lead_invites_an_officer_and_removes_them_again()
    {
        await using var town = new DeskTown();
        var lead = await town.LinkGroupAsync("-500", "chị Lan");
        var officer = await town.InviteAsync(lead, "anh Hà");
        await town.ReportAsync(town.Bench.Villager("bà Lường"));
        await officer.PressesAsync("Nhận việc");
        Assert.Contains("anh Hà đã nhận", officer.Notice, StringComparison.Ordinal);

        await lead.SaysAsync("/canbo");
        await lead.PressesAsync("Bỏ anh Hà");
        await officer.PressesAsync("Đang làm");
        Assert.Contains("chưa được nối", officer.Notice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_officer_cannot_invite_nor_remove()
    {
        await using var town = new DeskTown();
        var lead = await town.LinkGroupAsync("-500", "chị Lan");
        var officer = await town.InviteAsync(lead, "anh Hà");

        await officer.SaysAsync("/moi");
        Assert.Contains("chỉ lãnh đạo", officer.LastBubble.Text, StringComparison.Ordinal);
        await officer.SaysAsync("/canbo");
        Assert.DoesNotContain(officer.LastBubble.Buttons, button => button.Label.StartsWith("Bỏ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_code_links_once_and_not_after_seven_days_nor_when_revoked()
    {
        await using var town = new DeskTown();
        var cancellation = TestContext.Current.CancellationToken;
        var invite = town.Bench.Get<InviteDesk>();
        var first = await invite.ForCommuneAsync(DeskTown.ChoRa, cancellation);
        var late = await invite.ForCommuneAsync(DeskTown.ChoRa, cancellation);
        var revoked = await invite.ForCommuneAsync(DeskTown.ChoRa, cancellation);
        var work = new Work(town.Bench.Store);
        Assert.True(await InviteDesk.RevokeAsync(work, revoked.Code, cancellation));
        await work.CommitAsync(cancellation);
        var lan = town.Bench.Member("chị Lan", "-500");
        var other = town.Bench.Member("anh Tư", "-501");

        await lan.SaysAsync($"/ma {first.Code.ToLowerInvariant()}");
        await other.SaysAsync($"/ma {first.Code}");
        Assert.Contains("đã có người dùng", other.LastBubble.Text, StringComparison.Ordinal);
        await other.SaysAsync($"/ma {revoked.Code}");
        Assert.Contains("hết hạn", other.LastBubble.Text, StringComparison.Ordinal);
        await town.Bench.AdvanceAsync(TimeSpan.FromDays(7));
        await other.SaysAsync($"/ma {late.Code}");
        Assert.Contains("hết hạn", other.LastBubble.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(await town.Bench.StoredAsync(Invitation.Kind), invitation => invitation.Id.Contains(first.Code, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Ten_wrong_codes_make_one_person_wait_an_hour_and_nobody_else()
    {
        await using var town = new DeskTown();
        var guesser = town.Bench.Villager("kẻ đoán");

        for (var round = 0; round < 10; round++)
        {
            await guesser.SaysAsync($"MOI-AAAA-BBBB-CC{round}D");
        }

        var right = await town.Bench.Get<InviteDesk>().ForCommuneAsync(DeskTown.ChoRa, TestContext.Current.CancellationToken);
        await guesser.SaysAsync(right.Code);
        Assert.Contains("Chờ một giờ", guesser.LastBubble.Text, StringComparison.Ordinal);

        var honest = town.Bench.Villager("chị Lan");
        await honest.SaysAsync(right.Code);
        Assert.Contains("lãnh đạo xã Chợ Rã", honest.LastBubble.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_anonymous_admin_is_asked_to_show_themselves()
    {
        await using var town = new DeskTown();
        var lead = await town.LinkGroupAsync("-500", "chị Lan");
        var ticket = await town.ReportAsync(town.Bench.Villager("bà Lường"));
        var message = lead.NewMessage();

        await lead.TellAsync("[nút]", message with
        {
            Kind = IncomingKind.Press,
            Sender = new Sender("1087968824", "Group", IsAnonymous: true),
            ButtonKey = CommunityBot.Tickets.TicketKeys.ForOfficer(CommunityBot.Tickets.TicketKeys.Accept, ticket.Id),
        });

        Assert.Contains("ẩn danh", lead.Notice, StringComparison.Ordinal);
        Assert.Equal(CommunityBot.Tickets.TicketStatus.Routed, (await town.FindAsync(ticket.Id)).Status);
    }

    [Fact]
    public async Task A_group_that_moved_keeps_its_desk_and_one_that_threw_the_bot_out_loses_it()
    {
        await using var town = new DeskTown();
        var lead = await town.LinkGroupAsync("-500", "chị Lan");
        await lead.TellAsync("[nhóm đổi địa chỉ]", lead.NewMessage() with { Kind = IncomingKind.GroupMoved, MovedTo = "-100500" });
        var there = town.Bench.Member("chị Lan", "-100500", "1001");
        await town.ReportAsync(town.Bench.Villager("bà Lường"));
        await there.PressesAsync("Nhận việc");
        Assert.Contains("chị Lan đã nhận", there.Notice, StringComparison.Ordinal);

        await there.DoesAsync(IncomingKind.RemovedFromGroup);
        var orphan = await town.ReportAsync(town.Bench.Villager("ông Páo"));
        Assert.Null(orphan.Commune);
        Assert.Contains("chưa có bàn trực", orphan.RoutingWhy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_web_chat_that_knows_no_name_asks_for_it_first()
    {
        await using var town = new DeskTown();
        var chat = town.Bench.Villager("khách web");
        var issued = await town.Bench.Get<InviteDesk>().ForCommuneAsync(DeskTown.ChoRa, TestContext.Current.CancellationToken);
        var nameless = new Sender("web-7", null);

        await chat.TellAsync(issued.Code, chat.NewMessage() with { Text = issued.Code, Sender = nameless });
        Assert.Contains("họ tên", chat.LastBubble.Text, StringComparison.Ordinal);
        await chat.TellAsync("Hoàng Văn Thụ", chat.NewMessage() with { Text = "Hoàng Văn Thụ", Sender = nameless });

        Assert.Contains("Chào Hoàng Văn Thụ, lãnh đạo xã Chợ Rã", chat.LastBubble.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_that_is_no_desk_is_greeted_once_and_left_alone()
    {
        await using var town = new DeskTown();
        var member = town.Bench.Member("anh Tư", "-900");
        await member.DoesAsync(IncomingKind.AddedToGroup);
        Assert.Contains("/ma", member.LastBubble.Text, StringComparison.Ordinal);

        await member.SaysAsync("trưa nay ăn gì");
        await member.SendsPhotoAsync("rác đầy suối");
        Assert.Empty(member.Answers);
    }
}

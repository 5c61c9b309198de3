using CommunityBot.Desks;
using CommunityBot.Messages;
using CommunityBot.Reports;
using CommunityBot.TestKit.Talk;
using CommunityBot.Tickets;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBot.Tests.Tickets;

public sealed class DeskJourneyTests
{
    private const string Done = "Đã thay vòi mới ở đầu thôn, nước chảy lại lúc 9 giờ";

    [Fact]
    public async Task A_group_takes_a_ticket_and_resolves_it_with_a_photo_that_the_villager_sees()
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
        await lead.RepliesWithPhotoAsync(lead.LastBubble, Done);

        Assert.Contains($"đã sửa xong. Cán bộ nhắn: “{Done}”", villager.LastBubble.Text, StringComparison.Ordinal);
        Assert.StartsWith("stored:", villager.LastBubble.Message.Picture?.Source, StringComparison.Ordinal);
        await villager.SaysAsync("ổn");
        Assert.Equal(TicketStatus.Closed, (await town.FindAsync(ticket.Id)).Status);
        Assert.Empty(town.Bench.Trouble.Entries);
    }

    [Fact]
    public async Task The_card_never_shows_who_reported_and_only_the_taker_sees_it_alone()
    {
        await using var town = new DeskTown();
        var lead = await town.LinkGroupAsync("-500", "chị Lan");
        var officer = await town.InviteAsync(lead, "anh Hà");
        var ticket = await town.ReportAsync(town.Bench.Villager("bà Lường"), change: facts => facts with { Culprit = "nhà ông Sùng" });
        await officer.PressesAsync("Nhận việc");

        await lead.PressesAsync("Xem người báo");
        Assert.Contains("Chỉ người đã nhận", lead.Notice, StringComparison.Ordinal);
        await officer.PressesAsync("Xem người báo");
        Assert.Contains("0912 345 678", officer.Notice, StringComparison.Ordinal);
        Assert.Contains((await town.FindAsync(ticket.Id)).Timeline, entry => entry.What == "see-reporter");
        await lead.PressesAsync("Ai gây ra");
        Assert.Contains("nhà ông Sùng", lead.Notice, StringComparison.Ordinal);
        Assert.All(town.Bench.Channel.In(lead.Conversation), bubble =>
        {
            Assert.DoesNotContain("0912", bubble.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Lường Thị Bé", bubble.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Sùng", bubble.Text, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData(Anonymity.HiddenFromCommune)]
    [InlineData(Anonymity.NothingStored)]
    public async Task A_hidden_reporter_stays_hidden_whatever_is_pressed(Anonymity anonymity)
    {
        await using var town = new DeskTown();
        var lead = await town.LinkGroupAsync("-500", "chị Lan");
        var villager = town.Bench.Villager("bà Lường");
        var ticket = await town.ReportAsync(villager, anonymity: anonymity);
        await lead.PressesAsync("Nhận việc");

        Assert.False(lead.CanPress("Xem người báo"));
        await lead.PressesKeyAsync(TicketKeys.ForOfficer(TicketKeys.Reporter, ticket.Id));
        Assert.Contains("giấu tên", lead.Notice, StringComparison.Ordinal);
        await lead.PressesKeyAsync(TicketKeys.ForOfficer(TicketKeys.Ask, ticket.Id));
        Assert.Equal(anonymity == Anonymity.NothingStored, lead.Notice?.Contains("không hỏi lại được", StringComparison.Ordinal) is true);
        Assert.Equal(anonymity == Anonymity.HiddenFromCommune, town.Bench.Channel.In(villager.Conversation).Count > 0);
    }

    [Fact]
    public async Task A_question_goes_to_the_villager_and_the_answer_comes_back_while_the_clock_rests()
    {
        await using var town = new DeskTown();
        var lead = await town.LinkGroupAsync("-500", "chị Lan");
        var villager = town.Bench.Villager("bà Lường");
        var before = await town.ReportAsync(villager);
        await lead.PressesAsync("Nhận việc");
        await lead.PressesAsync("Hỏi thêm");
        await lead.RepliesAsync(lead.LastBubble, "Vòi ở đầu hay cuối thôn ạ?");
        Assert.Contains("Vòi ở đầu hay cuối thôn", villager.LastBubble.Text, StringComparison.Ordinal);
        Assert.Equal(TicketStatus.NeedsInfo, (await town.FindAsync(before.Id)).Status);

        await town.Bench.AdvanceAsync(TimeSpan.FromHours(5));
        await villager.SaysAsync("cuối thôn, gần nhà văn hóa");

        Assert.Contains("cuối thôn, gần nhà văn hóa", lead.LastBubble.Text, StringComparison.Ordinal);
        var after = await town.FindAsync(before.Id);
        Assert.Equal(TicketStatus.Accepted, after.Status);
        Assert.Equal(before.Deadlines!.DoneBy.AddHours(5), after.Deadlines!.DoneBy);
    }

    [Fact]
    public async Task A_question_nobody_answers_rests_seven_days_and_no_longer()
    {
        await using var town = new DeskTown();
        var lead = await town.LinkGroupAsync("-500", "chị Lan");
        var ticket = await town.ReportAsync(town.Bench.Villager("bà Lường"));
        await lead.SaysAsync($"/hoi {ticket.Id}");
        await lead.RepliesAsync(lead.LastBubble, "Vòi ở đầu hay cuối thôn ạ?");

        await town.Bench.AdvanceAsync(TimeSpan.FromDays(7.1));

        var after = await town.FindAsync(ticket.Id);
        Assert.Equal(TicketStatus.Routed, after.Status);
        Assert.Equal(ticket.Deadlines!.AcceptBy.AddDays(7), after.Deadlines!.AcceptBy);
    }

    [Fact]
    public async Task Two_officers_press_at_once_and_one_of_them_is_told_who_won()
    {
        await using var town = new DeskTown();
        var lead = await town.LinkGroupAsync("-500", "chị Lan");
        var officer = await town.InviteAsync(lead, "anh Hà");
        var ticket = await town.ReportAsync(town.Bench.Villager("bà Lường"));
        var key = TicketKeys.ForOfficer(TicketKeys.Accept, ticket.Id);

        await Task.WhenAll(lead.PressesKeyAsync(key), officer.PressesKeyAsync(key));

        var taken = await town.FindAsync(ticket.Id);
        var (winner, loser) = taken.AssigneeName == "chị Lan" ? (lead, officer) : (officer, lead);
        Assert.Contains($"{winner.Name} đã nhận phiếu BK", winner.Notice, StringComparison.Ordinal);
        Assert.Contains($"{winner.Name} đã nhận phiếu này trước", loser.Notice, StringComparison.Ordinal);
        Assert.Single(taken.Timeline, entry => entry.What == "accept");
    }

    [Fact]
    public async Task Officers_in_two_conversations_race_on_the_store_and_one_wins()
    {
        await using var town = new DeskTown();
        var group = await town.LinkGroupAsync("-500", "chị Lan");
        var alone = await town.LinkGroupAsync("-501", "anh Hà");
        var ticket = await town.ReportAsync(town.Bench.Villager("bà Lường"));
        var isFirst = true;
        town.Bench.Store.BeforeCommit = writes =>
        {
            if (isFirst && writes.Any(write => write.Collection == "tickets"))
            {
                isFirst = false;
                town.Bench.Store.BeforeCommit = null;
                alone.PressesKeyAsync(TicketKeys.ForOfficer(TicketKeys.Accept, ticket.Id)).GetAwaiter().GetResult();
            }
        };

        await group.PressesKeyAsync(TicketKeys.ForOfficer(TicketKeys.Accept, ticket.Id));

        Assert.Equal("anh Hà", (await town.FindAsync(ticket.Id)).AssigneeName);
        Assert.Contains("anh Hà đã nhận phiếu này trước", group.Notice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Moving_to_another_commune_takes_the_old_desk_its_access_at_once()
    {
        await using var town = new DeskTown();
        var choRa = await town.LinkGroupAsync("-500", "chị Lan");
        var bacKan = await town.LinkGroupAsync("-600", "anh Hà", DeskTown.BacKan);
        var villager = town.Bench.Villager("bà Lường");
        var ticket = await town.ReportAsync(villager);
        await choRa.PressesAsync("Chuyển");
        await choRa.PressesAsync("Xã khác");
        await choRa.RepliesAsync(choRa.LastBubble, "phường bắc kạn");

        Assert.Equal(DeskTown.BacKan, (await town.FindAsync(ticket.Id)).Commune);
        Assert.Contains("phường Bắc Kạn", villager.LastBubble.Text, StringComparison.Ordinal);
        Assert.Contains(town.Bench.Channel.In(choRa.Conversation), bubble => bubble.Text.Contains("không còn xử lý phiếu", StringComparison.Ordinal));
        await choRa.SaysAsync($"/nhan {ticket.Id}");
        Assert.Contains("Không có phiếu này", choRa.LastBubble.Text, StringComparison.Ordinal);
        await bacKan.PressesAsync("Nhận việc");
        Assert.Equal("anh Hà", (await town.FindAsync(ticket.Id)).AssigneeName);
    }

    [Fact]
    public async Task Forwarding_outside_keeps_an_owner_asks_again_and_is_never_done_by_itself()
    {
        await using var town = new DeskTown(WithContacts);
        var lead = await town.LinkGroupAsync("-500", "chị Lan");
        var villager = town.Bench.Villager("bà Lường");
        var ticket = await town.ReportAsync(villager);
        await lead.PressesAsync("Nhận việc");
        await lead.PressesAsync("Chuyển");
        await lead.PressesAsync("Điện lực Ba Bể");
        Assert.Contains("Điện lực Ba Bể, 0209 3 000 001 (24 giờ)", villager.LastBubble.Text, StringComparison.Ordinal);

        await town.Bench.AdvanceAsync(TimeSpan.FromDays(4));
        Assert.Contains("chị Lan hỏi lại", lead.LastBubble.Text, StringComparison.Ordinal);
        await town.Bench.AdvanceAsync(TimeSpan.FromDays(20));
        Assert.Equal(TicketStatus.Forwarded, (await town.FindAsync(ticket.Id)).Status);
    }

    [Fact]
    public async Task Declining_demands_a_reason_and_tells_it()
    {
        await using var town = new DeskTown();
        var lead = await town.LinkGroupAsync("-500", "chị Lan");
        var villager = town.Bench.Villager("bà Lường");
        var ticket = await town.ReportAsync(villager);
        await lead.PressesAsync("Từ chối");
        await lead.RepliesAsync(lead.LastBubble, "không");
        Assert.Contains("Viết rõ lý do", lead.LastBubble.Text, StringComparison.Ordinal);
        await lead.RepliesAsync(lead.LastBubble, "Cột điện này của điện lực, mời bác gọi điện lực Ba Bể");

        Assert.Contains("mời bác gọi điện lực Ba Bể", villager.LastBubble.Text, StringComparison.Ordinal);
        Assert.Equal(TicketStatus.Declined, (await town.FindAsync(ticket.Id)).Status);
    }

    [Fact]
    public async Task Not_solved_is_decided_by_a_second_person()
    {
        await using var town = new DeskTown();
        var lead = await town.LinkGroupAsync("-500", "chị Lan");
        var officer = await town.InviteAsync(lead, "anh Hà");
        var villager = town.Bench.Villager("bà Lường");
        var ticket = await town.ReportAsync(villager);
        await ResolveAsync(officer);
        await villager.PressesAsync("Chưa ổn");
        await villager.SaysAsync("vòi lại chảy suốt đêm");
        Assert.Contains("vòi lại chảy suốt đêm", lead.LastBubble.Text, StringComparison.Ordinal);

        await officer.PressesAsync("Mở lại");
        Assert.Contains("một cán bộ khác", officer.Notice, StringComparison.Ordinal);
        await lead.PressesAsync("Mở lại");
        Assert.Equal(TicketStatus.Accepted, (await town.FindAsync(ticket.Id)).Status);
        Assert.Contains("mở lại", villager.LastBubble.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Seven_silent_days_close_and_thirty_days_later_it_is_too_late_to_complain()
    {
        await using var town = new DeskTown();
        var lead = await town.LinkGroupAsync("-500", "chị Lan");
        var villager = town.Bench.Villager("bà Lường");
        var ticket = await town.ReportAsync(villager);
        await ResolveAsync(lead);
        await town.Bench.AdvanceAsync(TimeSpan.FromDays(7.1));
        Assert.Equal(TicketStatus.Closed, (await town.FindAsync(ticket.Id)).Status);
        Assert.Contains("đã đóng", villager.LastBubble.Text, StringComparison.Ordinal);

        await town.Bench.AdvanceAsync(TimeSpan.FromDays(24));
        await villager.PressesAsync("Chưa ổn");
        Assert.Contains("quá 30 ngày", villager.LastBubble.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everybody_who_told_the_same_hears_the_result()
    {
        await using var town = new DeskTown();
        var lead = await town.LinkGroupAsync("-500", "chị Lan");
        var (first, second) = (town.Bench.Villager("bà Lường"), town.Bench.Villager("ông Páo"));
        var main = await town.ReportAsync(first);
        var copy = await town.ReportAsync(second);
        await lead.SaysAsync($"/trung {copy.Id} {main.Id}");
        Assert.Contains("cùng việc", second.LastBubble.Text, StringComparison.Ordinal);
        await lead.SaysAsync($"/nhan {main.Id}");
        await FinishAsync(lead, main.Id);

        Assert.Contains(Done, first.LastBubble.Text, StringComparison.Ordinal);
        Assert.Contains(Done, second.LastBubble.Text, StringComparison.Ordinal);
        Assert.Contains(copy.Id.ToString(), second.LastBubble.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reminders_come_at_80_100_and_150_percent_each_once()
    {
        await using var town = new DeskTown();
        var administrator = await town.LinkProvinceAsync("anh Hoàng");
        var lead = await town.LinkGroupAsync("-500", "chị Lan");
        await administrator.PressesAsync("Đúng người");
        await town.ReportAsync(town.Bench.Villager("bà Lường"), severity: Severity.S2);

        for (var minute = 0; minute < 7 * 60; minute += 5)
        {
            await town.Bench.AdvanceAsync(TimeSpan.FromMinutes(5));
        }

        Assert.Single(town.Bench.Channel.In(lead.Conversation), bubble => bubble.Text.Contains("sắp hết hạn nhận", StringComparison.Ordinal));
        Assert.Single(town.Bench.Channel.In(lead.Conversation), bubble => bubble.Text.Contains("chị Lan: phiếu", StringComparison.Ordinal));
        Assert.Single(town.Bench.Channel.In(administrator.Conversation), bubble => bubble.Text.Contains("quá hạn đã lâu", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Danger_with_nobody_on_duty_is_told_with_the_numbers_and_the_station()
    {
        await using var town = new DeskTown(WithContacts);
        var administrator = await town.LinkProvinceAsync("anh Hoàng");
        var villager = town.Bench.Villager("bà Lường");
        var ticket = await town.ReportAsync(villager, "water_source", Severity.S1);

        Assert.Null(ticket.Commune);
        Assert.Contains("115", villager.LastBubble.Text, StringComparison.Ordinal);
        Assert.Contains("Trạm y tế xã Chợ Rã: 0209 3 000 000", villager.LastBubble.Text, StringComparison.Ordinal);
        Assert.Contains("chưa có bàn trực", administrator.LastBubble.Text, StringComparison.Ordinal);
        await administrator.PressesAsync("Nhận việc");
        Assert.Equal("anh Hoàng", (await town.FindAsync(ticket.Id)).AssigneeName);
    }

    [Fact]
    public async Task News_of_a_ticket_waits_for_the_morning()
    {
        await using var town = new DeskTown();
        var lead = await town.LinkGroupAsync("-500", "chị Lan");
        var villager = town.Bench.Villager("bà Lường");
        await town.ReportAsync(villager);
        await town.Bench.AdvanceAsync(TimeSpan.FromHours(14));
        await lead.PressesAsync("Nhận việc");
        Assert.Empty(town.Bench.Channel.In(villager.Conversation));

        await town.Bench.AdvanceAsync(TimeSpan.FromHours(8));
        Assert.Contains("đã nhận việc", villager.LastBubble.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chat_without_a_group_is_a_full_desk_worked_by_words_and_numbers()
    {
        await using var town = new DeskTown();
        var officer = town.Bench.Villager("anh Thụ");
        var issued = await town.Bench.Get<InviteDesk>().ForCommuneAsync(DeskTown.ChoRa, TestContext.Current.CancellationToken);
        await officer.SaysAsync(issued.Code);
        var villager = town.Bench.Villager("bà Lường");
        var ticket = await town.ReportAsync(villager);
        await town.ReportAsync(town.Bench.Villager("ông Páo"), "litter");

        await officer.SaysAsync("việc hôm nay");
        Assert.Contains("mới 2", officer.LastBubble.Text, StringComparison.Ordinal);
        await officer.SaysAsync("1");
        await officer.SaysAsync($"nhận {ticket.Id.Code.ToLowerInvariant()}");
        await officer.SaysAsync($"xong {ticket.Id}");
        await officer.SaysAsync("1");
        await officer.SaysAsync(Done);
        Assert.Contains("Còn thiếu ảnh", officer.LastBubble.Text, StringComparison.Ordinal);
        await officer.SendsPhotoAsync();

        Assert.Contains(Done, villager.LastBubble.Text, StringComparison.Ordinal);
        await officer.SaysAsync("xin chào");
        Assert.Contains("Việc hôm nay của xã Chợ Rã", officer.LastBubble.Text, StringComparison.Ordinal);
        Assert.Empty(town.Bench.Trouble.Entries);
    }

    [Fact]
    public async Task An_album_in_reply_to_the_card_is_one_answer_with_all_its_photos()
    {
        await using var town = new DeskTown();
        var lead = await town.LinkGroupAsync("-500", "chị Lan");
        var villager = town.Bench.Villager("bà Lường");
        var ticket = await town.ReportAsync(villager);
        await lead.PressesAsync("Nhận việc");
        await lead.SaysAsync($"/xong {ticket.Id}");
        await lead.PressesAsync("Đã sửa");
        var prompt = lead.LastBubble;

        foreach (var part in Enumerable.Range(0, 3))
        {
            var photo = new IncomingFile { Kind = FileKind.Photo, FetchId = $"part{part}" };
            await lead.TellAsync("[ảnh]", lead.NewMessage() with { AlbumId = "a1", ReplyToMessageId = prompt.Id, Text = part == 0 ? Done : null, Files = [photo] });
        }

        Assert.Equal(TicketStatus.Resolved, (await town.FindAsync(ticket.Id)).Status);
        await town.Bench.AdvanceAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(3, villager.LastBubble.Message.Album.Count);
        Assert.Contains(Done, villager.LastBubble.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Photos_come_below_the_card_when_they_are_fetched_and_a_lost_one_is_said()
    {
        await using var town = new DeskTown();
        var lead = await town.LinkGroupAsync("-500", "chị Lan");
        town.Bench.Channel.Lose("gone");
        var villager = town.Bench.Villager("bà Lường");
        var work = new Storage.Work(town.Bench.Store);
        var files = town.Bench.Get<TicketFiles>();
        var kept = new[] { "one", "two", "gone" }.Select(id => files.Keep(work, villager.Conversation, new IncomingFile { Kind = FileKind.Photo, FetchId = id })).ToList();
        await work.CommitAsync(TestContext.Current.CancellationToken);

        await town.ReportAsync(villager, change: facts => facts with { Files = kept });
        await town.Bench.RunJobsAsync();

        Assert.Contains(town.Bench.Channel.In(lead.Conversation), bubble => bubble.Message.Album.Count == 2);
        Assert.Contains(town.Bench.Channel.In(lead.Conversation), bubble => bubble.Text.Contains("không lấy được", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_villager_who_blocked_the_bot_does_not_stop_the_ticket()
    {
        await using var town = new DeskTown();
        var lead = await town.LinkGroupAsync("-500", "chị Lan");
        var villager = town.Bench.Villager("bà Lường");
        var ticket = await town.ReportAsync(villager);
        town.Bench.Channel.Trouble = row => row.Conversation == villager.Conversation ? new SendOutcome.ReceiverLeft() : null;

        await ResolveAsync(lead);
        await town.Bench.AdvanceAsync(TimeSpan.FromDays(8));

        Assert.Equal(TicketStatus.Closed, (await town.FindAsync(ticket.Id)).Status);
    }

    [Fact]
    public async Task An_unsorted_ticket_is_sorted_by_two_taps()
    {
        await using var town = new DeskTown();
        var lead = await town.LinkGroupAsync("-500", "chị Lan");
        var ticket = await town.ReportAsync(town.Bench.Villager("bà Lường"), CategoryCatalogue.Unsorted);
        await lead.PressesAsync("Xếp loại");
        await lead.PressesAsync("Nước ăn, nước máy");
        await lead.PressesAsync(town.Bench.Get<CategoryCatalogue>().Find("no_water")!.ButtonLabel); // in the content

        var sorted = await town.FindAsync(ticket.Id);
        Assert.Equal("no_water", sorted.Category);
        Assert.Equal(Severity.S2, sorted.Severity);
    }

    [Fact]
    public async Task A_report_that_is_withdrawn_leaves_the_desk_without_buttons()
    {
        await using var town = new DeskTown();
        var lead = await town.LinkGroupAsync("-500", "chị Lan");
        var villager = town.Bench.Villager("bà Lường");
        var ticket = await town.ReportAsync(villager);
        await villager.PressesKeyAsync(TicketKeys.ForVillager(TicketKeys.Withdraw, ticket.Id));
        await villager.PressesAsync("Rút phiếu");

        Assert.Contains("đã rút", lead.LastBubble.Text, StringComparison.Ordinal);
        Assert.Empty(lead.LastBubble.Buttons);
    }

    [Fact]
    public async Task What_the_province_kept_goes_home_when_the_commune_gets_its_desk()
    {
        await using var town = new DeskTown();
        var administrator = await town.LinkProvinceAsync("anh Hoàng");
        var ticket = await town.ReportAsync(town.Bench.Villager("bà Lường"));
        Assert.Null(ticket.Commune);
        var lead = await town.LinkGroupAsync("-500", "chị Lan");
        await administrator.PressesAsync("Đúng người");
        await town.Bench.RunJobsAsync();

        Assert.Equal(DeskTown.ChoRa, (await town.FindAsync(ticket.Id)).Commune);
        await lead.PressesAsync("Nhận việc");
        Assert.Equal("chị Lan", (await town.FindAsync(ticket.Id)).AssigneeName);
    }

    [Fact]
    public async Task One_of_several_reporters_may_say_that_it_is_not_solved()
    {
        await using var town = new DeskTown();
        var lead = await town.LinkGroupAsync("-500", "chị Lan");
        var (first, second) = (town.Bench.Villager("bà Lường"), town.Bench.Villager("ông Páo"));
        var main = await town.ReportAsync(first);
        var copy = await town.ReportAsync(second);
        await lead.SaysAsync($"/trung {copy.Id} {main.Id}");
        await lead.SaysAsync($"/nhan {main.Id}");
        await FinishAsync(lead, main.Id);

        await second.PressesAsync("Chưa ổn");

        Assert.NotNull((await town.FindAsync(main.Id)).Reopening);
    }

    [Fact]
    public async Task A_reporter_who_leaves_does_not_take_the_ticket_from_the_others()
    {
        await using var town = new DeskTown();
        var lead = await town.LinkGroupAsync("-500", "chị Lan");
        var (first, second) = (town.Bench.Villager("bà Lường"), town.Bench.Villager("ông Páo"));
        var main = await town.ReportAsync(first);
        var copy = await town.ReportAsync(second);
        await lead.SaysAsync($"/trung {copy.Id} {main.Id}");
        await first.PressesKeyAsync(TicketKeys.ForVillager(TicketKeys.ReallyWithdraw, main.Id));
        await lead.SaysAsync($"/nhan {main.Id}");

        Assert.Equal(TicketStatus.Accepted, (await town.FindAsync(main.Id)).Status);
        Assert.Contains("đã rút", first.LastBubble.Text, StringComparison.Ordinal);
        Assert.Contains("đã nhận việc", second.LastBubble.Text, StringComparison.Ordinal);
    }

    private static async Task ResolveAsync(Talker officer)
    {
        await officer.PressesAsync("Nhận việc");
        await officer.PressesAsync("Đã xong");
        await officer.PressesAsync("Đã sửa");
        await officer.RepliesWithPhotoAsync(officer.LastBubble, Done);
    }

    private static async Task FinishAsync(Talker officer, TicketId ticket)
    {
        await officer.SaysAsync($"/xong {ticket}");
        await officer.PressesAsync("Đã sửa");
        await officer.RepliesWithPhotoAsync(officer.LastBubble, Done);
    }

    private static void WithContacts(IServiceCollection services) => services.AddSingleton(new ContactBook(
    [
        new Contact(DeskTown.ChoRa, ContactKind.HealthStation, "Trạm y tế xã Chợ Rã", "0209 3 000 000", null),
        new Contact(DeskTown.ChoRa, ContactKind.Electricity, "Điện lực Ba Bể", "0209 3 000 001", "24 giờ"),
    ]));
}

using CommunityBot.Messages;
using CommunityBot.Storage;
using CommunityBot.TestKit.Zalo;
using CommunityBot.Tickets;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBot.Host.Tests.Journeys;

/// <summary>Zalo lets us write 48 hours: we ask in time, what comes later waits, and nothing of it is lost.</summary>
public sealed class ZaloWindowTests
{
    private const string User = "246845883529190003";

    [Fact]
    public async Task An_open_ticket_asks_once_by_day_before_the_window_closes_and_an_answer_reopens_it()
    {
        await using var host = await JourneyHost.StartOnZaloAsync(hasButtons: true);
        var phone = await ReportAsync(host);

        await host.PassAsync(TimeSpan.FromHours(35));
        Assert.DoesNotContain(phone.Chat.FromBot, IsQuestion);
        await host.PassAsync(TimeSpan.FromHours(12));
        Assert.Single(phone.Chat.FromBot, IsQuestion);

        await phone.SayAsync("1");
        await host.SettleAsync();
        Assert.Contains("có tin tôi nhắn", phone.Chat.Last!.Text, StringComparison.Ordinal);
        await host.PassAsync(TimeSpan.FromHours(40));
        Assert.Equal(2, phone.Chat.FromBot.Count(IsQuestion));
    }

    [Fact]
    public async Task News_outside_of_the_window_waits_and_comes_in_one_bubble_at_the_next_word()
    {
        await using var host = await JourneyHost.StartOnZaloAsync(hasButtons: true);
        var phone = await ReportAsync(host);
        await host.PassAsync(TimeSpan.FromHours(72));
        var before = phone.Chat.FromBot.Count;
        await TellAsync(host, "Tin một.");
        await TellAsync(host, "Tin hai.");
        await host.PassAsync(TimeSpan.FromHours(12)); // nights hold news back
        Assert.Equal(before, phone.Chat.FromBot.Count);

        await phone.SayAsync("việc của tôi");
        await host.SettleAsync();

        var waited = Assert.Single(phone.Chat.FromBot, bubble => bubble.Text.Contains("Tin một.", StringComparison.Ordinal));
        Assert.Contains("Tin hai.", waited.Text, StringComparison.Ordinal);
        await phone.SayAsync("việc của tôi");
        await host.SettleAsync();
        Assert.Single(phone.Chat.FromBot, bubble => bubble.Text.Contains("Tin một.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_colleague_who_answers_in_oa_manager_stands_on_the_timeline_and_the_bot_is_silent()
    {
        await using var host = await JourneyHost.StartOnZaloAsync(hasButtons: true);
        var phone = await ReportAsync(host);
        var before = phone.Chat.FromBot.Count;

        await phone.ColleagueSaysAsync("Chiều nay chúng tôi tới xem");
        await host.SettleAsync();

        Assert.Equal(before, phone.Chat.FromBot.Count);
        var entry = (await TicketAsync(host)).Timeline[^1];
        Assert.Equal("Chiều nay chúng tôi tới xem", entry.Words);
        Assert.Equal("zalo", entry.From);
    }

    private static bool IsQuestion(ZaloBubble bubble) => bubble.Text.Contains("sắp không cho", StringComparison.Ordinal);

    private static async Task<ZaloPhone> ReportAsync(JourneyHost host)
    {
        var phone = new ZaloPhone(host.Zalo!, User, host.Clock);

        foreach (var act in new Func<Task>[]
        {
            () => phone.SayAsync("vòi nước ở bản Nà Mu xã Chợ Rã hỏng 2 hôm rồi"),
            () => phone.PressAsync("Bỏ qua"),
            () => phone.PressAsync("Gửi"),
            () => phone.PressAsync("Đồng ý"),
        })
        {
            await act();
            await host.SettleAsync();
        }

        Assert.Contains("BK-", phone.Chat.Last!.Text, StringComparison.Ordinal);
        return phone;
    }

    private static async Task TellAsync(JourneyHost host, string words)
    {
        var work = new Work(host.Services.GetRequiredService<IDocumentStore>());
        host.Services.GetRequiredService<Outbox>().Say(work, new ConversationKey("zalo", User), new OutgoingMessage { Text = words });
        await work.CommitAsync(CancellationToken.None);
        await host.SettleAsync();
    }

    private static async Task<Ticket> TicketAsync(JourneyHost host)
    {
        var page = await host.Services.GetRequiredService<IDocumentStore>()
            .ListAsync(new IndexRange(Ticket.Kind.Definition.Name, IndexRange.ById, "", null), CancellationToken.None);
        return Ticket.Kind.Read(Assert.Single(page));
    }
}

using CommunityBot.Communes;
using CommunityBot.Desks;
using CommunityBot.TestKit.Zalo;
using CommunityBot.Tickets;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBot.Host.Tests.Journeys;

/// <summary>A desk in a private Zalo chat works by typed words, without a single button.</summary>
public sealed class ZaloDeskTests
{
    [Fact]
    public async Task An_officer_on_zalo_takes_and_solves_a_ticket_by_typing()
    {
        await using var host = await JourneyHost.StartOnZaloAsync(hasButtons: false);
        var officer = new ZaloPhone(host.Zalo!, "770000000000000001", host.Clock);
        var villager = new ZaloPhone(host.Zalo!, "246845883529190003", host.Clock);
        Assert.True(UnitKey.TryParse("2025-01912", out var commune));
        var code = (await host.Services.GetRequiredService<InviteDesk>().ForCommuneAsync(commune, CancellationToken.None)).Code;

        await SayAsync(host, officer, $"/ma {code}");

        if (officer.Chat.Last!.Text.Contains("tên", StringComparison.OrdinalIgnoreCase) && !officer.Chat.Last.Text.Contains("bàn trực", StringComparison.Ordinal))
        {
            await SayAsync(host, officer, "Hà Văn Páo");
        }

        await SayAsync(host, villager, "vòi nước ở bản Nà Mu xã Chợ Rã hỏng 2 hôm rồi");

        foreach (var label in new[] { "Bỏ qua", "Gửi", "Đồng ý" })
        {
            await villager.PressAsync(label);
            await host.SettleAsync();
        }

        var card = officer.Chat.FromBot.Last(bubble => bubble.Text.Contains("BK-", StringComparison.Ordinal));
        var ticket = card.Text[card.Text.IndexOf("BK-", StringComparison.Ordinal)..][..14];
        Assert.True(TicketId.TryParse(ticket, out _));

        await SayAsync(host, officer, $"nhận {ticket}");
        Assert.Contains("đã nhận việc", villager.Chat.Last!.Text, StringComparison.Ordinal);

        await SayAsync(host, officer, $"xong {ticket}");
        await officer.PressAsync("Đã sửa");
        await host.SettleAsync();
        await officer.SendPhotosAsync([SamplePhotos.Next()], "Đã thay vòi mới ở đầu bản Nà Mu, nước chảy lại");
        await host.SettleAsync();
        await host.PassAsync(TimeSpan.FromMinutes(1));

        Assert.Contains("thấy đã ổn chưa", villager.Chat.Last!.Text, StringComparison.Ordinal);
    }

    private static async Task SayAsync(JourneyHost host, ZaloPhone phone, string words)
    {
        await phone.SayAsync(words);
        await host.SettleAsync();
    }
}

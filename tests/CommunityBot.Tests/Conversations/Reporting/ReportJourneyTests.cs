using CommunityBot.Primitives;
using CommunityBot.Reports;
using CommunityBot.TestKit.Talk;
using CommunityBot.Tickets;

namespace CommunityBot.Tests.Conversations.Reporting;

/// <summary>Whole reports, as villagers tell them.</summary>
public sealed class ReportJourneyTests : IAsyncDisposable
{
    private readonly ConversationBench bench = new();
    private readonly Talker luong;

    public ReportJourneyTests() => luong = bench.Villager("bà Lường");

    [Fact]
    public async Task A_villager_reports_a_broken_tap_button_by_button()
    {
        await luong.StartsAsync();
        await luong.PressesAsync("Báo việc cho xã");
        await luong.PressesAsync("Nước ăn, nước máy");
        await luong.PressesAsync("Vòi, ống, bể hỏng");
        await luong.SendsPhotoAsync();
        await luong.SaysAsync("thôn Nà Mu, xã Chợ Rã");
        await luong.PressesAsync("Gửi");
        await luong.PressesAsync("Đồng ý, gửi");

        var ticket = Assert.Single(await bench.StoredAsync(Ticket.Kind));
        Show();
        Assert.Equal("broken_tap", ticket.Category);
        Assert.Single(ticket.Files);
        Assert.Equal("2025-01912", ticket.Place.Commune.ToString());
        Assert.Contains(ticket.Id.ToString(), luong.Heard, StringComparison.Ordinal);
        Assert.Empty(bench.Trouble.Entries);
    }

    [Fact]
    public async Task A_story_with_kind_and_place_only_lacks_the_photo()
    {
        await luong.SaysAsync("vòi nước ở bản Nà Mu xã Chợ Rã hỏng 2 hôm rồi");
        await luong.SaysAsync("khong co anh");
        await luong.SaysAsync("gửi");
        await luong.SaysAsync("dong y");

        Show();
        var ticket = Assert.Single(await bench.StoredAsync(Ticket.Kind));
        Assert.Equal("broken_tap", ticket.Category);
        Assert.Contains("Nà Mu", ticket.Place.Village, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_villager_who_sends_only_a_photo_is_asked_for_the_place()
    {
        await luong.SendsPhotoAsync();
        await luong.SaysAsync("cho ra");
        await luong.SaysAsync("bỏ qua");
        await luong.SaysAsync("1");
        await luong.SaysAsync("1");

        Show();
        var ticket = Assert.Single(await bench.StoredAsync(Ticket.Kind));
        Assert.Equal(CategoryCatalogue.Unsorted, ticket.Category);
    }

    [Fact]
    public async Task An_album_is_one_answer()
    {
        await luong.SaysAsync("rác đổ bừa ở suối xã Chợ Rã thôn Nà Mu");
        await luong.SendsAlbumAsync(3);
        Assert.Empty(luong.Answers);
        await bench.AdvanceAsync(TimeSpan.FromSeconds(2));

        Show();
        Assert.Contains("3 ảnh", luong.LastBubble.Text, StringComparison.Ordinal);
        Assert.True(luong.CanPress("Gửi"));
    }

    [Fact]
    public async Task Photo_caption_and_location_in_one_go_are_a_complete_report()
    {
        await luong.SendsPhotoAsync("nước máy đục ngầu", new GeoPoint(22.45, 105.72));
        Show();
        await luong.PressesAsync(luong.LastBubble.Buttons.First().Label);
        Show();
        Assert.True(luong.CanPress("Gửi"));
    }

    public async ValueTask DisposeAsync() => await bench.DisposeAsync();

    private void Show() => TestContext.Current.TestOutputHelper?.WriteLine(bench.Transcript.ToString());
}

using System.Text.RegularExpressions;
using CommunityBot.Messages;
using CommunityBot.TestKit.WebChat;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CommunityBot.Web.Tests.Chat;

/// <summary>The chat page in a real browser: what a villager and an officer do with it.</summary>
public sealed class ChatPageTests(Browser browser) : IClassFixture<Browser>
{
    [Fact]
    public async Task A_newcomer_with_a_small_phone_is_greeted_and_can_write()
    {
        await using var host = await ChatHost.StartAsync();
        await using var context = await browser.PhoneAsync(320, 568);
        var phone = await ChatPhone.OpenAsync(context, host);

        await Expect(phone.Bot).ToContainTextAsync("Chào bà con");
        await phone.PictureAsync("greeting-320");
        await phone.PressAsync("Báo nước");
        await Expect(phone.Bot.Last).ToContainTextAsync("Đã chọn bao-nuoc");
        await Expect(phone.Page.Locator("[aria-pressed='true']")).ToContainTextAsync("Báo nước");
        await phone.WriteAsync("Vòi nước ở Nà Ít hỏng 2 hôm rồi");
        await Expect(phone.Bot.Last).ToContainTextAsync("Bà con nói: Vòi nước ở Nà Ít hỏng 2 hôm rồi");
        await Expect(phone.Bot.Last).ToBeInViewportAsync(new() { Ratio = 0.9f });
        await Expect(phone.Mine).ToHaveCountAsync(1);
        await phone.Page.Locator("#more").ClickAsync();
        await phone.PictureAsync("talk-320");

        Assert.Equal(320, await phone.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Empty(await phone.Page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('button, textarea')].map(one => [one.textContent.trim(), one.getBoundingClientRect()])"
            + ".filter(([, box]) => box.width > 0 && (box.width < 44 || box.height < 44)).map(([name, box]) => `${name} ${box.width}x${box.height}`)"));
        Assert.Empty(phone.Complaints);
    }

    [Fact]
    public async Task After_a_reload_the_talk_and_its_buttons_are_still_there()
    {
        await using var host = await ChatHost.StartAsync();
        await using var context = await browser.PhoneAsync(colors: ColorScheme.Dark);
        var phone = await ChatPhone.OpenAsync(context, host);
        await phone.WriteAsync("thẻ");
        await Expect(phone.Bot).ToHaveCountAsync(2);

        await phone.Page.ReloadAsync();
        await Expect(phone.Bot).ToHaveCountAsync(2);
        await phone.PictureAsync("reloaded-dark");
        await phone.PressAsync("Nhận việc");

        await Expect(phone.Bot.Last).ToContainTextAsync("Đã chọn nhan");
        Assert.Single(host.Bot.Heard, heard => heard.Kind == IncomingKind.Arrived);
    }

    [Fact]
    public async Task Photos_go_up_with_their_words_and_are_shown()
    {
        await using var host = await ChatHost.StartAsync();
        await using var context = await browser.PhoneAsync();
        var phone = await ChatPhone.OpenAsync(context, host);
        var photo = new FilePayload { Name = "anh.png", MimeType = "image/png", Buffer = SmallShelf.RedPoint };

        await phone.Page.Locator("#photos").SetInputFilesAsync([photo, photo]);
        await Expect(phone.Page.Locator("#chosen li")).ToHaveCountAsync(2);
        await phone.WriteAsync("ống nước hỏng");
        await Expect(phone.Bot.Last).ToContainTextAsync("Đã nhận 2 tệp");

        var heard = host.Bot.Heard.Last();
        Assert.Equal("ống nước hỏng", heard.Text);
        Assert.Equal(["anh.png", "anh (1).png"], heard.Files.Select(file => file.Name));
        await Expect(phone.Bot.Last).ToBeInViewportAsync(new() { Ratio = 0.9f });
        await phone.Page.WaitForFunctionAsync("[...document.querySelectorAll('article.mine a.picture img')].filter(one => one.naturalWidth > 0).length === 2");
        Assert.Empty(phone.Complaints);
    }

    [Fact]
    public async Task A_large_photo_is_made_light_before_it_travels()
    {
        await using var host = await ChatHost.StartAsync();
        await using var context = await browser.PhoneAsync();
        var phone = await ChatPhone.OpenAsync(context, host);
        var large = await phone.Page.EvaluateAsync<string>("""
            async () => {
              const canvas = Object.assign(document.createElement('canvas'), { width: 2400, height: 1800 });
              const brush = canvas.getContext('2d');
              const noise = brush.createImageData(2400, 1800);
              noise.data.forEach((_, place) => { noise.data[place] = Math.random() * 256; });
              brush.putImageData(noise, 0, 0);
              return canvas.toDataURL('image/png').split(',')[1];
            }
            """);

        await phone.Page.Locator("#photos").SetInputFilesAsync(new FilePayload { Name = "to.png", MimeType = "image/png", Buffer = Convert.FromBase64String(large) });
        await Expect(phone.Page.Locator("#chosen li")).ToHaveCountAsync(1);
        await phone.WriteAsync("");
        await Expect(phone.Bot.Last).ToContainTextAsync("Đã nhận 1 tệp");

        Assert.Equal("image/jpeg", host.Bot.Heard.Last().Files.Single().MimeType);
    }

    [Fact]
    public async Task What_is_said_without_a_network_waits_and_goes_out_once()
    {
        await using var host = await ChatHost.StartAsync();
        await using var context = await browser.PhoneAsync();
        var phone = await ChatPhone.OpenAsync(context, host);
        await Expect(phone.Bot).ToHaveCountAsync(1);

        await context.SetOfflineAsync(true);
        await phone.WriteAsync("không có mạng");
        await Expect(phone.Mine.Last).ToContainTextAsync("Chưa gửi");
        await phone.PictureAsync("offline-360");
        await context.SetOfflineAsync(false);

        await Expect(phone.Bot.Last).ToContainTextAsync("Bà con nói: không có mạng");
        await Expect(phone.Mine).ToHaveCountAsync(1);
        Assert.Single(host.Bot.Heard, heard => heard.Text == "không có mạng");
    }

    [Fact]
    public async Task A_closed_tab_loses_nothing_that_was_not_sent_yet()
    {
        await using var host = await ChatHost.StartAsync();
        await using var context = await browser.PhoneAsync();
        var phone = await ChatPhone.OpenAsync(context, host);
        await Expect(phone.Bot).ToHaveCountAsync(1);
        await context.SetOfflineAsync(true);
        await phone.WriteAsync("hết pin");
        await Expect(phone.Mine.Last).ToContainTextAsync("Chưa gửi");
        await phone.Page.CloseAsync();

        await context.SetOfflineAsync(false);
        var later = await ChatPhone.OpenAsync(context, host);

        await Expect(later.Bot.Last).ToContainTextAsync("Bà con nói: hết pin");
        await Expect(later.Mine).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task After_a_long_sleep_nothing_is_missing()
    {
        await using var host = await ChatHost.StartAsync();
        await using var context = await browser.PhoneAsync();
        var phone = await ChatPhone.OpenAsync(context, host);
        await Expect(phone.Bot).ToHaveCountAsync(1);
        var conversation = host.Bot.Heard.Single().Conversation;

        await host.GoAwayAsync();
        host.Clock.Advance(TimeSpan.FromHours(9)); // the token is old now
        await host.ComeBackAsync();
        await host.Bot.SayAsync(conversation, new OutgoingMessage { Text = "Xã đã nhận việc" });
        await phone.Page.EvaluateAsync("dispatchEvent(new Event('online'))");

        await Expect(phone.Bot.Last).ToContainTextAsync("Xã đã nhận việc");
        await phone.WriteAsync("cảm ơn");
        await Expect(phone.Bot.Last).ToContainTextAsync("Bà con nói: cảm ơn");
        await Expect(phone.Bot).ToHaveCountAsync(3);
    }

    [Fact]
    public async Task The_phone_s_place_and_voice_reach_the_bot()
    {
        await using var host = await ChatHost.StartAsync();
        await using var context = await browser.PhoneAsync();
        var phone = await ChatPhone.OpenAsync(context, host);

        await phone.WriteAsync("vị trí");
        await phone.PressAsync("Gửi vị trí");
        await Expect(phone.Bot.Last).ToContainTextAsync("Đã nhận vị trí");
        await phone.Page.Locator("#more").ClickAsync();
        await phone.PressAsync("Ghi âm");
        await Expect(phone.Page.Locator("#recording")).ToContainTextAsync("0:01");
        await phone.PressAsync("Gửi lời nói");
        await Expect(phone.Bot.Last).ToContainTextAsync("Đã nhận 1 tệp");

        var point = host.Bot.Heard.Single(heard => heard.Point is not null).Point!.Value;
        Assert.Equal((22.1471, 105.8349), (Math.Round(point.Latitude, 4), Math.Round(point.Longitude, 4)));
        var voice = host.Bot.Heard.Last().Files.Single();
        Assert.Equal(FileKind.Voice, voice.Kind);
        Assert.InRange(voice.Duration!.Value.TotalSeconds, 1, 20);
        await Expect(phone.Page.Locator("article.mine audio")).ToHaveCountAsync(1);
        Assert.Empty(phone.Complaints);
    }

    [Fact]
    public async Task A_link_with_a_payload_is_passed_on_once()
    {
        await using var host = await ChatHost.StartAsync();
        await using var context = await browser.PhoneAsync();
        var phone = await ChatPhone.OpenAsync(context, host, "?start=voi-12");

        await Expect(phone.Bot).ToContainTextAsync("mã voi-12");
        await phone.Page.ReloadAsync();
        await Expect(phone.Bot).ToHaveCountAsync(1);

        Assert.Equal("voi-12", host.Bot.Heard.Single().StartPayload);
    }

    [Fact]
    public async Task An_officer_answers_a_card_and_sees_it_change_in_place()
    {
        await using var host = await ChatHost.StartAsync();
        await using var context = await browser.PhoneAsync();
        var phone = await ChatPhone.OpenAsync(context, host, "?seat=officer");
        await Expect(phone.Bot).ToHaveCountAsync(1); // greeted, so that the card is the fourth thing said
        await phone.WriteAsync("thẻ");

        await phone.PressAsync("Trả lời phiếu này");
        await Expect(phone.Page.Locator("#answering")).ToContainTextAsync("Trả lời phiếu BK-7F3-K9Q-MDT");
        await phone.WriteAsync("đã thay van");
        await Expect(phone.Bot.Last).ToContainTextAsync("Bà con nói: đã thay van");
        await phone.PressAsync("Đổi");

        await Expect(phone.Log).ToContainTextAsync("Đã chọn doi");
        await Expect(phone.Log).Not.ToContainTextAsync("Phiếu BK-7F3-K9Q-MDT");
        await Expect(phone.Bot).ToHaveCountAsync(3);
        Assert.Matches("\\|0000003$", host.Bot.Heard.Single(heard => heard.Text == "đã thay van").ReplyToMessageId);
    }

    [Fact]
    public async Task Unseen_words_are_counted_in_the_title_until_somebody_looks()
    {
        await using var host = await ChatHost.StartAsync();
        await using var context = await browser.PhoneAsync();
        var phone = await ChatPhone.OpenAsync(context, host, "?seat=officer");
        await Expect(phone.Bot).ToHaveCountAsync(1);
        var conversation = host.Bot.Heard.Single().Conversation;
        await phone.PressAsync("Chuông");
        await Expect(phone.Page.Locator("#ring")).ToHaveAttributeAsync("aria-pressed", "true");

        await phone.Page.EvaluateAsync("document.hasFocus = () => false");
        await host.Bot.SayAsync(conversation, new OutgoingMessage { Text = "Việc mới 1" });
        await host.Bot.SayAsync(conversation, new OutgoingMessage { Text = "Việc mới 2" });
        await Expect(phone.Page).ToHaveTitleAsync(new Regex(@"^\(2\) "));
        await phone.Page.EvaluateAsync("dispatchEvent(new Event('focus'))");

        await Expect(phone.Page).ToHaveTitleAsync("Trò chuyện với bot cộng đồng");
    }

    [Fact]
    public async Task Who_comes_back_sees_the_last_words_and_can_read_further_back()
    {
        await using var host = await ChatHost.StartAsync();
        await using var context = await browser.PhoneAsync();
        var phone = await ChatPhone.OpenAsync(context, host);
        await Expect(phone.Bot).ToHaveCountAsync(1);
        var conversation = host.Bot.Heard.Single().Conversation;

        for (var number = 1; number <= 80; number++)
        {
            await host.Bot.SayAsync(conversation, new OutgoingMessage { Heading = "Phiếu", Text = $"việc {number}." });
        }

        await phone.Page.ReloadAsync();
        await Expect(phone.Bot).ToHaveCountAsync(60);
        await Expect(phone.Bot.First).ToContainTextAsync("việc 21.");
        await Expect(phone.Bot.Last.Locator("strong")).ToHaveTextAsync("Phiếu");
        await phone.PressAsync("Xem tin cũ hơn");

        await Expect(phone.Bot).ToHaveCountAsync(81);
        await Expect(phone.Bot.First).ToContainTextAsync("Chào bà con");
        await Expect(phone.Page.Locator("#older")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_villager_and_an_officer_sit_side_by_side_in_one_browser()
    {
        await using var host = await ChatHost.StartAsync();
        await using var context = await browser.PhoneAsync(760, 640);
        var page = await context.NewPageAsync();
        await page.GotoAsync(host.Address + "/two-seats");
        var villager = page.FrameLocator("iframe[title='Bà con']");
        var officer = page.FrameLocator("iframe[title='Cán bộ']");

        await villager.Locator("#words").FillAsync("tôi là bà con");
        await villager.Locator("#send").ClickAsync();
        await officer.Locator("#words").FillAsync("tôi là cán bộ");
        await officer.Locator("#send").ClickAsync();

        await Expect(villager.Locator("article.bot").Last).ToContainTextAsync("tôi là bà con");
        await Expect(officer.Locator("article.bot").Last).ToContainTextAsync("tôi là cán bộ");
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(AppContext.BaseDirectory, "TestResults", "two-seats.png") });
        Assert.Equal(2, host.Bot.Heard.Select(heard => heard.Conversation).Distinct().Count());
    }

    [Fact]
    public async Task A_phone_that_was_signed_out_starts_empty()
    {
        await using var host = await ChatHost.StartAsync();
        await using var context = await browser.PhoneAsync();
        var phone = await ChatPhone.OpenAsync(context, host);
        await phone.WriteAsync("bí mật của bàn trực");
        await Expect(phone.Bot).ToHaveCountAsync(2);

        await host.Keeper.SignOutAsync(host.Bot.Heard.First().Conversation, TestContext.Current.CancellationToken);

        await Expect(phone.Log).Not.ToContainTextAsync("bí mật");
        await Expect(phone.Bot).ToHaveCountAsync(1);
        Assert.Equal(2, host.Bot.Heard.Select(heard => heard.Conversation).Distinct().Count());
    }

    [Fact]
    public async Task Without_scripts_the_visitor_is_told_another_way()
    {
        await using var host = await ChatHost.StartAsync();
        await using var context = await browser.PhoneAsync(runsScripts: false);
        var phone = await ChatPhone.OpenAsync(context, host);

        await Expect(phone.Page.Locator(".without-script")).ToContainTextAsync("gọi cho cán bộ xã");
        await Expect(phone.Page.Locator("#composer")).ToBeHiddenAsync();
        await phone.PictureAsync("no-script");
    }

    [Fact]
    public async Task Hostile_words_stay_words()
    {
        await using var host = await ChatHost.StartAsync();
        await using var context = await browser.PhoneAsync();
        var phone = await ChatPhone.OpenAsync(context, host);
        const string hostile = "<img src=x onerror=alert(1)> <script>alert(2)</script> javascript:alert(3) https://example.org/a?b=\"x";

        await phone.WriteAsync(hostile);

        await Expect(phone.Bot.Last).ToContainTextAsync("Bà con nói: " + hostile);
        Assert.Equal(0, await phone.Page.Locator("#log img, #log script, #log a[href^='javascript']").CountAsync());
        Assert.Empty(phone.Complaints);
    }
}

using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CommunityBot.Web.Tests.Chat;

public sealed class ChatPageTests(Browser browser) : IClassFixture<Browser>
{
    [Fact]
    public async Task A_newcomer_is_greeted_with_buttons_and_can_write()
    {
        await using var host = await ChatHost.StartAsync();
        await using var phone = await browser.PhoneAsync(320, 568);
        var page = await OpenAsync(phone, host);

        await Expect(page.Locator("article.bot")).ToContainTextAsync("Chào bà con");
        await page.GetByRole(AriaRole.Button, new() { Name = "Báo nước" }).ClickAsync();
        await Expect(page.Locator("#log")).ToContainTextAsync("Đã chọn bao-nuoc");
        await WriteAsync(page, "Vòi nước ở Nà Ít hỏng 2 hôm rồi");
        await Expect(page.Locator("article.bot").Last).ToContainTextAsync("Bà con nói: Vòi nước ở Nà Ít hỏng 2 hôm rồi");
        await Expect(page.Locator("article.mine")).ToHaveCountAsync(2);
        await PictureAsync(page, "newcomer-320");
    }

    private static async Task<IPage> OpenAsync(IBrowserContext phone, ChatHost host, string query = "")
    {
        var page = await phone.NewPageAsync();
        page.SetDefaultTimeout(20_000);
        await page.GotoAsync(host.Address + "/chat" + query);
        return page;
    }

    private static async Task WriteAsync(IPage page, string text)
    {
        await page.Locator("#words").FillAsync(text);
        await page.Locator("#send").ClickAsync();
    }

    private static Task<byte[]> PictureAsync(IPage page, string name) =>
        page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(AppContext.BaseDirectory, "TestResults", name + ".png") });
}

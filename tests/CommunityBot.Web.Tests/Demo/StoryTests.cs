using System.Collections.Concurrent;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CommunityBot.Web.Tests.Demo;

/// <summary>The demo's story in a real browser, against the real host: what a visitor sees who presses "Làm giúp" seven times.</summary>
public sealed class StoryTests(Browser browser) : IClassFixture<Browser>
{
    private const int Steps = 7;

    [Fact]
    public async Task Seven_presses_lead_from_a_broken_tap_to_a_closed_ticket()
    {
        await using var context = await browser.PhoneAsync(1440, 900);
        await using var host = await DemoHost.StartAsync();
        var complaints = new ConcurrentQueue<string>();
        var page = await OpenAsync(context, host, complaints);

        await TellAsync(page);

        var villager = page.FrameLocator("#villager");
        var answer = villager.Locator("article.bot", new() { HasText = "đã sửa xong" });
        await Expect(answer.Locator("img")).ToHaveCountAsync(1);
        await Expect(villager.Locator("article.bot").Last).ToContainTextAsync("đã đóng");
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(AppContext.BaseDirectory, "TestResults", "demo.png") });

        var code = (await answer.InnerTextAsync()).Split(' ').First(word => word.StartsWith("BK-", StringComparison.Ordinal)).TrimEnd(':');
        await page.GotoAsync($"{host.Address}/demo/tickets");
        await Expect(page.Locator("li", new() { HasText = code })).ToContainTextAsync("đã đóng");
        Assert.True(complaints.IsEmpty, string.Join("\n", complaints));
    }

    [Fact]
    public async Task The_story_can_be_told_again_by_somebody_who_has_agreed_before()
    {
        await using var context = await browser.PhoneAsync(1440, 900, ColorScheme.Dark);
        await using var host = await DemoHost.StartAsync();
        var page = await OpenAsync(context, host, new ConcurrentQueue<string>());

        await TellAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Tua 1 ngày" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Kể lại từ đầu" }).ClickAsync();
        await TellAsync(page);

        await Expect(page.FrameLocator("#villager").Locator("article.bot", new() { HasText = "đã sửa xong" })).ToHaveCountAsync(2);
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(AppContext.BaseDirectory, "TestResults", "demo-dark.png") });
    }

    [Theory]
    [InlineData(320, 640, ColorScheme.Dark)]
    [InlineData(768, 1024, ColorScheme.Light)]
    public async Task The_page_fits_a_small_screen_and_its_step_stays_in_sight(int width, int height, ColorScheme colors)
    {
        await using var context = await browser.PhoneAsync(width, height, colors);
        await using var host = await DemoHost.StartAsync();
        var complaints = new ConcurrentQueue<string>();
        var page = await OpenAsync(context, host, complaints);

        await PressAsync(page, 0);

        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await Expect(page.Locator("[data-step]").Nth(1).Locator("button")).ToBeInViewportAsync();
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(AppContext.BaseDirectory, "TestResults", $"demo-{width}.png") });
        Assert.True(complaints.IsEmpty, string.Join("\n", complaints));
    }

    private static async Task<IPage> OpenAsync(IBrowserContext context, DemoHost host, ConcurrentQueue<string> complaints)
    {
        var page = await context.NewPageAsync();
        page.Console += (_, line) =>
        {
            // After the wound hour the chat's token is too old once, and the page fetches a new one by itself.
            if (line.Type is "error" or "warning" && !(line.Text.Contains("403", StringComparison.Ordinal) && line.Location.Contains("/activities", StringComparison.Ordinal)))
            {
                complaints.Enqueue($"{line.Text} {line.Location}");
            }
        };
        page.PageError += (_, error) => complaints.Enqueue(error);
        await page.GotoAsync(host.Address);
        return page;
    }

    private static async Task TellAsync(IPage page)
    {
        for (var step = 0; step < Steps; step++)
        {
            await PressAsync(page, step);
        }
    }

    private static async Task PressAsync(IPage page, int step)
    {
        var line = page.Locator("[data-step]").Nth(step);
        await line.Locator("button").ClickAsync();
        await Expect(line).ToHaveClassAsync("done", new() { Timeout = 60_000 });
    }
}

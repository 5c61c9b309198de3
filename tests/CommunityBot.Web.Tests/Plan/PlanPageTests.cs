using System.Collections.Concurrent;
using CommunityBot.Web.Tests.Demo;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CommunityBot.Web.Tests.Plan;

/// <summary>The plan and its lessons as somebody reads them on a phone and at a desk, without scripts.</summary>
public sealed class PlanPageTests(Browser browser) : IClassFixture<Browser>
{
    [Theory]
    [InlineData(320, ColorScheme.Dark)]
    [InlineData(360, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Light)]
    public async Task The_plan_and_a_lesson_fit_the_screen_and_fetch_nothing_from_elsewhere(int width, ColorScheme colors)
    {
        await using var context = await browser.PhoneAsync(width, 800, colors, runsScripts: false);
        await using var host = await DemoHost.StartAsync();
        var foreign = new ConcurrentQueue<string>();
        context.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(host.Address, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
            {
                foreign.Enqueue(request.Url);
            }
        };
        var page = await context.NewPageAsync();

        await page.GotoAsync($"{host.Address}/ke-hoach");
        await Expect(page.Locator("section > article")).ToHaveCountAsync(24);
        await Expect(page.Locator(".trial")).ToBeVisibleAsync();
        await FitsAsync(page, width, $"plan-{width}");

        await page.Locator("#sanitation summary").First.ClickAsync();
        await page.Locator("#sanitation details a").First.ClickAsync();
        await Expect(page.Locator("article.card:target")).ToBeInViewportAsync();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Assert.True(await page.Locator("article.card img").First.EvaluateAsync<int>("picture => picture.naturalWidth") > 0);
        await FitsAsync(page, width, $"lesson-{width}");
        Assert.Empty(foreign);
    }

    private static async Task FitsAsync(IPage page, int width, string name)
    {
        var box = await page.Locator("html").BoundingBoxAsync();
        var widest = await page.Locator("main").EvaluateAllAsync<int>("all => Math.max(...all.map(one => one.scrollWidth))");

        Assert.NotNull(box);
        Assert.InRange(widest, 1, width);
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(AppContext.BaseDirectory, "TestResults", $"{name}.png") });
    }
}

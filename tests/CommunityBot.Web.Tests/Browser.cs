using Microsoft.Playwright;

namespace CommunityBot.Web.Tests;

/// <summary>The distribution's Chromium, once for all tests; where there is none, the tests say so and are skipped.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        if (Places.FirstOrDefault(File.Exists) is not { } program)
        {
            return;
        }

        Assertions.SetDefaultExpectTimeout(20_000);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = program,
            Args =
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--no-first-run",
                "--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream",
            ],
        });
    }

    /// <summary>A phone of this width with nothing remembered.</summary>
    public async Task<IBrowserContext> PhoneAsync(int width = 360, int height = 640, ColorScheme colors = ColorScheme.Light, bool runsScripts = true)
    {
        Assert.SkipWhen(browser is null, "There is no Chromium on this machine: apt-get install chromium");
        return await browser!.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = colors,
            Locale = "vi-VN",
            Geolocation = new Geolocation { Latitude = 22.147102f, Longitude = 105.834889f },
            Permissions = ["geolocation", "microphone"],
            HasTouch = true,
            JavaScriptEnabled = runsScripts,
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
    }
}

using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace CommunityBot.Web.Tests.Chat;

/// <summary>Somebody with the chat page open: writes, taps, looks. Whatever the browser complains about is kept.</summary>
internal sealed class ChatPhone(IPage page)
{
    public IPage Page => page;

    public ConcurrentQueue<string> Complaints { get; } = new();

    public ILocator Log => page.Locator("#log");

    public ILocator Bot => page.Locator("article.bot");

    public ILocator Mine => page.Locator("article.mine");

    public static async Task<ChatPhone> OpenAsync(IBrowserContext context, ChatHost host, string query = "")
    {
        var page = await context.NewPageAsync();
        var phone = new ChatPhone(page);
        page.SetDefaultTimeout(20_000);
        page.Console += (_, line) =>
        {
            if (line.Type is "error" or "warning")
            {
                phone.Complaints.Enqueue(line.Text);
            }
        };
        page.PageError += (_, error) => phone.Complaints.Enqueue(error);
        await page.GotoAsync(host.Address + "/chat" + query);
        return phone;
    }

    public async Task WriteAsync(string text)
    {
        await page.Locator("#words").FillAsync(text);
        await page.Locator("#send").ClickAsync();
    }

    public Task PressAsync(string label) => page.GetByRole(AriaRole.Button, new() { Name = label }).Last.ClickAsync();

    /// <summary>Keeps a picture for human eyes beside the test's program.</summary>
    public Task<byte[]> PictureAsync(string name) =>
        page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(AppContext.BaseDirectory, "TestResults", name + ".png") });
}

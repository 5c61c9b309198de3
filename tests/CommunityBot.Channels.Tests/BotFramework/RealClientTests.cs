using System.Diagnostics;
using System.Text.Json.Nodes;
using CommunityBot.Channels.BotFramework;
using CommunityBot.Messages;

namespace CommunityBot.Channels.Tests.BotFramework;

/// <summary>Microsoft's own client, botframework-directlinejs, run by node against our server.</summary>
public sealed class RealClientTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData("stream")]
    [InlineData("polling")]
    public async Task The_public_client_talks_uploads_and_comes_back_without_loss_or_double(string mode)
    {
        var client = await InstalledClientAsync();
        await using var host = await WebChatHost.StartAsync();
        var browser = new WebChatClient(host);
        await browser.FetchTokenAsync();

        var seen = await RunAsync(client, host, browser, mode);

        var activities = seen.Where(line => (string?)line["what"] == "activity").Select(line => line["activity"]!.AsObject()).ToList();
        var mine = activities.Where(one => (string?)one["from"]!["role"] == "user").ToList();
        Assert.Equal(["c1", "c2", "c3", "c4"], mine.Select(one => (string?)one["channelData"]!["clientActivityID"]));
        Assert.Equal(seen.Where(line => (string?)line["what"] == "posted").Select(line => (string?)line["id"]), mine.Select(one => (string?)one["id"]));
        Assert.Equal(9, activities.Count);
        Assert.Equal(9, activities.Select(one => (string?)one["id"]).Distinct().Count());
        Assert.All(mine, one => Assert.StartsWith("dl_", (string?)one["from"]!["id"], StringComparison.Ordinal));
        Assert.Equal(["a.jpg", "a (1).jpg"], mine[2]["attachments"]!.AsArray().Select(one => (string?)one!["name"]));
        Assert.Equal([IncomingKind.Message, IncomingKind.Press, IncomingKind.Message, IncomingKind.Message], host.Bot.Heard.Select(one => one.Kind));
        Assert.DoesNotContain(seen, line => (string?)line["status"] is "ExpiredToken" or "FailedToConnect");
    }

    private static async Task<List<JsonObject>> RunAsync(string client, WebChatHost host, WebChatClient browser, string mode)
    {
        using var node = Process.Start(new ProcessStartInfo("node", [Path.Combine(client, "run.mjs"), new Uri(host.Base, "/v3/directline").ToString(), browser.Token, mode])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var complaints = node.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(Patience);
        var seen = new List<JsonObject>();

        try
        {
            while (await node.StandardOutput.ReadLineAsync(patience.Token) is { } line)
            {
                var told = JsonNode.Parse(line)!.AsObject();
                seen.Add(told);

                if ((string?)told["what"] == "hang-up")
                {
                    host.Get<LiveSockets>().CloseAll(browser.Conversation);
                    await host.Bot.SayAsync(new ConversationKey("webchat", browser.Conversation), new OutgoingMessage { Text = "Có tin mới" });
                }
            }
        }
        catch (OperationCanceledException)
        {
            node.Kill(entireProcessTree: true);
            Assert.Fail($"The client did not come to its end. {string.Join('\n', seen.Select(one => one.ToJsonString()))} {await complaints}");
        }

        Assert.True(seen.Count > 0 && (string?)seen[^1]["what"] == "done", await complaints);
        return seen;
    }

    private static async Task<string> InstalledClientAsync()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "DirectLineClient");
        Assert.SkipUnless(await RunsAsync("node", folder, "--version"), "There is no node on this machine: Microsoft's client could not be tried.");

        if (!Directory.Exists(Path.Combine(folder, "node_modules", "botframework-directlinejs")))
        {
            Assert.True(await RunsAsync("npm", folder, "ci", "--no-audit", "--no-fund", "--ignore-scripts"), "npm ci failed in " + folder);
        }

        return folder;
    }

    private static async Task<bool> RunsAsync(string program, string folder, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
            await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}

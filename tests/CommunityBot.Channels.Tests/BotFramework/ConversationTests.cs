using System.Net;
using System.Text.Json.Nodes;
using CommunityBot.Messages;

namespace CommunityBot.Channels.Tests.BotFramework;

public sealed class ConversationTests
{
    [Fact]
    public async Task What_was_posted_before_the_stream_opened_is_replayed_on_it()
    {
        await using var host = await WebChatHost.StartAsync();
        var browser = await host.BeginAsync();
        var id = await browser.SayAsync("Vòi nước bị vỡ", "k1");

        using var socket = await browser.OpenStreamAsync();
        var (activities, watermark) = await WebChatClient.ReadAsync(socket, 2);

        Assert.Equal(id, (string?)activities[0]["id"]);
        Assert.Equal("k1", (string?)activities[0]["channelData"]!["clientActivityID"]);
        Assert.Equal("Bà con nói: Vòi nước bị vỡ", (string?)activities[1]["text"]);
        Assert.Equal("bot", (string?)activities[1]["from"]!["role"]);
        Assert.Equal("2", watermark);
    }
}

using System.Net;
using System.Text.Json.Nodes;
using CommunityBot.Channels.BotFramework;
using CommunityBot.Messages;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBot.Channels.Tests.BotFramework;

/// <summary>The cookie of our own page: it brings a villager or an officer back into the same conversation, and can be taken away.</summary>
public sealed class SessionTests
{
    [Fact]
    public async Task The_cookie_opens_the_same_conversation_again()
    {
        await using var host = await WebChatHost.StartAsync();

        var (first, cookie) = await OpenAsync(host);
        var (second, _) = await OpenAsync(host, cookie: cookie);
        var (stranger, _) = await OpenAsync(host, cookie: cookie + "x");

        Assert.Equal((string?)first["conversationId"], (string?)second["conversationId"]);
        Assert.NotEqual((string?)first["conversationId"], (string?)stranger["conversationId"]);
        Assert.NotEqual((string?)first["token"], (string?)second["token"]);
    }

    [Fact]
    public async Task The_cookie_is_out_of_reach_of_scripts_and_other_sites()
    {
        await using var host = await WebChatHost.StartAsync();
        await using var secure = await WebChatHost.StartAsync(new() { ["Web:PublicUrl"] = "https://chat.example.org" });

        using var plain = await CallAsync(host);
        using var published = await CallAsync(secure, more: request => request.Headers.Host = "chat.example.org");

        var cookie = plain.Headers.GetValues("Set-Cookie").Single();
        Assert.StartsWith("chat=", cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        cookie = published.Headers.GetValues("Set-Cookie").Single();
        Assert.StartsWith("__Host-chat=", cookie, StringComparison.Ordinal);
        Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("; path=/;", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Two_seats_of_one_browser_are_two_people()
    {
        await using var host = await WebChatHost.StartAsync();

        var (villager, _) = await OpenAsync(host);
        var (officer, cookie) = await OpenAsync(host, "?seat=officer");

        Assert.NotEqual((string?)villager["conversationId"], (string?)officer["conversationId"]);
        Assert.StartsWith("chat-officer=", cookie, StringComparison.Ordinal);
        using var refused = await CallAsync(host, "?seat=Of%0Aficer");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public async Task A_call_that_is_not_from_our_page_gets_nothing()
    {
        await using var host = await WebChatHost.StartAsync();

        using var bare = await host.CallAsync(HttpMethod.Post, "/chat/session", null);
        using var crossSite = await CallAsync(host, more: request => request.Headers.Add("Sec-Fetch-Site", "cross-site"));
        using var otherOrigin = await CallAsync(host, more: request => request.Headers.Add("Origin", "https://evil.example.org"));
        using var ours = await CallAsync(host, more: request => request.Headers.Add("Sec-Fetch-Site", "same-origin"));

        Assert.Equal(
            [HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.OK],
            new[] { bare, crossSite, otherOrigin, ours }.Select(answer => answer.StatusCode));
    }

    [Fact]
    public async Task An_address_begins_ten_conversations_an_hour_and_old_ones_go_on()
    {
        await using var host = await WebChatHost.StartAsync();
        var (_, cookie) = await OpenAsync(host);

        for (var number = 1; number < 10; number++)
        {
            await OpenAsync(host);
        }

        using var eleventh = await CallAsync(host);
        using var known = await CallAsync(host, cookie: cookie);
        host.Clock.Advance(TimeSpan.FromHours(1));
        using var later = await CallAsync(host);

        Assert.Equal(
            [HttpStatusCode.TooManyRequests, HttpStatusCode.OK, HttpStatusCode.OK],
            new[] { eleventh, known, later }.Select(answer => answer.StatusCode));
    }

    [Fact]
    public async Task A_signed_out_phone_is_a_stranger_again()
    {
        await using var host = await WebChatHost.StartAsync();
        var (desk, cookie) = await OpenAsync(host, "?seat=officer");
        var conversation = new ConversationKey("webchat", (string)desk["conversationId"]!);

        await host.Get<IConversationKeeper>().SignOutAsync(conversation, TestContext.Current.CancellationToken);

        var (after, _) = await OpenAsync(host, "?seat=officer", cookie);
        Assert.NotEqual(conversation.Address, (string?)after["conversationId"]);
        using var refresh = await host.CallAsync(HttpMethod.Post, "/v3/directline/tokens/refresh", (string)desk["token"]!);
        Assert.Equal(HttpStatusCode.Forbidden, refresh.StatusCode);
        Assert.IsType<SendOutcome.ReceiverLeft>(await host.Bot.SayAsync(conversation, new OutgoingMessage { Text = "việc mới" }));
    }

    [Fact]
    public async Task A_seat_of_the_demo_has_its_conversation_beforehand()
    {
        await using var host = await WebChatHost.StartAsync(more: services => services.AddSingleton<IFixedSeats, DemoSeats>());

        var (officer, cookie) = await OpenAsync(host, "?seat=officer");
        var (villager, _) = await OpenAsync(host);

        Assert.Equal(("demo-officer", "dl_demo-officer", ""), ((string?)officer["conversationId"], (string?)officer["userId"], cookie));
        Assert.NotEqual("demo-officer", (string?)villager["conversationId"]);
    }

    [Fact]
    public async Task The_session_says_how_much_was_said_already()
    {
        await using var host = await WebChatHost.StartAsync();
        var (first, cookie) = await OpenAsync(host);
        using var said = await host.CallAsync(
            HttpMethod.Post, $"/v3/directline/conversations/{first["conversationId"]}/activities", (string)first["token"]!, Sample.Read("request.activity.message"));

        var (second, _) = await OpenAsync(host, cookie: cookie);

        Assert.Equal((0, 2), ((int)first["count"]!, (int)second["count"]!));
    }

    private static async Task<(JsonObject Session, string Cookie)> OpenAsync(WebChatHost host, string query = "", string? cookie = null)
    {
        using var answer = await CallAsync(host, query, cookie);
        answer.EnsureSuccessStatusCode();
        var set = answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies.Single().Split(';')[0] : "";
        return (await WebChatClient.BodyOf(answer), set);
    }

    private static Task<HttpResponseMessage> CallAsync(WebChatHost host, string query = "", string? cookie = null, Action<HttpRequestMessage>? more = null) =>
        host.CallAsync(HttpMethod.Post, "/chat/session" + query, null, null, request =>
        {
            request.Headers.Add("X-Chat-Page", "1");

            if (cookie is not null)
            {
                request.Headers.Add("Cookie", cookie);
            }

            more?.Invoke(request);
        });

    private sealed class DemoSeats : IFixedSeats
    {
        public string? AddressOf(string seat) => seat == "officer" ? "demo-officer" : null;
    }
}

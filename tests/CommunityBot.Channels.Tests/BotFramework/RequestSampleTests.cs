using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using CommunityBot.Messages;
using CommunityBot.Primitives;

namespace CommunityBot.Channels.Tests.BotFramework;

/// <summary>Each recorded call of a client, sent to our server: what the heart hears and what the client is answered.</summary>
public sealed class RequestSampleTests
{
    /// <summary>Every sample and the test that holds it; a new sample without a test fails.</summary>
    private static readonly HashSet<string> Covered =
    [
        "request.activity.message", "request.activity.message.webchat", "request.activity.event.join", "request.activity.postback",
        "request.activity.messageback", "request.activity.location", "request.activity.typing", "request.tokens.generate", "request.tokens.refresh",
        "request.conversations.start", "request.conversations.start.minimal", "request.conversations.reconnect", "request.activities.poll",
        "request.upload.multipart", "request.upload.single", "response.activity", "response.activities", "response.activities.empty",
        "response.upload", "response.conversations.start", "response.conversations.reconnect", "response.tokens.generate", "response.tokens.refresh",
        "ws.frame.activityset", "ws.frame.echo", "ws.frame.typing", "ws.frame.keepalive", "bot.activity.card", "bot.activity.image", "bot.activity.end",
        "error.400", "error.401", "error.403.token_expired", "error.404", "error.429", "error.502", "cors.preflight", "token.jwt_payload",
        "transcript.websocket",
    ];

    [Fact]
    public void Every_sample_of_the_catalogue_is_held_by_a_test()
    {
        var named = Sample.Read("index")["samples"]!.AsArray().Select(one => Path.GetFileNameWithoutExtension((string)one!["file"]!));
        Assert.Equal(Covered.Order(), named.Order());
    }

    [Theory]
    [InlineData("request.activity.message", IncomingKind.Message, "Vòi nước bị vỡ", null)]
    [InlineData("request.activity.message.webchat", IncomingKind.Message, "Vòi nước bị vỡ", null)]
    [InlineData("request.activity.postback", IncomingKind.Press, null, "c:nuoc")]
    [InlineData("request.activity.messageback", IncomingKind.Press, null, "c:nuoc")]
    [InlineData("request.activity.event.join", IncomingKind.Arrived, null, null)]
    [InlineData("request.activity.location", IncomingKind.Message, null, null)]
    public async Task An_activity_reaches_the_heart_in_our_own_words(string name, IncomingKind kind, string? text, string? button)
    {
        await using var host = await WebChatHost.StartAsync();
        var browser = await host.BeginAsync();
        var sample = Sample.Read(name);

        using var answer = await browser.PostAsync(sample);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Sample.AssertLike(Sample.Read("response.activity"), await WebChatClient.BodyOf(answer));
        var heard = Assert.Single(host.Bot.Heard);
        Assert.Equal((kind, text, button), (heard.Kind, heard.Text, heard.ButtonKey));
        Assert.Equal(new ConversationKey("webchat", browser.Conversation), heard.Conversation);
        Assert.Equal(WebChatHost.Morning, heard.SentAt);
        Assert.StartsWith("dl_", heard.Sender.Id, StringComparison.Ordinal);
        Assert.False(heard.IsGroup);
        var clientId = (string?)sample["channelData"]?["clientActivityID"];
        Assert.Equal(clientId is null ? "a0" : "c:" + clientId, heard.EventId);
    }

    [Fact]
    public async Task A_place_of_the_browser_is_a_point()
    {
        await using var host = await WebChatHost.StartAsync();
        var browser = await host.BeginAsync();

        using var answer = await browser.PostAsync(Sample.Read("request.activity.location"));

        Assert.Equal(new GeoPoint(22.147102, 105.834889), Assert.Single(host.Bot.Heard).Point);
    }

    [Fact]
    public async Task Typing_is_shown_and_leaves_no_trace()
    {
        await using var host = await WebChatHost.StartAsync();
        var browser = await host.BeginAsync();
        using var socket = await browser.OpenStreamAsync();

        using var answer = await browser.PostAsync(Sample.Read("request.activity.typing"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var frame = await WebChatClient.ReadFrameAsync(socket);
        Assert.Equal("typing", (string?)frame!["activities"]![0]!["type"]);
        Assert.Null(frame["watermark"]);
        Assert.Empty((await browser.PollAsync()).Activities);
        Assert.Empty(host.Bot.Heard);
    }

    [Fact]
    public async Task Two_uploaded_files_reach_the_heart_in_their_order_and_can_be_fetched()
    {
        await using var host = await WebChatHost.StartAsync();
        var browser = await host.BeginAsync();
        var sample = Sample.Read("request.upload.multipart");
        using var form = new ByteArrayContent(Convert.FromBase64String((string)sample["raw_body_base64"]!));
        form.Headers.TryAddWithoutValidation("Content-Type", (string)sample["content_type"]!);

        using var answer = await browser.UploadAsync(form);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Sample.AssertLike(Sample.Read("response.upload"), await WebChatClient.BodyOf(answer));
        var heard = Assert.Single(host.Bot.Heard);
        Assert.Equal(("ống nước hỏng", "c:k1"), (heard.Text, heard.EventId));
        Assert.Equal(["a.jpg", "a (1).jpg"], heard.Files.Select(file => file.Name));
        Assert.All(heard.Files, file => Assert.Equal((FileKind.Photo, 4L), (file.Kind, file.Size)));
        var fetched = await host.Get<IChannel>().FetchAsync(heard.Files[0], 1000, TestContext.Current.CancellationToken);
        Assert.Equal("/9j/2Q==", Convert.ToBase64String(Assert.IsType<FetchedFile.Bytes>(fetched).Content.Span));
    }

    [Fact]
    public async Task A_bare_file_is_an_upload_too()
    {
        await using var host = await WebChatHost.StartAsync();
        var browser = await host.BeginAsync();
        using var bare = new ByteArrayContent(Convert.FromBase64String((string)Sample.Read("request.upload.single")["bytes_base64"]!));
        bare.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
        bare.Headers.TryAddWithoutValidation("Content-Disposition", "name=\"file\"; filename=\"a.jpg\"");

        using var answer = await browser.UploadAsync(bare);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("a.jpg", Assert.Single(Assert.Single(host.Bot.Heard).Files).Name);
    }

    [Fact]
    public async Task A_server_with_the_secret_gets_a_token_that_a_page_refreshes_and_begins_with()
    {
        await using var host = await WebChatHost.StartAsync();

        using var generated = await host.CallAsync(HttpMethod.Post, "/v3/directline/tokens/generate", WebChatHost.Secret, Sample.Read("request.tokens.generate"));
        var token = await WebChatClient.BodyOf(generated);
        Sample.AssertLike(Sample.Read("response.tokens.generate"), token);
        using var refreshed = await host.CallAsync(HttpMethod.Post, "/v3/directline/tokens/refresh", (string)token["token"]!);
        var fresh = await WebChatClient.BodyOf(refreshed);
        Sample.AssertLike(Sample.Read("response.tokens.refresh"), fresh);
        using var started = await host.CallAsync(HttpMethod.Post, "/v3/directline/conversations", (string)fresh["token"]!, Sample.Read("request.conversations.start"));

        Assert.Equal(HttpStatusCode.Created, started.StatusCode);
        var conversation = await WebChatClient.BodyOf(started);
        Sample.AssertLike(Sample.Read("response.conversations.start"), conversation);
        Assert.Equal((string?)token["conversationId"], (string?)conversation["conversationId"]);
        using var again = await host.CallAsync(HttpMethod.Post, "/v3/directline/conversations", (string)fresh["token"]!, Sample.Read("request.conversations.start.minimal"));
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    [Fact]
    public async Task A_token_names_its_user_and_no_body_changes_that()
    {
        await using var host = await WebChatHost.StartAsync();
        var browser = await host.BeginAsync(Sample.Read("request.tokens.generate"));

        using var answer = await browser.PostAsync(Sample.Read("request.activity.message"));

        var claims = JsonNode.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(browser.Token.Split('.')[1]))!;
        var sample = Sample.Read("token.jwt_payload");
        sample.Remove("iss");
        sample.Remove("aud");
        Sample.AssertLike(sample, claims);
        Assert.Equal("dl_villager-1", (string?)claims["user"]);
        var heard = Assert.Single(host.Bot.Heard);
        Assert.Equal(("dl_villager-1", "Mẩy"), (heard.Sender.Id, heard.Sender.DisplayName));
        Assert.Equal("dl_villager-1", (string?)(await browser.PollAsync()).Activities[0]!["from"]!["id"]);
    }
}

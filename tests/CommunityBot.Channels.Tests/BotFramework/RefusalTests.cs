using System.Net;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using CommunityBot.Channels.BotFramework;
using CommunityBot.Messages;
using CsCheck;

namespace CommunityBot.Channels.Tests.BotFramework;

/// <summary>Strangers, forgers, floods and oversized things: a clear refusal, never a 500, never a foreign conversation.</summary>
public sealed class RefusalTests
{
    [Fact]
    public async Task A_token_opens_no_other_conversation()
    {
        await using var host = await WebChatHost.StartAsync();
        var mine = await host.BeginAsync();
        var other = await host.BeginAsync();
        await other.SayAsync("của người khác");

        foreach (var (method, path) in new[] { (HttpMethod.Get, ""), (HttpMethod.Get, "/activities"), (HttpMethod.Post, "/activities"), (HttpMethod.Post, "/upload") })
        {
            using var answer = await host.CallAsync(
                method, $"/v3/directline/conversations/{other.Conversation}{path}", mine.Token, method == HttpMethod.Post ? Sample.Read("request.activity.message") : null);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }

        Assert.Equal(2, (await other.PollAsync()).Activities.Count);
    }

    [Fact]
    public async Task No_flipped_letter_makes_another_token_good()
    {
        await using var host = await WebChatHost.StartAsync();
        var browser = await host.BeginAsync();
        var good = browser.Token;
        var tokens = host.Get<ChatTokens>();

        for (var place = 0; place < good.Length; place++)
        {
            var bent = good[..place] + (good[place] == 'A' ? 'B' : 'A') + good[(place + 1)..];

            // The last letter of a base64 text has bits that mean nothing.
            Assert.True(tokens.Read(bent) is TokenReading.Forged || place == good.Length - 1, $"place {place}");
        }

        Assert.IsType<TokenReading.Forged>(tokens.Read(tokens.IssueCookie(browser.Conversation, "dl_x")));
        Assert.Null(tokens.ReadCookie(good));
        Assert.IsType<TokenReading.Valid>(tokens.Read(good));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    [InlineData("""{"type":5}""")]
    [InlineData("""{"type":"message","text":{}}""")]
    [InlineData("""{"type":"message","text":"\ud800"}""")]
    [InlineData("""{"type":"message","channelData":{"clientActivityID":"\ud800"}}""")]
    [InlineData("""{"type":"message","entities":"x"}""")]
    [InlineData("""{"type":"message","a":[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]}""")]
    public async Task A_body_that_is_no_activity_is_refused(string body)
    {
        await using var host = await WebChatHost.StartAsync();
        var browser = await host.BeginAsync();
        using var content = new StringContent(body, Encoding.UTF8, "application/json");

        using var answer = await host.CallAsync(
            HttpMethod.Post, $"/v3/directline/conversations/{browser.Conversation}/activities", browser.Token, null, request => request.Content = content);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(host.Bot.Heard);
    }

    [Theory]
    [InlineData("""{"type":"message"}""")]
    [InlineData("""{"type":"message","text":"  ","channelData":5,"entities":[5,{"type":"GeoCoordinates"},{"type":"GeoCoordinates","latitude":1e300,"longitude":0}]}""")]
    [InlineData("""{"type":"message","attachments":[{"contentType":"video/mp4","contentUrl":"http://169.254.169.254/"}]}""")]
    public async Task A_message_without_anything_to_read_is_called_unreadable(string body)
    {
        await using var host = await WebChatHost.StartAsync();
        var browser = await host.BeginAsync();

        using var answer = await browser.PostAsync(JsonNode.Parse(body)!);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var heard = Assert.Single(host.Bot.Heard);
        Assert.Equal((IncomingKind.Unreadable, 0), (heard.Kind, heard.Files.Count));
    }

    [Fact]
    public async Task Whatever_is_posted_is_answered_and_never_with_a_500()
    {
        await using var host = await WebChatHost.StartAsync(new() { ["DirectLine:ActivitiesPerMinute"] = "10000" });
        var samples = Directory.GetFiles(Sample.Folder, "request.activity.*.json").Select(File.ReadAllBytes).ToArray();

        await AssertAnsweredAsync(host, "activities", "application/json", samples);
    }

    [Fact]
    public async Task Whatever_is_uploaded_is_answered_and_never_with_a_500()
    {
        await using var host = await WebChatHost.StartAsync(new() { ["DirectLine:ActivitiesPerMinute"] = "10000" });
        var sample = Sample.Read("request.upload.multipart");

        await AssertAnsweredAsync(host, "upload", (string)sample["content_type"]!, [Convert.FromBase64String((string)sample["raw_body_base64"]!)]);
    }

    [Fact]
    public async Task An_unknown_kind_of_activity_is_passed_over()
    {
        await using var host = await WebChatHost.StartAsync();
        var browser = await host.BeginAsync();

        using var answer = await browser.PostAsync(new JsonObject { ["type"] = "messageReaction" });

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty((await browser.PollAsync()).Activities);
    }

    [Fact]
    public async Task A_text_beyond_the_limits_is_refused()
    {
        await using var host = await WebChatHost.StartAsync();
        var browser = await host.BeginAsync();

        using var tooLong = await browser.PostAsync(new JsonObject { ["type"] = "message", ["text"] = new string('a', 4001) });
        using var tooBig = await browser.PostAsync(new JsonObject { ["type"] = "message", ["text"] = new string('a', 1_000_000) });

        Assert.Equal(HttpStatusCode.BadRequest, tooLong.StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, tooBig.StatusCode);
        Assert.Equal("MessageSizeTooBig", (string?)(await WebChatClient.BodyOf(tooBig))["error"]!["code"]);
    }

    [Fact]
    public async Task Files_too_big_or_too_many_are_refused()
    {
        await using var host = await WebChatHost.StartAsync();
        var browser = await host.BeginAsync();

        using var oneTooBig = await browser.UploadAsync(Files(1, (10 * 1024 * 1024) + 1));
        using var bareTooBig = await browser.UploadAsync(new ByteArrayContent(new byte[(10 * 1024 * 1024) + 1]));
        using var tooMany = await browser.UploadAsync(Files(5, 10));
        using var none = await browser.UploadAsync(new ByteArrayContent([]));
        using var broken = await browser.UploadAsync(BrokenForm());
        using var biggest = await browser.UploadAsync(Files(4, 10 * 1024 * 1024));

        Assert.Equal(
            [HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.OK],
            new[] { oneTooBig, bareTooBig, tooMany, none, broken, biggest }.Select(answer => answer.StatusCode));
        Assert.Equal("MessageSizeTooBig", (string?)(await WebChatClient.BodyOf(oneTooBig))["error"]!["code"]);
        Assert.Equal(4, Assert.Single(host.Bot.Heard).Files.Count);
    }

    [Fact]
    public async Task Nobody_fills_the_disk()
    {
        await using var host = await WebChatHost.StartAsync(new() { ["DirectLine:UploadMegabytesPerHour"] = "1" });
        var browser = await host.BeginAsync();

        using var first = await browser.UploadAsync(Files(1, 700_000));
        using var second = await browser.UploadAsync(Files(1, 700_000));
        host.Clock.Advance(TimeSpan.FromMinutes(29));
        host.Store.Health = host.Store.Health with { AcceptsNewReports = false };
        using var third = await browser.UploadAsync(Files(1, 10));

        Assert.Equal(
            [HttpStatusCode.OK, HttpStatusCode.TooManyRequests, HttpStatusCode.ServiceUnavailable],
            new[] { first, second, third }.Select(answer => answer.StatusCode));
    }

    [Fact]
    public async Task A_file_name_reaches_no_path()
    {
        await using var host = await WebChatHost.StartAsync();
        var browser = await host.BeginAsync();
        using var form = new MultipartFormDataContent();
        using var photo = new ByteArrayContent([0xFF, 0xD8, 0xFF, 0xD9]);
        form.Add(photo, "file", "../../../x.jpg");

        using var answer = await browser.UploadAsync(form);
        var file = host.Bot.Heard.Single().Files.Single();
        var channel = host.Get<IChannel>();

        Assert.Equal("../../../x.jpg", file.Name);
        Assert.IsType<FetchedFile.Bytes>(await channel.FetchAsync(file, 4, TestContext.Current.CancellationToken));
        Assert.IsType<FetchedFile.TooBig>(await channel.FetchAsync(file, 3, TestContext.Current.CancellationToken));

        foreach (var climb in new[] { "../" + file.FetchId, "..", "/", "../../keys/webchat.key", $"{browser.Conversation}/../../../keys/webchat.key", $"{browser.Conversation}/" })
        {
            Assert.IsType<FetchedFile.Gone>(await channel.FetchAsync(file with { FetchId = climb }, 1000, TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task A_picture_link_serves_its_conversation_until_it_is_old()
    {
        await using var host = await WebChatHost.StartAsync();
        var browser = await host.BeginAsync();
        var other = await host.BeginAsync();
        await browser.SayAsync("ảnh");
        var link = (string)(await browser.PollAsync()).Activities[1]!["attachments"]![0]!["contentUrl"]!;

        await AssertStatusAsync(HttpStatusCode.OK, link);
        await AssertStatusAsync(HttpStatusCode.NotFound, link.Replace(browser.Conversation, other.Conversation, StringComparison.Ordinal));
        await AssertStatusAsync(HttpStatusCode.NotFound, link.Replace("until=", "until=9", StringComparison.Ordinal));
        await AssertStatusAsync(HttpStatusCode.NotFound, link.Split('?')[0]);
        await AssertStatusAsync(HttpStatusCode.NotFound, link.Replace("&s=", "&s=!", StringComparison.Ordinal));
        host.Clock.Advance(TimeSpan.FromDays(2));
        await AssertStatusAsync(HttpStatusCode.NotFound, link);

        async Task AssertStatusAsync(HttpStatusCode status, string address)
        {
            using var answer = await host.Http.GetAsync(new Uri(address));
            Assert.Equal(status, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_web_page_disguised_as_a_photo_is_only_offered_for_saving()
    {
        await using var host = await WebChatHost.StartAsync();
        var browser = await host.BeginAsync();
        using var page = new ByteArrayContent("<html><script>alert(1)</script>"u8.ToArray());
        page.Headers.ContentType = new("image/jpeg");
        using var uploaded = await browser.UploadAsync(page);
        var link = (string)(await browser.PollAsync()).Activities[0]!["attachments"]![0]!["contentUrl"]!;

        using var answer = await host.Http.GetAsync(new Uri(link), TestContext.Current.CancellationToken);

        Assert.Equal("application/octet-stream", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("default-src 'none'; sandbox", answer.Headers.GetValues("Content-Security-Policy").Single());
    }

    [Fact]
    public async Task Pages_of_other_sites_need_a_token_that_names_them()
    {
        await using var host = await WebChatHost.StartAsync(new() { ["DirectLine:AllowedOrigins:0"] = "https://allowed.example.org" });
        var plain = await host.BeginAsync();
        var named = await host.BeginAsync(new JsonObject { ["trustedOrigins"] = new JsonArray("https://xa-mau.example.org") });

        Assert.Equal(HttpStatusCode.OK, await PollFromAsync(plain, host.Base.GetLeftPart(UriPartial.Authority)));
        Assert.Equal(HttpStatusCode.OK, await PollFromAsync(plain, "https://allowed.example.org"));
        Assert.Equal(HttpStatusCode.Forbidden, await PollFromAsync(plain, "https://xa-mau.example.org"));
        Assert.Equal(HttpStatusCode.OK, await PollFromAsync(named, "https://xa-mau.example.org"));
        await Assert.ThrowsAsync<WebSocketException>(() => plain.OpenStreamAsync("https://evil.example.org"));
        using var socket = await named.OpenStreamAsync("https://xa-mau.example.org");
        Assert.Equal(WebSocketState.Open, socket.State);

        async Task<HttpStatusCode> PollFromAsync(WebChatClient browser, string origin)
        {
            using var answer = await host.CallAsync(
                HttpMethod.Get, $"/v3/directline/conversations/{browser.Conversation}/activities", browser.Token, null, request => request.Headers.Add("Origin", origin));
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task Without_the_secret_nobody_gets_a_token()
    {
        await using var host = await WebChatHost.StartAsync();
        await using var closed = await WebChatHost.StartAsync(new() { ["DirectLine:Secret"] = null });

        foreach (var wrong in new[] { null, "wrong", WebChatHost.Secret + "x", WebChatHost.Secret[..^1] })
        {
            using var answer = await host.CallAsync(HttpMethod.Post, "/v3/directline/tokens/generate", wrong, new JsonObject());
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }

        using var never = await closed.CallAsync(HttpMethod.Post, "/v3/directline/tokens/generate", WebChatHost.Secret, new JsonObject());
        Assert.Equal(HttpStatusCode.Unauthorized, never.StatusCode);
    }

    [Fact]
    public async Task An_old_token_is_neither_refreshed_nor_served()
    {
        await using var host = await WebChatHost.StartAsync();
        var browser = await host.BeginAsync();
        host.Clock.Advance(TimeSpan.FromMinutes(30));

        using var refresh = await host.CallAsync(HttpMethod.Post, "/v3/directline/tokens/refresh", browser.Token);
        using var reconnect = await host.CallAsync(HttpMethod.Get, $"/v3/directline/conversations/{browser.Conversation}?watermark=", browser.Token);

        Assert.Equal([HttpStatusCode.Forbidden, HttpStatusCode.Forbidden], [refresh.StatusCode, reconnect.StatusCode]);
    }

    [Fact]
    public async Task No_log_line_holds_a_token_a_key_a_link_or_a_word()
    {
        await using var host = await WebChatHost.StartAsync();
        var browser = await host.BeginAsync();
        using var socket = await browser.OpenStreamAsync();
        await browser.SayAsync("canary-word ảnh", "canary-id");
        await browser.SayAsync("ảnh");
        var link = (string)(await browser.PollAsync()).Activities[3]!["attachments"]![0]!["contentUrl"]!;
        using var picture = await host.Http.GetAsync(new Uri(link), TestContext.Current.CancellationToken);

        var log = string.Join('\n', host.Spoken.Lines);
        Assert.NotEmpty(log);

        foreach (var secret in new[] { WebChatHost.Secret, browser.Token, browser.Token.Split('.')[2], browser.StreamUrl.Split("t=")[1], link.Split("s=")[1], "canary" })
        {
            Assert.DoesNotContain(secret, log, StringComparison.Ordinal);
        }
    }

    /// <summary>Sends the samples with a few bytes bent.</summary>
    private static async Task AssertAnsweredAsync(WebChatHost host, string door, string contentType, byte[][] samples)
    {
        var browser = await host.BeginAsync();
        var bent = Gen.Select(Gen.Int[0, samples.Length - 1], Gen.Select(Gen.Int[0, 2000], Gen.Byte).Array[1, 4], (which, changes) =>
        {
            var bytes = samples[which].ToArray();

            foreach (var (place, value) in changes)
            {
                bytes[place % bytes.Length] = value;
            }

            return bytes;
        });

        await bent.SampleAsync(
            async bytes =>
            {
                using var content = new ByteArrayContent(bytes);
                content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
                using var answer = await host.CallAsync(
                    HttpMethod.Post, $"/v3/directline/conversations/{browser.Conversation}/{door}", browser.Token, null, request => request.Content = content);
                Assert.True(
                    answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge,
                    $"{answer.StatusCode} for {Encoding.Latin1.GetString(bytes)} {host.Spoken.Lines.LastOrDefault(line => line.Contains("Exception", StringComparison.Ordinal))}");
            },
            iter: 500,
            threads: 2);
    }

    private static MultipartFormDataContent Files(int count, int size)
    {
        var form = new MultipartFormDataContent();

        for (var number = 0; number < count; number++)
        {
            form.Add(new ByteArrayContent(new byte[size]), "file", $"{number}.jpg");
        }

        return form;
    }

    private static ByteArrayContent BrokenForm()
    {
        var content = new ByteArrayContent("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\nabc"u8.ToArray());
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");
        return content;
    }
}

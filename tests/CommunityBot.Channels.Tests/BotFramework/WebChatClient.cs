using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace CommunityBot.Channels.Tests.BotFramework;

/// <summary>A browser as the server sees it: token, calls, and one stream.</summary>
internal sealed class WebChatClient(WebChatHost host)
{
    public string Token { get; set; } = "";

    public string Conversation { get; set; } = "";

    public string StreamUrl { get; set; } = "";

    private string Path => $"/v3/directline/conversations/{Conversation}";

    public async Task FetchTokenAsync(JsonObject? request = null)
    {
        using var answer = await host.CallAsync(HttpMethod.Post, "/v3/directline/tokens/generate", WebChatHost.Secret, request ?? []);
        var body = await BodyOf(answer);
        Token = (string)body["token"]!;
        Conversation = (string)body["conversationId"]!;
    }

    public async Task<HttpResponseMessage> StartAsync()
    {
        var answer = await host.CallAsync(HttpMethod.Post, "/v3/directline/conversations", Token, new JsonObject { ["user"] = new JsonObject() });
        StreamUrl = (string)(await BodyOf(answer))["streamUrl"]!;
        return answer;
    }

    public Task<HttpResponseMessage> PostAsync(JsonNode activity) => host.CallAsync(HttpMethod.Post, $"{Path}/activities", Token, activity);

    public async Task<string> SayAsync(string text, string clientId = "")
    {
        var activity = new JsonObject { ["type"] = "message", ["text"] = text, ["from"] = new JsonObject { ["id"] = "somebody" } };

        if (clientId.Length > 0)
        {
            activity["channelData"] = new JsonObject { ["clientActivityID"] = clientId };
        }

        using var answer = await PostAsync(activity);
        answer.EnsureSuccessStatusCode();
        return (string)(await BodyOf(answer))["id"]!;
    }

    public async Task<(JsonArray Activities, string Watermark)> PollAsync(string watermark = "")
    {
        using var answer = await host.CallAsync(HttpMethod.Get, $"{Path}/activities?watermark={watermark}", Token);
        answer.EnsureSuccessStatusCode();
        var body = await BodyOf(answer);
        return (body["activities"]!.AsArray(), (string)body["watermark"]!);
    }

    public async Task ReconnectAsync(string watermark)
    {
        using var answer = await host.CallAsync(HttpMethod.Get, $"{Path}?watermark={watermark}", Token);
        answer.EnsureSuccessStatusCode();
        StreamUrl = (string)(await BodyOf(answer))["streamUrl"]!;
    }

    public Task<HttpResponseMessage> UploadAsync(HttpContent content) => host.CallAsync(
        HttpMethod.Post, $"{Path}/upload?userId=somebody", Token, body: null, request => request.Content = content);

    public async Task<ClientWebSocket> OpenStreamAsync(string? origin = null)
    {
        var socket = new ClientWebSocket();

        if (origin is not null)
        {
            socket.Options.SetRequestHeader("Origin", origin);
        }

        await socket.ConnectAsync(new Uri(StreamUrl), CancellationToken.None);
        return socket;
    }

    /// <summary>Reads frames until that many activities with an id have come.</summary>
    public static async Task<(List<JsonObject> Activities, string Watermark)> ReadAsync(ClientWebSocket socket, int count)
    {
        var activities = new List<JsonObject>();
        var watermark = "";

        while (activities.Count < count)
        {
            var frame = await ReadFrameAsync(socket) ?? throw new InvalidOperationException("The stream ended.");
            activities.AddRange(frame["activities"]!.AsArray().Select(one => one!.AsObject()).Where(one => one["id"] is not null));
            watermark = (string?)frame["watermark"] ?? watermark;
        }

        return (activities, watermark);
    }

    /// <summary>The next frame that is not empty; null when the stream ended.</summary>
    public static async Task<JsonObject?> ReadFrameAsync(ClientWebSocket socket)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var frame = new MemoryStream();
        var buffer = new byte[4096];

        while (true)
        {
            var part = await socket.ReceiveAsync(buffer, patience.Token);
            frame.Write(buffer, 0, part.Count);

            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            if (part.EndOfMessage && frame.Length > 0)
            {
                return JsonNode.Parse(Encoding.UTF8.GetString(frame.ToArray()))!.AsObject();
            }
        }
    }

    public static async Task<JsonObject> BodyOf(HttpResponseMessage answer) => JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsObject();
}

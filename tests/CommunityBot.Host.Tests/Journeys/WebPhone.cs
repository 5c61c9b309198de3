using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace CommunityBot.Host.Tests.Journeys;

/// <summary>Somebody with the web chat open: the same doors and the same cookie as the page.</summary>
internal sealed class WebPhone(JourneyHost host) : IDisposable
{
    private readonly HttpClient http = new(new HttpClientHandler { CookieContainer = new CookieContainer() });
    private readonly List<JsonObject> heard = [];
    private string conversation = "";
    private string watermark = "";
    private int said;

    public Task SayAsync(string text) => PostAsync(new JsonObject { ["type"] = "message", ["text"] = text });

    /// <summary>Presses the newest button with these words.</summary>
    public Task PressAsync(string label)
    {
        var (activity, button) = heard.AsEnumerable().Reverse()
            .SelectMany(one => ButtonsOf(one).Select(each => (one, each)))
            .First(pair => ((string)pair.each["title"]!).Contains(label, StringComparison.OrdinalIgnoreCase));
        return PostAsync(new JsonObject
        {
            ["type"] = "message",
            ["text"] = (string)button["value"]!,
            ["replyToId"] = (string)activity["id"]!,
            ["channelData"] = new JsonObject { ["postBack"] = true },
        });
    }

    public async Task SendPhotoAsync(byte[] photo, string words)
    {
        await OpenAsync();
        var activity = Marked(new JsonObject
        {
            ["type"] = "message",
            ["text"] = words,
            ["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "image/jpeg", ["name"] = "anh.jpg" }),
        });
        using var form = new MultipartFormDataContent
        {
            { new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/vnd.microsoft.activity"), "activity", "blob" },
        };
        var file = new ByteArrayContent(photo);
        file.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
        form.Add(file, "file", "anh.jpg");
        using var answer = await http.PostAsync(Line("/upload"), form);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>What the bot has said since the last look, as the page shows it.</summary>
    public async Task<IReadOnlyList<string>> LookAsync()
    {
        if (conversation.Length == 0)
        {
            return [];
        }

        await OpenAsync();
        var page = (await http.GetFromJsonAsync<JsonObject>(Line($"/activities?watermark={watermark}")))!;
        watermark = (string)page["watermark"]!;
        var fresh = page["activities"]!.AsArray().Select(one => one!.AsObject()).Where(one => (string?)one["from"]?["role"] == "bot").ToList();
        heard.AddRange(fresh);
        return [.. fresh.Select(Show)];
    }

    public void Dispose() => http.Dispose();

    private static IEnumerable<JsonObject> ButtonsOf(JsonObject activity) => (activity["attachments"]?.AsArray() ?? [])
        .SelectMany(attachment => attachment!["content"]?["buttons"]?.AsArray() ?? [])
        .Select(button => button!.AsObject());

    private static string Show(JsonObject activity)
    {
        var photos = (activity["attachments"]?.AsArray() ?? []).Count(one => ((string)one!["contentType"]!).StartsWith("image/", StringComparison.Ordinal));
        var edited = activity["channelData"]?["replaces"] is null ? "" : "(sửa) ";
        var buttons = string.Join(' ', ButtonsOf(activity).Select(button => $"[{button["title"]}]"));
        return edited + string.Concat(Enumerable.Repeat("[ảnh] ", photos)) + activity["text"] + (buttons.Length > 0 ? "\n" + buttons : "");
    }

    private async Task PostAsync(JsonObject activity)
    {
        await OpenAsync();
        using var answer = await http.PostAsJsonAsync(Line("/activities"), Marked(activity));
        answer.EnsureSuccessStatusCode();
    }

    private JsonObject Marked(JsonObject activity)
    {
        var data = activity["channelData"]?.DeepClone().AsObject() ?? [];
        data["clientActivityID"] = $"c{++said}";
        activity["channelData"] = data;
        return activity;
    }

    /// <summary>The page fetches a token whenever it wakes up; the cookie says which conversation.</summary>
    private async Task OpenAsync()
    {
        using var ask = new HttpRequestMessage(HttpMethod.Post, new Uri(host.Address, "chat/session?seat="));
        ask.Headers.Add("X-Chat-Page", "1");
        using var answer = await http.SendAsync(ask);
        answer.EnsureSuccessStatusCode();
        var session = (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
        conversation = (string)session["conversationId"]!;
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string)session["token"]!);
    }

    private Uri Line(string path) => new(host.Address, $"v3/directline/conversations/{conversation}{path}");
}

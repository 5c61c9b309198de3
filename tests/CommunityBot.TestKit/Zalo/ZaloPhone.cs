using System.Globalization;
using System.Text.Json.Nodes;

namespace CommunityBot.TestKit.Zalo;

/// <summary>Somebody with Zalo on the phone: says things, presses what is shown.</summary>
public sealed class ZaloPhone(FakeZalo fake, string user, TimeProvider clock)
{
    public string User => user;

    public ZaloChat Chat => fake[user];

    public Task SayAsync(string text) => SendAsync(Event("user_send_text", new JsonObject { ["text"] = text }));

    /// <summary>A press comes back as a text with the payload; a choice without a button is typed as its number or words.</summary>
    public Task PressAsync(string label)
    {
        foreach (var bubble in Chat.FromBot.Reverse())
        {
            var button = bubble.Buttons.FirstOrDefault(each => each.Title == label) ?? bubble.Buttons.FirstOrDefault(each => each.Title.Contains(label, StringComparison.OrdinalIgnoreCase));

            if (button is { Payload: { } payload })
            {
                return SayAsync(payload);
            }

            if (NumberOf(bubble, label) is { } number)
            {
                return SayAsync(number);
            }

            if (bubble.Text.Contains(label, StringComparison.OrdinalIgnoreCase))
            {
                return SayAsync(label);
            }
        }

        throw new InvalidOperationException($"No “{label}” for {user}. It shows:\n{Chat}");
    }

    public Task SendPhotosAsync(IReadOnlyList<byte[]> photos, string? caption = null) => SendAsync(Attachments("user_send_image", "image", photos, caption));

    public Task SendVoiceAsync(byte[] voice) => SendAsync(Attachments("user_send_audio", "audio", [voice], null));

    public Task SendStickerAsync() => SendAsync(Attachments("user_send_sticker", "sticker", [[1]], null));

    public Task SendPlaceAsync(double latitude, double longitude, string placeName = "") => SendAsync(Event("user_send_location", new JsonObject
    {
        ["text"] = placeName,
        ["attachments"] = new JsonArray(new JsonObject
        {
            ["type"] = "location",
            ["payload"] = new JsonObject
            {
                ["coordinates"] = new JsonObject
                {
                    ["latitude"] = latitude.ToString(CultureInfo.InvariantCulture),
                    ["longitude"] = longitude.ToString(CultureInfo.InvariantCulture),
                },
            },
        }),
    }));

    public Task SubmitInfoAsync(string name, string phone)
    {
        var heard = Event("user_submit_info", null);
        heard["info"] = new JsonObject { ["name"] = name, ["phone"] = phone };
        return SendAsync(heard);
    }

    public Task FollowAsync(bool follows = true)
    {
        Chat.HasBlocked = !follows;
        return SendAsync(new JsonObject
        {
            ["oa_id"] = FakeZalo.OaId,
            ["follower"] = new JsonObject { ["id"] = user },
            ["event_name"] = follows ? "follow" : "unfollow",
            ["app_id"] = FakeZalo.AppId,
            ["timestamp"] = Now(),
        });
    }

    /// <summary>A colleague answers this villager in OA Manager.</summary>
    public Task ColleagueSaysAsync(string text)
    {
        var heard = Event("oa_send_text", new JsonObject { ["text"] = text });
        heard["sender"] = new JsonObject { ["id"] = FakeZalo.OaId, ["admin_id"] = "770011223344550005" };
        heard["recipient"] = new JsonObject { ["id"] = user };
        return fake.Delivery.SendAsync(heard);
    }

    /// <summary>The event as Zalo would deliver it, for repeats and forgeries.</summary>
    public JsonObject TextEvent(string text) => Event("user_send_text", new JsonObject { ["text"] = text });

    private Task SendAsync(JsonObject heard)
    {
        Chat.LastWord = clock.GetUtcNow();
        return fake.Delivery.SendAsync(heard);
    }

    private JsonObject Attachments(string name, string type, IReadOnlyList<byte[]> files, string? text)
    {
        var message = new JsonObject
        {
            ["attachments"] = new JsonArray([.. files.Select(file => new JsonObject { ["type"] = type, ["payload"] = new JsonObject { ["url"] = fake.Put(file) } })]),
        };

        if (text is not null)
        {
            message["text"] = text;
        }

        return Event(name, message);
    }

    private JsonObject Event(string name, JsonObject? message)
    {
        var heard = new JsonObject
        {
            ["app_id"] = FakeZalo.AppId,
            ["sender"] = new JsonObject { ["id"] = user },
            ["recipient"] = new JsonObject { ["id"] = FakeZalo.OaId },
            ["event_name"] = name,
            ["timestamp"] = Now(),
        };

        if (message is not null)
        {
            message["msg_id"] = fake.NewMessageId();
            heard["message"] = message;
        }

        return heard;
    }

    private string Now() => clock.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    /// <summary>The number before a line of the list that holds the label.</summary>
    private static string? NumberOf(ZaloBubble bubble, string label)
    {
        var line = bubble.Text.Split('\n').FirstOrDefault(one => one.Length > 2 && char.IsAsciiDigit(one[0]) && one.Contains(". ", StringComparison.Ordinal)
            && one.Contains(label, StringComparison.OrdinalIgnoreCase));
        return line?[..line.IndexOf('.', StringComparison.Ordinal)];
    }
}

using System.Globalization;
using System.Text.Json.Nodes;

namespace CommunityBot.TestKit.Telegram;

/// <summary>Somebody with Telegram on the phone, in a private chat with the bot or in a group: says things, presses what is shown.</summary>
/// <param name="fake">The server.</param>
/// <param name="personId">Who.</param>
/// <param name="name">First and last name.</param>
/// <param name="clock">What the phone's clock shows.</param>
/// <param name="groupId">The group, or null for the private chat.</param>
public sealed class TelegramPhone(FakeTelegram fake, long personId, string name, TimeProvider clock, long? groupId = null)
{
    public long PersonId => personId;

    public long ChatId => groupId ?? personId;

    public TelegramChat Chat => fake.Chats[ChatId];

    /// <summary>A topic of a forum group.</summary>
    public long? Topic { get; init; }

    /// <summary>The same person in a group.</summary>
    public TelegramPhone InGroup(long id) => new(fake, personId, name, clock, id);

    // Every method returns a task that is done when the bot has acknowledged the update.
    public Task SayAsync(string text, long? replyTo = null) =>
        SendAsync(Message("text", text, replyTo), text);

    public Task StartAsync(string? payload = null) => SayAsync(payload is null ? "/start" : "/start " + payload);

    public Task SendPhotoAsync(byte[] photo, string? caption = null, long? replyTo = null) =>
        SendAsync(Photo(photo, caption, replyTo), caption, "[ảnh]");

    /// <summary>One update per part, as Telegram delivers albums; the caption is on the first.</summary>
    public IReadOnlyList<string> AlbumUpdates(IReadOnlyList<byte[]> photos, string? caption = null)
    {
        var album = fake.Chats.NewAlbumId();
        return [.. photos.Select((photo, part) =>
        {
            var message = Photo(photo, part == 0 ? caption : null, replyTo: null);
            message["media_group_id"] = album;
            return Update("message", message);
        })];
    }

    public async Task SendAlbumAsync(IReadOnlyList<byte[]> photos, string? caption = null)
    {
        foreach (var update in AlbumUpdates(photos, caption))
        {
            await fake.Delivery.SendAsync(update);
        }

        Show(caption, Enumerable.Repeat("[ảnh]", photos.Count));
    }

    public Task SendImageFileAsync(byte[] image, string fileName = "IMG_1.jpg", string mimeType = "image/jpeg")
    {
        var document = new JsonObject
        {
            ["file_name"] = fileName,
            ["mime_type"] = mimeType,
            ["file_id"] = fake.Files.Put(image),
            ["file_unique_id"] = "AgAD" + fileName,
            ["file_size"] = image.Length,
        };
        return SendAsync(Message("document", document), null, "[tệp ảnh]");
    }

    public Task SendVoiceAsync(byte[] voice, int seconds = 7, long? replyTo = null) =>
        SendAsync(Message("voice", Media(voice, seconds, "audio/ogg"), replyTo), null, "[tin thoại]");

    public Task SendVideoAsync(byte[] video) => SendAsync(Message("video", Media(video, 11, "video/mp4")), null, "[phim]");

    public Task SendStickerAsync() => SendAsync(
        Message("sticker", new JsonObject { ["file_id"] = "CAACAgIAAxkBAAIst", ["file_unique_id"] = "AgADst", ["emoji"] = "👍", ["type"] = "regular" }), null, "[nhãn dán]");

    public Task SendPlaceAsync(double latitude, double longitude) =>
        SendAsync(Message("location", Point(latitude, longitude)), null, $"[vị trí {latitude}, {longitude}]");

    public Task SendVenueAsync(double latitude, double longitude, string title)
    {
        var message = Message("venue", new JsonObject { ["location"] = Point(latitude, longitude), ["title"] = title, ["address"] = "" });
        message["location"] = Point(latitude, longitude);
        return SendAsync(message, null, $"[địa điểm {title}]");
    }

    /// <summary>A live location: its start and the given number of movements.</summary>
    public async Task SendLivePlaceAsync(double latitude, double longitude, int movements)
    {
        var start = Message("location", Point(latitude, longitude));
        start["location"]!["live_period"] = 900;
        await SendAsync(start, null, $"[vị trí trực tiếp {latitude}, {longitude}]");

        for (var step = 1; step <= movements; step++)
        {
            var moved = (JsonObject)start.DeepClone();
            moved["location"]!["longitude"] = longitude + (step * 0.001);
            moved["edit_date"] = Now() + step;
            await fake.Delivery.SendAsync(Update("edited_message", moved));
        }
    }

    public Task SendContactAsync(string phoneNumber, bool isOwn = true)
    {
        var contact = new JsonObject { ["phone_number"] = phoneNumber, ["first_name"] = name };

        if (isOwn)
        {
            contact["user_id"] = personId;
        }

        return SendAsync(Message("contact", contact), null, "[số điện thoại]");
    }

    public Task EditAsync(long messageId, string text)
    {
        var message = Message("text", text);
        message["message_id"] = messageId;
        message["edit_date"] = Now();
        return fake.Delivery.SendAsync(Update("edited_message", message));
    }

    /// <summary>Presses the newest button with this label (or key, or part of the label).</summary>
    public Task PressAsync(string labelOrKey) => fake.Delivery.SendAsync(PressUpdate(labelOrKey));

    public string PressUpdate(string labelOrKey)
    {
        var (bubble, button) = Chat.Find(labelOrKey);
        return PressUpdate(bubble.MessageId, button.Key ?? throw new InvalidOperationException($"“{labelOrKey}” opens an address."), bubble.Topic);
    }

    /// <summary>A press with any key, also one that was never shown.</summary>
    public string PressUpdate(long messageId, string key, long? topic = null)
    {
        var message = new JsonObject { ["message_id"] = messageId, ["chat"] = ChatJson(), ["date"] = Now() };

        if (topic is { } thread)
        {
            message["message_thread_id"] = thread;
            message["is_topic_message"] = true;
        }

        var update = fake.Delivery.NewUpdateId();
        return new JsonObject
        {
            ["update_id"] = update,
            ["callback_query"] = new JsonObject
            {
                ["id"] = "215" + update.ToString(CultureInfo.InvariantCulture),
                ["from"] = Person(),
                ["message"] = message,
                ["chat_instance"] = "-33",
                ["data"] = key,
            },
        }.ToJsonString();
    }

    public Task BlockAsync()
    {
        fake.Faults.Always("*", TelegramFault.BlockedByUser, ChatId);
        return fake.Delivery.SendAsync(Membership("member", "kicked"));
    }

    /// <summary>The faults of the whole server are cleared too.</summary>
    public Task UnblockAsync()
    {
        fake.Faults.Clear();
        return fake.Delivery.SendAsync(Membership("kicked", "member"));
    }

    public Task AddBotToGroupAsync() => fake.Delivery.SendAsync(Membership("left", "member"));

    public Task RemoveBotFromGroupAsync() => fake.Delivery.SendAsync(Membership("member", "left"));

    /// <summary>The group gets a new id.</summary>
    public Task UpgradeGroupAsync(long newId) => fake.Delivery.SendAsync(Update("message", Message("migrate_to_chat_id", newId)));

    /// <summary>A text as an update, to be delivered by hand: twice, late, or swapped.</summary>
    public string TextUpdate(string text) => Update("message", Message("text", text));

    private Task SendAsync(JsonObject message, string? text, params string[] marks)
    {
        Show(text, marks, message["message_id"]!.GetValue<long>());
        return fake.Delivery.SendAsync(Update("message", message));
    }

    private void Show(string? text, IEnumerable<string> marks, long? id = null) => Chat.Add(new TelegramBubble
    {
        MessageId = id ?? fake.Chats.NewMessageId(),
        Who = name,
        Text = text ?? "",
        Marks = [.. marks],
        Topic = Topic,
    });

    private JsonObject Photo(byte[] photo, string? caption, long? replyTo)
    {
        var id = fake.Files.Put(photo);
        var message = Message("photo", new JsonArray(Size("small" + id, 90, 67, 1432), Size(id, 1280, 960, photo.Length)), replyTo);

        if (caption is not null)
        {
            message["caption"] = caption;
        }

        return message;
    }

    private static JsonObject Size(string id, int width, int height, int bytes) => new()
    {
        ["file_id"] = id,
        ["file_unique_id"] = "AQAD" + id,
        ["file_size"] = bytes,
        ["width"] = width,
        ["height"] = height,
    };

    private JsonObject Media(byte[] content, int seconds, string mimeType)
    {
        var id = fake.Files.Put(content);
        return new JsonObject { ["duration"] = seconds, ["mime_type"] = mimeType, ["file_id"] = id, ["file_unique_id"] = "AgAD" + id, ["file_size"] = content.Length };
    }

    private static JsonObject Point(double latitude, double longitude) => new() { ["latitude"] = latitude, ["longitude"] = longitude };

    private JsonObject Message(string field, JsonNode content, long? replyTo = null)
    {
        var message = new JsonObject
        {
            ["message_id"] = fake.Chats.NewMessageId(),
            ["from"] = Person(),
            ["chat"] = ChatJson(),
            ["date"] = Now(),
            [field] = content,
        };

        if (Topic is { } topic)
        {
            message["message_thread_id"] = topic;
            message["is_topic_message"] = true;
        }

        if (field == "text" && content.GetValue<string>() is ['/', ..] command)
        {
            message["entities"] = new JsonArray(new JsonObject { ["offset"] = 0, ["length"] = command.Split(' ')[0].Length, ["type"] = "bot_command" });
        }

        if (replyTo is { } answered)
        {
            message["reply_to_message"] = new JsonObject { ["message_id"] = answered, ["from"] = Bot(), ["chat"] = ChatJson(), ["date"] = Now() };
        }

        return message;
    }

    private string Membership(string before, string after) => Update("my_chat_member", new JsonObject
    {
        ["chat"] = ChatJson(),
        ["from"] = Person(),
        ["date"] = Now(),
        ["old_chat_member"] = new JsonObject { ["user"] = Bot(), ["status"] = before },
        ["new_chat_member"] = new JsonObject { ["user"] = Bot(), ["status"] = after },
    });

    private string Update(string kind, JsonObject content) =>
        new JsonObject { ["update_id"] = fake.Delivery.NewUpdateId(), [kind] = content }.ToJsonString();

    private JsonObject Person() => new()
    {
        ["id"] = personId,
        ["is_bot"] = false,
        ["first_name"] = name.Split(' ')[0],
        ["last_name"] = name.Contains(' ', StringComparison.Ordinal) ? name[(name.IndexOf(' ', StringComparison.Ordinal) + 1)..] : null,
        ["language_code"] = "vi",
    };

    private static JsonObject Bot() => new()
    {
        ["id"] = 7000000001,
        ["is_bot"] = true,
        ["first_name"] = "Bot cộng đồng",
        ["username"] = "CongDongDemoBot",
    };

    private JsonObject ChatJson() => groupId is { } group
        ? new JsonObject { ["id"] = group, ["title"] = "Tiếp nhận phản ánh - xã mẫu", ["type"] = "supergroup" }
        : new JsonObject { ["id"] = personId, ["first_name"] = name, ["type"] = "private" };

    private long Now() => clock.GetUtcNow().ToUnixTimeSeconds();
}

using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CommunityBot.TestKit.Telegram;

/// <summary>Carries out one call and writes what the Bot API would answer.</summary>
internal sealed class TelegramAnswers(FakeTelegram fake)
{
    private const long BotId = 7000000001;
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public async Task<int> WriteAsync(TelegramCall call, IBufferWriter<byte> answer, CancellationToken cancellationToken)
    {
        using var json = new Utf8JsonWriter(answer, Writing);

        if (call.Method == "getUpdates")
        {
            return await GetUpdatesAsync(call, json, cancellationToken);
        }

        if (fake.Remembers && RefusalOf(call) is { } refusal)
        {
            return Error(json, refusal);
        }

        return call.Method switch
        {
            "sendMessage" or "sendPhoto" or "sendVoice" or "sendDocument" or "sendLocation" => Send(call, json),
            "sendMediaGroup" => SendAlbum(call, json),
            "editMessageText" or "editMessageCaption" or "editMessageReplyMarkup" or "editMessageMedia" => Edit(call, json),
            "deleteMessage" => Delete(call, json),
            "answerCallbackQuery" => Notice(call, json),
            "setWebhook" => SetWebhook(call, json),
            "deleteWebhook" => DeleteWebhook(json),
            "getWebhookInfo" => WebhookInfo(json),
            "getMe" => Raw(json, """{"id":7000000001,"is_bot":true,"first_name":"Bot cộng đồng","username":"CongDongDemoBot","can_join_groups":true,"can_read_all_group_messages":false,"supports_inline_queries":false,"can_connect_to_business":false,"has_main_web_app":false}"""),
            "getFile" => GetFile(call, json),
            "sendChatAction" or "setMyCommands" => Raw(json, "true"),
            _ => Error(json, "Not Found: method not found", 404),
        };
    }

    private static string? RefusalOf(TelegramCall call)
    {
        try
        {
            return TelegramRules.Refusal(call);
        }
        catch (InvalidOperationException)
        {
            return "Bad Request: strings must be encoded in UTF-8"; // half a surrogate pair
        }
    }

    private int Send(TelegramCall call, Utf8JsonWriter json)
    {
        var id = fake.Chats.NewMessageId();
        var kind = call.Method switch { "sendPhoto" => "photo", "sendVoice" => "voice", "sendDocument" => "document", _ => null };
        var file = kind is null ? null : FileOf(call, call.Body.Text(kind));

        if (kind is not null && file is null)
        {
            return Error(json, "Bad Request: wrong file identifier/HTTP URL specified");
        }

        if (fake.Remembers)
        {
            fake.Chats.AddFromBot(call, id, call.Body, file is null ? [] : [file]);
        }

        json.WriteStartObject();
        json.WriteBoolean("ok", true);
        json.WritePropertyName("result");
        WriteMessage(json, call, id, kind, file);
        json.WriteEndObject();
        return 200;
    }

    private int SendAlbum(TelegramCall call, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteBoolean("ok", true);
        json.WriteStartArray("result");

        foreach (var item in call.Body.GetProperty("media").EnumerateArray())
        {
            var id = fake.Chats.NewMessageId();
            var file = FileOf(call, item.Text("media")) ?? "AgACunknown";

            if (fake.Remembers)
            {
                fake.Chats.AddFromBot(call, id, item, [file]);
            }

            WriteMessage(json, call, id, item.Text("type"), file);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        return 200;
    }

    /// <summary>A file id as it is, or the new id of what was uploaded ("attach://NAME").</summary>
    private string? FileOf(TelegramCall call, string? named)
    {
        if (named is not null && !named.StartsWith("attach://", StringComparison.Ordinal))
        {
            return fake.Files.Find(named) is null && fake.Remembers ? null : named;
        }

        var upload = named is null ? call.Files.Values.FirstOrDefault() : call.Files.GetValueOrDefault(named["attach://".Length..]);
        return upload is null ? null : fake.Files.Put(upload.Content);
    }

    private int Edit(TelegramCall call, Utf8JsonWriter json)
    {
        var media = call.Body.Child("media");
        var file = media is { } shown ? FileOf(call, shown.Text("media")) : null;

        if (media is not null && file is null)
        {
            return Error(json, "Bad Request: wrong file identifier/HTTP URL specified");
        }

        if (fake.Remembers && fake.Chats.Edit(call, file) is { } refusal)
        {
            return Error(json, refusal);
        }

        json.WriteStartObject();
        json.WriteBoolean("ok", true);
        json.WritePropertyName("result");
        WriteMessage(json, call, call.Body.Number("message_id") ?? 0, file is null ? null : "photo", file);
        json.WriteEndObject();
        return 200;
    }

    private int Delete(TelegramCall call, Utf8JsonWriter json)
    {
        fake.Chats[call.ChatId].Remove(call.Body.Number("message_id") ?? 0);
        return Raw(json, "true");
    }

    private int Notice(TelegramCall call, Utf8JsonWriter json)
    {
        fake.Chats.Notice(call.Text);
        return Raw(json, "true");
    }

    private int SetWebhook(TelegramCall call, Utf8JsonWriter json)
    {
        fake.Delivery.UseWebhook(call.Body.Text("url")!, call.Body.Text("secret_token"));
        return Raw(json, "true");
    }

    private int DeleteWebhook(Utf8JsonWriter json)
    {
        fake.Delivery.UsePolling();
        return Raw(json, "true");
    }

    private int WebhookInfo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteBoolean("ok", true);
        json.WriteStartObject("result");
        json.WriteString("url", fake.Delivery.WebhookUrl?.ToString() ?? "");
        json.WriteBoolean("has_custom_certificate", false);
        json.WriteNumber("pending_update_count", fake.Delivery.PendingCount);

        if (fake.Delivery.LastError is { } error)
        {
            json.WriteNumber("last_error_date", 1795420700);
            json.WriteString("last_error_message", error);
        }

        json.WriteEndObject();
        json.WriteEndObject();
        return 200;
    }

    private int GetFile(TelegramCall call, Utf8JsonWriter json)
    {
        var id = call.Body.Text("file_id") ?? "";

        if (fake.Files.Find(id) is not { } content)
        {
            return Error(json, "Bad Request: invalid file_id");
        }

        return content.Length > 20_971_520
            ? Error(json, "Bad Request: file is too big")
            : Raw(json, $$"""{"file_id":"{{id}}","file_unique_id":"AQAD{{id}}","file_size":{{content.Length}},"file_path":"photos/{{id}}.jpg"}""");
    }

    private async Task<int> GetUpdatesAsync(TelegramCall call, Utf8JsonWriter json, CancellationToken cancellationToken)
    {
        if (fake.Delivery.WebhookUrl is not null)
        {
            return Error(json, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first", 409);
        }

        var updates = await fake.Delivery.PollAsync(
            call.Body.Number("offset") ?? 0,
            (int)(call.Body.Number("limit") ?? 100),
            TimeSpan.FromSeconds(call.Body.Number("timeout") ?? 0),
            cancellationToken);
        json.WriteStartObject();
        json.WriteBoolean("ok", true);
        json.WriteStartArray("result");

        foreach (var update in updates)
        {
            json.WriteRawValue(update, skipInputValidation: true);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        return 200;
    }

    private static void WriteMessage(Utf8JsonWriter json, TelegramCall call, long id, string? kind, string? file)
    {
        json.WriteStartObject();
        json.WriteNumber("message_id", id);
        json.WriteStartObject("from");
        json.WriteNumber("id", BotId);
        json.WriteBoolean("is_bot", true);
        json.WriteString("first_name", "Bot cộng đồng");
        json.WriteString("username", "CongDongDemoBot");
        json.WriteEndObject();
        json.WriteStartObject("chat");
        json.WriteNumber("id", call.ChatId);
        json.WriteString("type", call.ChatId > 0 ? "private" : "supergroup");
        json.WriteEndObject();
        json.WriteNumber("date", 1795420801);

        if (call.Body.TryGetProperty("text", out var text))
        {
            json.WritePropertyName("text");
            text.WriteTo(json);
        }

        WriteFile(json, kind, file);
        json.WriteEndObject();
    }

    private static void WriteFile(Utf8JsonWriter json, string? kind, string? file)
    {
        switch (kind)
        {
            case "photo":
                json.WriteStartArray("photo");
                WriteSize(json, "small" + file, 90, 67);
                WriteSize(json, file, 1280, 960);
                json.WriteEndArray();
                break;
            case "voice" or "document":
                json.WriteStartObject(kind);
                json.WriteString("file_id", file);
                json.WriteString("file_unique_id", "AQAD" + file);
                json.WriteNumber("duration", 7);
                json.WriteEndObject();
                break;
        }
    }

    private static void WriteSize(Utf8JsonWriter json, string? file, int width, int height)
    {
        json.WriteStartObject();
        json.WriteString("file_id", file);
        json.WriteString("file_unique_id", "AQAD" + file);
        json.WriteNumber("width", width);
        json.WriteNumber("height", height);
        json.WriteEndObject();
    }

    private static int Raw(Utf8JsonWriter json, string result)
    {
        json.WriteStartObject();
        json.WriteBoolean("ok", true);
        json.WritePropertyName("result");
        json.WriteRawValue(result);
        json.WriteEndObject();
        return 200;
    }

    private static int Error(Utf8JsonWriter json, string description, int status = 400)
    {
        json.WriteStartObject();
        json.WriteBoolean("ok", false);
        json.WriteNumber("error_code", status);
        json.WriteString("description", description);
        json.WriteEndObject();
        return status;
    }
}

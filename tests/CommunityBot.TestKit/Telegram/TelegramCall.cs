using System.Text.Json;

namespace CommunityBot.TestKit.Telegram;

/// <summary>One call the bot made to the fake Bot API, decoded whether it came as JSON or as a form with files.</summary>
/// <param name="Number">Counts from 1 in the order of arrival.</param>
/// <param name="Method">"sendMessage", "getFile" …</param>
/// <param name="Body">The parameters; form fields that hold JSON are decoded.</param>
/// <param name="Files">Uploaded files by their name in the form.</param>
public sealed record TelegramCall(long Number, string Method, JsonElement Body, IReadOnlyDictionary<string, TelegramUpload> Files)
{
    private static readonly IReadOnlyDictionary<string, TelegramUpload> NoFiles = new Dictionary<string, TelegramUpload>();

    public static IReadOnlyDictionary<string, TelegramUpload> WithoutFiles => NoFiles;

    public long ChatId { get; } = Body.Number("chat_id") ?? 0;

    public string? Text => Body.Text("text") ?? Body.Text("caption") ?? Body.Child("media")?.Text("caption");

    public override string ToString() => $"{Method} {Body.GetRawText()}";
}

/// <summary>A file the bot uploaded.</summary>
public sealed record TelegramUpload(string FileName, byte[] Content);

/// <summary>Short ways to look into a call or an update.</summary>
public static class TelegramJson
{
    public static string? Text(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    public static long? Number(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value)
            && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number)
            ? number
            : null;

    public static JsonElement? Child(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? value
            : null;
}

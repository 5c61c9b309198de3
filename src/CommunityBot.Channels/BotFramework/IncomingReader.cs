using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CommunityBot.Channels.BotFramework.Wire;
using CommunityBot.Messages;
using CommunityBot.Primitives;

namespace CommunityBot.Channels.BotFramework;

/// <summary>Turns an activity of a web chat into our own words.</summary>
internal static class IncomingReader
{
    public const int LongestText = 4000;
    public const int LongestPayload = 200;

    private const int LongestClientId = 90;

    /// <summary>The browser's own id of the activity; repeated posts carry the same one. Null when it has none.</summary>
    public static string? ClientIdOf(Activity activity) => Text(activity.ChannelData, "clientActivityID") switch
    {
        null or "" => null,
        { Length: <= LongestClientId } id => id,
        var id => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id))),
    };

    /// <summary>What the heart should hear, or null for things that are only written down (custom events).</summary>
    public static IncomingMessage? Read(ChatActivity stored, ChatToken token, IReadOnlyList<IncomingFile> files)
    {
        var activity = stored.Activity;
        var kind = KindOf(activity, files);

        return kind is null ? null : new IncomingMessage
        {
            Conversation = new ConversationKey(WebChatChannel.ChannelName, stored.Conversation),
            EventId = stored.Source.StartsWith("c:", StringComparison.Ordinal) ? stored.Source : $"a{stored.Number}",
            Kind = kind.Value,
            Sender = new Sender(token.User, token.UserName),
            SentAt = stored.At,
            MessageId = kind == IncomingKind.Press ? activity.ReplyToId : stored.Id,
            ReplyToMessageId = activity.ReplyToId,
            Text = kind == IncomingKind.Press || string.IsNullOrEmpty(activity.Text) ? null : activity.Text,
            ButtonKey = kind == IncomingKind.Press ? ButtonKeyOf(activity) : null,
            StartPayload = kind == IncomingKind.Arrived ? StartPayloadOf(activity) : null,
            Files = WithLength(files, activity),
            Point = PointOf(activity),
        };
    }

    private static IncomingKind? KindOf(Activity activity, IReadOnlyList<IncomingFile> files) => activity.Type switch
    {
        "message" when IsPress(activity) => IncomingKind.Press,
        "message" when files.Count > 0 || !string.IsNullOrWhiteSpace(activity.Text) || PointOf(activity) is not null => IncomingKind.Message,
        "message" => IncomingKind.Unreadable,
        "event" when activity.Name == "webchat/join" => IncomingKind.Arrived,
        _ => null,
    };

    private static bool IsPress(Activity activity) =>
        ButtonKeyOf(activity) is not null
        && activity.ChannelData is { ValueKind: JsonValueKind.Object } data
        && (data.TryGetProperty("postBack", out var postBack) && postBack.ValueKind == JsonValueKind.True
            || data.TryGetProperty("messageBack", out _));

    private static string? ButtonKeyOf(Activity activity) => activity switch
    {
        { Text: { Length: > 0 } text } => text,
        { Value: { ValueKind: JsonValueKind.String } value } => value.GetString(),
        _ => null,
    };

    private static string? StartPayloadOf(Activity activity) =>
        Text(activity.Value, "start") is { Length: > 0 and <= LongestPayload } payload ? payload : null;

    private static GeoPoint? PointOf(Activity activity)
    {
        foreach (var entity in activity.Entities ?? [])
        {
            if (Text(entity, "type") == "GeoCoordinates"
                && Number(entity, "latitude") is { } latitude
                && Number(entity, "longitude") is { } longitude
                && new GeoPoint(latitude, longitude) is { IsOnEarth: true } point)
            {
                return point;
            }
        }

        return null;
    }

    private static IReadOnlyList<IncomingFile> WithLength(IReadOnlyList<IncomingFile> files, Activity activity) =>
        activity.ChannelData is { ValueKind: JsonValueKind.Object } data && Number(data, "voiceSeconds") is >= 0 and < 3600 and var seconds
            ? [.. files.Select(file => file.Kind == FileKind.Voice ? file with { Duration = TimeSpan.FromSeconds(seconds) } : file)]
            : files;

    private static string? Text(JsonElement? element, string name) =>
        element is { ValueKind: JsonValueKind.Object } one && one.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static double? Number(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number)
            ? number
            : null;
}

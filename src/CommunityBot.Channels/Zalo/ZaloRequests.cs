using System.Globalization;
using System.Text.Json.Nodes;
using CommunityBot.Messages;
using Microsoft.Extensions.Options;

namespace CommunityBot.Channels.Zalo;

/// <summary>What must be sent to show one bubble of ours: pictures, words in parts, a paper; the buttons below the last words.</summary>
internal sealed class ZaloRequests(ZaloWords words, IOptions<ZaloOptions> options)
{
    public const string MessagePath = "/v3.0/oa/message/cs";

    private const int MostButtons = 5;

    /// <summary>The steps in their order. A file that Zalo cannot take is left to the words.</summary>
    public IReadOnlyList<ZaloStep> For(OutgoingMessage message)
    {
        var isVoice = message.Attachment is { Kind: FileKind.Voice };
        var parts = ZaloText.Split(words.Of(message, isVoice));
        var buttons = Buttons(message);
        var steps = message.Album.Select(photo => new ZaloStep { File = photo }).ToList();

        // One bubble for picture and words, where no button has to stand below.
        var isTogether = message.Picture is not null && parts.Count == 1 && buttons is null;

        if (message.Picture is { } picture)
        {
            steps.Add(new ZaloStep { File = picture, Text = isTogether ? parts[0] : null });
        }

        if (!isTogether)
        {
            steps.AddRange(parts.Select((part, at) => new ZaloStep
            {
                Text = part,
                Buttons = at == parts.Count - 1 ? buttons : null,
                Quoted = at == 0 ? message.ReplyTo : null,
            }));
        }

        if (message.Attachment is { } attachment && !isVoice)
        {
            steps.Add(new ZaloStep { File = attachment });
        }

        return steps;
    }

    /// <summary>The body of a call; without its file when Zalo could not be given it. Null when nothing is left to show.</summary>
    public static JsonObject? Body(string user, ZaloStep step, ZaloAsset? asset)
    {
        var message = new JsonObject();

        if (step.Text is { } text)
        {
            message["text"] = text;
        }

        if (step.Quoted is { } quoted)
        {
            message["quote_message_id"] = quoted;
        }

        if (asset is not null && step.File is { } file)
        {
            message["attachment"] = file.Kind is FileKind.Photo or FileKind.ImageDocument ? Picture(asset.Id) : Paper(asset.Id);
        }
        else if (step.Buttons is { } buttons)
        {
            message["attachment"] = new JsonObject { ["type"] = "template", ["payload"] = new JsonObject { ["buttons"] = buttons.DeepClone() } };
        }

        return message.Count == 0 ? null : new JsonObject { ["recipient"] = new JsonObject { ["user_id"] = user }, ["message"] = message };
    }

    private static JsonObject Picture(string id) => new()
    {
        ["type"] = "template",
        ["payload"] = new JsonObject
        {
            ["template_type"] = "media",
            ["elements"] = new JsonArray(new JsonObject { ["media_type"] = "image", ["attachment_id"] = id }),
        },
    };

    private static JsonObject Paper(string token) => new() { ["type"] = "file", ["payload"] = new JsonObject { ["token"] = token } };

    /// <summary>The first five; all of them stand as lines in the text.</summary>
    private JsonArray? Buttons(OutgoingMessage message)
    {
        var drawn = options.Value.Buttons ? message.Buttons.SelectMany(row => row).Select(Draw).OfType<JsonNode>().Take(MostButtons).ToArray() : [];
        return drawn.Length == 0 ? null : new JsonArray(drawn);
    }

    private static JsonObject? Draw(Button button) => button switch
    {
        { Label: "" } => null,
        { Url: { } url } when url.StartsWith("tel:", StringComparison.OrdinalIgnoreCase) =>
            Drawn(button, "oa.open.phone", new JsonObject { ["phone_code"] = International(url["tel:".Length..]) }),
        { Url: { } url } when url.StartsWith("geo:", StringComparison.OrdinalIgnoreCase) =>
            Drawn(button, "oa.open.url", new JsonObject { ["url"] = ZaloWords.MapOf(url) }),
        { Url: { } url } => url.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? Drawn(button, "oa.open.url", new JsonObject { ["url"] = url }) : null,
        { Key: "" } => null,
        _ => Drawn(button, "oa.query.hide", JsonValue.Create(ZaloEvents.PressPrefix + button.Key)),
    };

    private static JsonObject Drawn(Button button, string type, JsonNode payload) => new()
    {
        ["title"] = button.Label.Length <= ZaloText.LongestTitle ? button.Label : button.Label[..ZaloText.LongestTitle],
        ["type"] = type,
        ["payload"] = payload,
    };

    /// <summary>"0209 3 870 000" as "842093870000"; short numbers such as 114 stay.</summary>
    private static string International(string number)
    {
        var digits = string.Concat(number.Where(char.IsAsciiDigit));
        return digits.StartsWith('0') ? string.Create(CultureInfo.InvariantCulture, $"84{digits[1..]}") : digits;
    }
}

/// <summary>One call of the several that show a bubble.</summary>
internal sealed record ZaloStep
{
    public string? Text { get; init; }

    public OutgoingFile? File { get; init; }

    public JsonArray? Buttons { get; init; }

    /// <summary>The message this one answers.</summary>
    public string? Quoted { get; init; }
}

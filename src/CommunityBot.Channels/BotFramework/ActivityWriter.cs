using System.Globalization;
using System.Text.Json;
using CommunityBot.Channels.BotFramework.Wire;
using CommunityBot.Messages;
using CommunityBot.Primitives;
using Microsoft.Extensions.Options;

namespace CommunityBot.Channels.BotFramework;

/// <summary>Writes what the bot says as an activity that Microsoft's web chat clients and our own page show alike.</summary>
internal sealed class ActivityWriter(IFileShelf shelf, IOptions<DirectLineOptions> options)
{
    public async Task<Activity> WriteAsync(OutgoingMessage message, string? replaced, CancellationToken cancellationToken)
    {
        var attachments = new List<Attachment>();

        foreach (var file in (IEnumerable<OutgoingFile?>)[.. message.Album, message.Picture, message.Attachment])
        {
            if (file is not null && await AttachmentOfAsync(file, cancellationToken) is { } attachment)
            {
                attachments.Add(attachment);
            }
        }

        if (ButtonsOf(message) is { Count: > 0 } buttons)
        {
            attachments.Add(new Attachment
            {
                ContentType = HeroCard.ContentType,
                Content = JsonSerializer.SerializeToElement(new HeroCard(buttons), WireJson.Default.HeroCard),
            });
        }

        return new Activity
        {
            Type = "message",
            From = Bot,
            Locale = "vi",
            Text = message.Words,
            TextFormat = "plain",
            InputHint = "acceptingInput",
            ReplyToId = message.ReplyTo,
            Attachments = attachments.Count > 0 ? attachments : null,
            ChannelData = JsonSerializer.SerializeToElement(
                new BotChannelData(string.IsNullOrEmpty(message.Heading) ? null : message.Heading, replaced, message.AskLocationLabel, message.IsSilent ? true : null),
                WireJson.Default.BotChannelData),
        };
    }

    /// <summary>Shows in the browser that an answer is on its way.</summary>
    public Activity Typing(string conversation) => new()
    {
        Type = "typing",
        ChannelId = "directline",
        Conversation = new ConversationAccount(conversation),
        From = Bot,
    };

    /// <summary>A short word about a pressed button; our page shows it for a moment, other clients pass over it.</summary>
    public Activity Notice(string conversation, string text) => Event(conversation, "notice") with { Text = text };

    /// <summary>Tells our page to clear what it shows: the person has asked to be forgotten.</summary>
    public Activity Forgotten(string conversation) => Event(conversation, "forgotten");

    private Activity Event(string conversation, string name) => new()
    {
        Type = "event",
        Name = name,
        ChannelId = "directline",
        Conversation = new ConversationAccount(conversation),
        From = Bot,
    };

    private ChannelAccount Bot => new("bot", options.Value.BotName, "bot");

    private async Task<Attachment?> AttachmentOfAsync(OutgoingFile file, CancellationToken cancellationToken)
    {
        // A missing file takes nothing else with it: the words still arrive.
        if (await shelf.FindAsync(file.Source, cancellationToken) is not { } found)
        {
            return null;
        }

        return new Attachment
        {
            ContentType = found.MimeType,
            ContentUrl = file.Source,
            ThumbnailUrl = found.MimeType.StartsWith("image/", StringComparison.Ordinal) ? file.Source : null,
            Name = file.AltText ?? found.Name,
        };
    }

    private static List<CardAction> ButtonsOf(OutgoingMessage message)
    {
        var buttons = message.Buttons.SelectMany(row => row).Select(ActionOf).ToList();

        if (message.Pin is { } pin)
        {
            buttons.Add(MapOf(pin));
        }

        return buttons;
    }

    private static CardAction ActionOf(Button button) => button.Url is { } address
        ? new CardAction("openUrl", button.Label, address)
        : new CardAction("postBack", button.Label, button.Key);

    private static CardAction MapOf(GeoPoint pin)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"{pin.Latitude:F5},{pin.Longitude:F5}");
        return new CardAction("openUrl", $"📍 {place}", $"https://www.google.com/maps?q={place}");
    }
}

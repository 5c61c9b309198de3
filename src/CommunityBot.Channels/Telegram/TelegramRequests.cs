using System.Globalization;
using CommunityBot.Messages;
using Telegram.Bot.Requests;
using Telegram.Bot.Requests.Abstractions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace CommunityBot.Channels.Telegram;

/// <summary>Turns one bubble of ours into the calls that show it: album first, then words with buttons, then voice note or document, then the pin.</summary>
internal static class TelegramRequests
{
    private const int LargestAlbum = 10;

    private static readonly LinkPreviewOptions NoPreview = new() { IsDisabled = true };

    /// <param name="to">Where.</param>
    /// <param name="row">What.</param>
    /// <param name="files">Its files, found.</param>
    /// <param name="isPlain">True: no bold heading, because Telegram could not read our marks.</param>
    public static IReadOnlyList<TelegramStep> For(TelegramAddress to, OutboxRow row, TelegramFiles files, bool isPlain = false)
    {
        var message = row.Message;
        var words = Bubbles(message, isPlain, files.Picture is null ? TelegramText.Longest : TelegramText.LongestCaption);
        var steps = new List<TelegramStep>(1);
        steps.AddRange(files.Album.Chunk(LargestAlbum).Select(part => Album(to, message, part)));

        // Telegram cannot edit a bubble that took a keyboard away, so a kept bubble never does.
        var markup = TelegramKeyboards.For(to, message, mayTakeKeyboardAway: !row.IsKept);

        if (files.Picture is { } picture)
        {
            steps.Add(Photo(to, message, picture, words.Count == 1 ? words[0] : null, words.Count > 1 ? null : markup));
            words = words.Count > 1 ? Bubbles(message, isPlain, TelegramText.Longest) : [];
        }

        for (var part = 0; part < words.Count; part++)
        {
            var isLast = part == words.Count - 1;
            steps.Add(new TelegramStep(Text(to, message, words[part], isLast ? markup : null)) { IsBubble = true });
        }

        var isMute = steps.Count == 0; // only a file or a pin: the buttons go there

        if (files.Attachment is { } attachment)
        {
            steps.Add(Attachment(to, message, attachment, isMute ? markup : null));
        }

        if (message.Pin is { } pin)
        {
            steps.Add(new TelegramStep(new SendLocationRequest
            {
                ChatId = to.Chat,
                MessageThreadId = to.Topic,
                Latitude = pin.Latitude,
                Longitude = pin.Longitude,
                DisableNotification = message.IsSilent,
                ReplyMarkup = isMute && steps.Count == 0 ? markup : null,
            }));
        }

        Answer(steps, message.ReplyTo);
        return steps;
    }

    /// <summary>The call that changes a bubble in place, or null when this message can only be sent anew.</summary>
    public static TelegramStep? Edit(TelegramAddress to, OutgoingMessage message, TelegramFiles files, int messageId, bool isPlain = false)
    {
        var words = Bubbles(message, isPlain, files.Picture is null ? TelegramText.Longest : TelegramText.LongestCaption);

        if (words.Count > 1 || TelegramKeyboards.AsksForPlace(to, message) || (words.Count == 0 && files.Picture is null))
        {
            return null;
        }

        var buttons = TelegramKeyboards.Inline(message);

        if (files.Picture is { } picture)
        {
            var caption = words.Count == 1 ? words[0] : null;
            return new TelegramStep(new EditMessageMediaRequest
            {
                ChatId = to.Chat,
                MessageId = messageId,
                Media = new InputMediaPhoto(picture.ToInput()) { Caption = caption?.Text, ParseMode = caption?.Mode ?? ParseMode.None },
                ReplyMarkup = buttons,
            })
            { IsBubble = true, Files = [picture] };
        }

        return new TelegramStep(new EditMessageTextRequest
        {
            ChatId = to.Chat,
            MessageId = messageId,
            Text = words[0].Text,
            ParseMode = words[0].Mode,
            LinkPreviewOptions = NoPreview,
            ReplyMarkup = buttons,
        })
        { IsBubble = true };
    }

    /// <summary>The words in bubbles of at most <paramref name="limit"/> units as read; the heading is bold in the first.</summary>
    private static List<Words> Bubbles(OutgoingMessage message, bool isPlain, int limit)
    {
        var plain = TelegramKeyboards.WithPhoneNumbers(message.Words, message);

        if (string.IsNullOrWhiteSpace(plain))
        {
            return [];
        }

        var parts = TelegramText.Split(plain, limit);
        var bubbles = new List<Words>(parts.Count);

        foreach (var part in parts)
        {
            bubbles.Add(!isPlain && bubbles.Count == 0 && message.Heading is { Length: > 0 } heading && part.StartsWith(heading, StringComparison.Ordinal)
                ? new Words($"<b>{TelegramText.Escape(heading)}</b>{TelegramText.Escape(part[heading.Length..])}", ParseMode.Html)
                : new Words(part, ParseMode.None));
        }

        return bubbles;
    }

    private static SendMessageRequest Text(TelegramAddress to, OutgoingMessage message, Words words, ReplyMarkup? markup) => new()
    {
        ChatId = to.Chat,
        MessageThreadId = to.Topic,
        Text = words.Text,
        ParseMode = words.Mode,
        LinkPreviewOptions = NoPreview,
        DisableNotification = message.IsSilent,
        ReplyMarkup = markup,
    };

    private static TelegramStep Photo(TelegramAddress to, OutgoingMessage message, TelegramFile picture, Words? caption, ReplyMarkup? markup) =>
        new(new SendPhotoRequest
        {
            ChatId = to.Chat,
            MessageThreadId = to.Topic,
            Photo = picture.ToInput(),
            Caption = caption?.Text,
            ParseMode = caption?.Mode ?? ParseMode.None,
            DisableNotification = message.IsSilent,
            ReplyMarkup = markup,
        })
        { IsBubble = true, Files = [picture] };

    private static TelegramStep Album(TelegramAddress to, OutgoingMessage message, TelegramFile[] photos) => photos.Length == 1
        ? Photo(to, message, photos[0], caption: null, markup: null) with { IsBubble = false }
        : new TelegramStep(new SendMediaGroupRequest
        {
            ChatId = to.Chat,
            MessageThreadId = to.Topic,
            Media = photos.Select(photo => new InputMediaPhoto(photo.ToInput())).ToArray(),
            DisableNotification = message.IsSilent,
        })
        { Files = photos };

    private static TelegramStep Attachment(TelegramAddress to, OutgoingMessage message, TelegramFile file, ReplyMarkup? markup)
    {
        if (file.Kind == FileKind.Photo)
        {
            return Photo(to, message, file, caption: null, markup) with { IsBubble = markup is not null };
        }

        IRequest request = file.IsPlayable
            ? new SendVoiceRequest
            {
                ChatId = to.Chat,
                MessageThreadId = to.Topic,
                Voice = file.ToInput(),
                DisableNotification = message.IsSilent,
                ReplyMarkup = markup,
            }
            : new SendDocumentRequest
            {
                ChatId = to.Chat,
                MessageThreadId = to.Topic,
                Document = file.ToInput(),
                DisableNotification = message.IsSilent,
                ReplyMarkup = markup,
            };
        return new TelegramStep(request) { Files = [file] };
    }

    /// <summary>The first bubble answers the message, if that still exists.</summary>
    private static void Answer(List<TelegramStep> steps, string? replyTo)
    {
        if (steps.Count == 0 || !int.TryParse(replyTo, NumberStyles.None, CultureInfo.InvariantCulture, out var answered))
        {
            return;
        }

        var reply = new ReplyParameters { MessageId = answered, AllowSendingWithoutReply = true };

        switch (steps[0].Request)
        {
            case SendMessageRequest text: text.ReplyParameters = reply; break;
            case SendPhotoRequest photo: photo.ReplyParameters = reply; break;
            case SendMediaGroupRequest album: album.ReplyParameters = reply; break;
            case SendVoiceRequest voice: voice.ReplyParameters = reply; break;
            case SendDocumentRequest document: document.ReplyParameters = reply; break;
            case SendLocationRequest pin: pin.ReplyParameters = reply; break;
        }
    }

    private sealed record Words(string Text, ParseMode Mode);
}

/// <summary>One call of the several that show a bubble.</summary>
internal sealed record TelegramStep(IRequest Request)
{
    /// <summary>The one with words and buttons: its id is kept for edits.</summary>
    public bool IsBubble { get; init; }

    /// <summary>What it uploads, in the order of the answer.</summary>
    public IReadOnlyList<TelegramFile> Files { get; init; } = [];
}

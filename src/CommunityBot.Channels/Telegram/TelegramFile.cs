using System.Runtime.InteropServices;
using CommunityBot.Messages;
using Telegram.Bot.Types;

namespace CommunityBot.Channels.Telegram;

/// <summary>A file of ours on its way: already known at Telegram by an id, or to be uploaded.</summary>
internal sealed record TelegramFile(string Source, FileKind Kind, string? FileId, ShelfFile? Shelf)
{
    private const string OggVoice = "audio/ogg";

    /// <summary>Telegram plays only ogg as a voice note.</summary>
    public bool IsPlayable => Kind == FileKind.Voice && (Shelf is null || Shelf.MimeType.StartsWith(OggVoice, StringComparison.OrdinalIgnoreCase));

    /// <summary>A fresh stream each time, so that a request can be sent again.</summary>
    public InputFile ToInput() => FileId is { } known
        ? InputFile.FromFileId(known)
        : InputFile.FromStream(StreamOf(Shelf!.Content), Shelf.Name);

    private static MemoryStream StreamOf(ReadOnlyMemory<byte> content) =>
        MemoryMarshal.TryGetArray(content, out var segment)
            ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false)
            : new MemoryStream(content.ToArray(), writable: false);
}

/// <summary>The files of one message, found on the shelf; what was missing is left out.</summary>
internal sealed record TelegramFiles(TelegramFile? Picture, TelegramFile? Attachment, IReadOnlyList<TelegramFile> Album)
{
    public static TelegramFiles None { get; } = new(null, null, []);

    /// <summary>The rest, when Telegram does not take some of them.</summary>
    public TelegramFiles Without(IReadOnlyList<TelegramFile> refused) => new(
        Picture is not null && refused.Contains(Picture) ? null : Picture,
        Attachment is not null && refused.Contains(Attachment) ? null : Attachment,
        [.. Album.Where(photo => !refused.Contains(photo))]);
}

using System.Collections.Concurrent;
using CommunityBot.Messages;
using Microsoft.Extensions.Logging;
using Telegram.Bot.Types;

namespace CommunityBot.Channels.Telegram;

/// <summary>Finds the files of a message and remembers what Telegram already has, so that the same picture is uploaded once.</summary>
internal sealed partial class TelegramShelf(IFileShelf shelf, ILogger<TelegramShelf> log)
{
    private const int MostRemembered = 5_000;

    private readonly ConcurrentDictionary<string, string> fileIds = new(StringComparer.Ordinal);

    public async ValueTask<TelegramFiles> FindAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        if (message.Picture is null && message.Attachment is null && message.Album.Count == 0)
        {
            return TelegramFiles.None;
        }

        var album = new List<TelegramFile>(message.Album.Count);

        foreach (var each in message.Album)
        {
            if (await FindAsync(each, cancellationToken) is { } photo)
            {
                album.Add(photo);
            }
        }

        return new TelegramFiles(
            await FindAsync(message.Picture, cancellationToken), await FindAsync(message.Attachment, cancellationToken), album);
    }

    /// <summary>Keeps the ids under which Telegram knows what was just uploaded.</summary>
    public void Remember(IReadOnlyList<TelegramFile> files, IReadOnlyList<Message> sent)
    {
        for (var at = 0; at < files.Count && at < sent.Count; at++)
        {
            if (files[at].FileId is null && FileIdOf(sent[at]) is { } fileId)
            {
                MakeRoom();
                fileIds[KeyOf(files[at].Source, files[at].Kind)] = fileId;
            }
        }
    }

    public void Forget(IReadOnlyList<TelegramFile> files)
    {
        foreach (var file in files)
        {
            fileIds.TryRemove(KeyOf(file.Source, file.Kind), out _);
        }
    }

    private async ValueTask<TelegramFile?> FindAsync(OutgoingFile? file, CancellationToken cancellationToken)
    {
        if (file is null)
        {
            return null;
        }

        if (fileIds.TryGetValue(KeyOf(file.Source, file.Kind), out var fileId) && file.Kind != FileKind.Voice)
        {
            return new TelegramFile(file.Source, file.Kind, fileId, Shelf: null);
        }

        if (await shelf.FindAsync(file.Source, cancellationToken) is { } found)
        {
            return new TelegramFile(file.Source, file.Kind, FileId: null, found);
        }

        LogMissing(file.Source);
        return null;
    }

    private void MakeRoom()
    {
        if (fileIds.Count >= MostRemembered)
        {
            fileIds.Clear(); // everything is uploaded once more, no harm done
        }
    }

    private static string KeyOf(string source, FileKind kind) => kind == FileKind.Photo ? source : $"{kind}:{source}";

    private static string? FileIdOf(Message sent) =>
        sent.Photo?.MaxBy(size => (long)size.Width * size.Height)?.FileId ?? sent.Voice?.FileId ?? sent.Document?.FileId;

    [LoggerMessage(Level = LogLevel.Warning, Message = "A file to send is missing: {Source}; the message goes without it")]
    private partial void LogMissing(string source);
}

using CommunityBot.Messages;
using Microsoft.Extensions.Options;
using Telegram.Bot;
using Telegram.Bot.Exceptions;

namespace CommunityBot.Channels.Telegram;

/// <summary>Fetches photos, voice notes and documents villagers sent.</summary>
internal sealed class TelegramDownloads(TelegramLine line, IOptions<TelegramOptions> options)
{
    public async Task<FetchedFile> FetchAsync(IncomingFile file, long limitBytes, CancellationToken cancellationToken)
    {
        if (file.Size > limitBytes)
        {
            return new FetchedFile.TooBig();
        }

        if (line.IsOff)
        {
            return new FetchedFile.TryLater(line.Status.Sentence);
        }

        try
        {
            return await DownloadAsync(file.FetchId, limitBytes, cancellationToken);
        }
        catch (RequestException failure) when (TelegramFailure.IsFileTooBig(failure))
        {
            return new FetchedFile.TooBig();
        }
        catch (ApiRequestException refusal) when (refusal.ErrorCode == 400 && !refusal.Message.Contains("temporarily", StringComparison.OrdinalIgnoreCase))
        {
            return new FetchedFile.Gone(TelegramFailure.Words(refusal));
        }
        catch (RequestException failure)
        {
            return new FetchedFile.TryLater(TelegramFailure.Words(failure));
        }
        catch (Exception broken) when (broken is IOException or HttpRequestException)
        {
            return new FetchedFile.TryLater("line: " + broken.GetType().Name);
        }
    }

    private async Task<FetchedFile> DownloadAsync(string fetchId, long limitBytes, CancellationToken cancellationToken)
    {
        var known = await line.Bot.GetFile(fetchId, cancellationToken);

        if (known.FileSize > limitBytes)
        {
            return new FetchedFile.TooBig();
        }

        if (known.FilePath is not { Length: > 0 } path)
        {
            return new FetchedFile.TryLater("no path yet");
        }

        // A local server in --local mode names a file on this machine instead of an address; the official one never may.
        if (!options.Value.IsOfficial && Path.IsPathRooted(path) && File.Exists(path))
        {
            return new FileInfo(path).Length > limitBytes
                ? new FetchedFile.TooBig()
                : new FetchedFile.Bytes(await File.ReadAllBytesAsync(path, cancellationToken));
        }

        using var content = new Bounded(limitBytes);
        await line.Bot.DownloadFile(path, content, cancellationToken);
        return content.IsOver ? new FetchedFile.TooBig() : new FetchedFile.Bytes(content.ToArray());
    }

    /// <summary>Stops keeping what comes after the limit, whatever size the sender claimed.</summary>
    private sealed class Bounded(long limit) : MemoryStream
    {
        public bool IsOver { get; private set; }

        /// <summary>Every other way to write a derived memory stream ends here.</summary>
        public override void Write(byte[] buffer, int offset, int count)
        {
            IsOver |= Length + count > limit;

            if (!IsOver)
            {
                base.Write(buffer, offset, count);
            }
        }
    }
}

using System.Collections.Concurrent;
using System.Globalization;
using CommunityBot.Messages;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests.Abstractions;
using Telegram.Bot.Types;

namespace CommunityBot.Channels.Telegram;

/// <summary>Telegram as the heart sees it: sends one row of the outbox, fetches what villagers sent.</summary>
internal sealed partial class TelegramChannel(
    TelegramLine line, TelegramShelf shelf, TelegramDownloads downloads, IOptions<TelegramOptions> options, ILogger<TelegramChannel> log) : IChannel
{
    /// <summary>Rows of which a part was shown before the rest failed: the part is not shown twice.</summary>
    private readonly ConcurrentDictionary<string, Progress> begun = new(StringComparer.Ordinal);

    public string Name => TelegramAddress.Channel;

    public ChannelPace Pace { get; } = options.Value.Pace;

    public ChannelStatus Status => line.Status;

    public Task<FetchedFile> FetchAsync(IncomingFile file, long limitBytes, CancellationToken cancellationToken) =>
        downloads.FetchAsync(file, limitBytes, cancellationToken);

    public async Task<SendOutcome> SendAsync(OutboxRow row, string? replaced, CancellationToken cancellationToken)
    {
        if (line.IsOff)
        {
            return new SendOutcome.ChannelOff(line.Status.Sentence);
        }

        if (!TelegramAddress.TryParse(row.Conversation.Address, out var to))
        {
            return new SendOutcome.Refused("not an address of Telegram");
        }

        var outcome = await TrySendAsync(to, row, replaced, cancellationToken);
        Note(row, outcome);
        return outcome;
    }

    private async Task<SendOutcome> TrySendAsync(TelegramAddress to, OutboxRow row, string? replaced, CancellationToken cancellationToken)
    {
        var attempt = new Attempt(row) { Files = await shelf.FindAsync(row.Message, cancellationToken) };

        while (true)
        {
            IReadOnlyList<TelegramFile> sent = [];

            try
            {
                if (int.TryParse(replaced, NumberStyles.None, CultureInfo.InvariantCulture, out var bubble)
                    && TelegramRequests.Edit(to, row.Message, attempt.Files, bubble, attempt.IsPlain) is { } edit)
                {
                    sent = edit.Files;
                    await ShowAsync(edit, cancellationToken);
                    return new SendOutcome.Delivered(replaced);
                }

                return await SendAnewAsync(to, attempt, step => sent = step.Files, cancellationToken);
            }
            catch (RequestException failure) when (TelegramFailure.IsUnchanged(failure))
            {
                return new SendOutcome.Delivered(replaced);
            }
            catch (RequestException failure) when (TelegramFailure.IsBubbleGone(failure) && replaced is not null)
            {
                replaced = null;
            }
            catch (RequestException failure) when (TelegramFailure.IsTopicGone(failure) && to.Topic is not null)
            {
                to = to with { Topic = null };
            }
            catch (RequestException failure) when (TelegramFailure.IsUnreadableMarks(failure) && !attempt.IsPlain)
            {
                LogUnreadableMarks(row.Id);
                attempt.IsPlain = true;
            }
            catch (RequestException failure) when (TelegramFailure.IsStaleFileId(failure) && !attempt.IsFresh)
            {
                shelf.Forget(sent);
                attempt.IsFresh = true;
                attempt.Files = await shelf.FindAsync(row.Message, cancellationToken);
            }
            catch (RequestException failure) when (TelegramFailure.IsBadPicture(failure) && sent.Count > 0)
            {
                LogBadPicture(row.Id);
                attempt.Files = attempt.Files.Without(sent);
            }
            catch (RequestException failure)
            {
                return TelegramFailure.Outcome(failure, row.Lane);
            }
        }
    }

    private async Task<SendOutcome> SendAnewAsync(TelegramAddress to, Attempt attempt, Action<TelegramStep> isNext, CancellationToken cancellationToken)
    {
        var row = attempt.Row;
        var steps = TelegramRequests.For(to, row, attempt.Files, attempt.IsPlain);

        if (steps.Count == 0)
        {
            return new SendOutcome.Refused("nothing to show");
        }

        var progress = begun.GetValueOrDefault(row.Id);

        for (var next = progress?.Shown ?? 0; next < steps.Count; next++)
        {
            isNext(steps[next]);
            var shown = await ShowAsync(steps[next], cancellationToken);
            progress = new Progress(next + 1, steps[next].IsBubble || progress?.Bubble is null ? shown : progress.Bubble);

            if (steps.Count > 1)
            {
                begun[row.Id] = progress;
            }
        }

        return new SendOutcome.Delivered(progress?.Bubble);
    }

    private async Task<string?> ShowAsync(TelegramStep step, CancellationToken cancellationToken)
    {
        switch (step.Request)
        {
            case IRequest<Message> one:
                var message = await line.Bot.SendRequest(one, cancellationToken);
                shelf.Remember(step.Files, [message]);
                return message.Id.ToString(CultureInfo.InvariantCulture);
            case IRequest<Message[]> several:
                var messages = await line.Bot.SendRequest(several, cancellationToken);
                shelf.Remember(step.Files, messages);
                return messages.Length > 0 ? messages[0].Id.ToString(CultureInfo.InvariantCulture) : null;
            default:
                throw new InvalidOperationException($"{step.Request.MethodName} shows nothing.");
        }
    }

    private void Note(OutboxRow row, SendOutcome outcome)
    {
        if (outcome is SendOutcome.Delivered or SendOutcome.Refused or SendOutcome.ReceiverLeft)
        {
            begun.TryRemove(row.Id, out _);
        }

        if (outcome is SendOutcome.ChannelOff && line.Is(ChannelState.Off, TelegramSentences.RefusedToken))
        {
            LogOff(TelegramSentences.RefusedToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Telegram is switched off: {Sentence}")]
    private partial void LogOff(string sentence);

    [LoggerMessage(Level = LogLevel.Error, Message = "Telegram could not read the marks of row {Row}; it goes as plain text")]
    private partial void LogUnreadableMarks(string row);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Telegram does not take a picture of row {Row}; the words go without it")]
    private partial void LogBadPicture(string row);

    private sealed class Attempt(OutboxRow row)
    {
        public OutboxRow Row => row;

        public required TelegramFiles Files { get; set; }

        public bool IsPlain { get; set; }

        /// <summary>True once the files were uploaded anew.</summary>
        public bool IsFresh { get; set; }
    }

    private sealed record Progress(int Shown, string? Bubble);
}

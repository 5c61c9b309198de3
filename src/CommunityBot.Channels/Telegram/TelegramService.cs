using CommunityBot.Messages;
using CommunityBot.Primitives;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Telegram.Bot;
using Telegram.Bot.Exceptions;

namespace CommunityBot.Channels.Telegram;

/// <summary>Keeps the line to Telegram alive: signs in, registers the webhook or polls, and tells the operator in one sentence how it stands.</summary>
/// <remarks>A refused token switches Telegram off; a Telegram that cannot be reached is tried again for as long as it takes.</remarks>
internal sealed partial class TelegramService(
    TelegramLine line,
    TelegramPolling polling,
    IOptions<TelegramOptions> options,
    IEnumerable<ICommandMenu> menus,
    TimeProvider clock,
    IChance chance,
    ILogger<TelegramService> log) : BackgroundService
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LookAtWebhookEvery = TimeSpan.FromMinutes(2);

    /// <summary>Trouble Telegram reported longer ago than this is over.</summary>
    private static readonly TimeSpan TroubleIsFresh = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await PersistAsync(SignInAsync, stoppingToken);

            while (!line.IsOff)
            {
                await PersistAsync(options.Value.Mode == TelegramMode.Webhook ? LookAtWebhookAsync : PollAsync, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // the host stops
        }
    }

    /// <summary>Does it until it works or the token is refused, with growing waits in between.</summary>
    private async Task PersistAsync(Func<CancellationToken, Task> doAsync, CancellationToken cancellationToken)
    {
        for (var wait = FirstWait; !line.IsOff; wait = wait * 2 < LongestWait ? wait * 2 : LongestWait)
        {
            try
            {
                await doAsync(cancellationToken);
                return;
            }
            catch (RequestException failure)
            {
                Tell(failure);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                LogFailed(failure.GetType().Name);
            }

            if (!line.IsOff)
            {
                await Task.Delay(wait + Jitter(wait), clock, cancellationToken);
            }
        }
    }

    private async Task SignInAsync(CancellationToken cancellationToken)
    {
        var me = await line.Bot.GetMe(cancellationToken);
        line.Knows(me.Username);

        if (options.Value.Mode == TelegramMode.Webhook)
        {
            await TelegramCommands.SetWebhookAsync(line.Bot, options.Value, cancellationToken);
        }
        else
        {
            await line.Bot.DeleteWebhook(dropPendingUpdates: false, cancellationToken);
        }

        Tell(ChannelState.Working, TelegramSentences.Working);
        await SetMenuAsync(cancellationToken);
    }

    private async Task SetMenuAsync(CancellationToken cancellationToken)
    {
        if (menus.FirstOrDefault() is not { Commands.Count: > 0 } menu)
        {
            return;
        }

        try
        {
            await TelegramCommands.SetMenuAsync(line.Bot, menu, cancellationToken);
        }
        catch (RequestException failure)
        {
            LogNoMenu(TelegramFailure.Words(failure)); // a convenience: everything can be typed
        }
    }

    private async Task PollAsync(CancellationToken cancellationToken)
    {
        try
        {
            // After trouble a short question tells at once that the line is back.
            var seconds = line.Status.State == ChannelState.Working ? TelegramLine.PollSeconds : 0;

            if (!await polling.AskAsync(seconds, cancellationToken))
            {
                await Task.Delay(FirstWait, clock, cancellationToken);
            }

            Tell(ChannelState.Working, TelegramSentences.Working);
        }
        catch (RequestException failure) when (TelegramFailure.IsWebhookInTheWay(failure))
        {
            await line.Bot.DeleteWebhook(dropPendingUpdates: false, cancellationToken);
            Tell(ChannelState.Unreachable, TelegramSentences.WebhookOfOthers);
            await Task.Delay(FirstWait, clock, cancellationToken);
        }
    }

    private async Task LookAtWebhookAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(LookAtWebhookEvery, clock, cancellationToken);
        var info = await line.Bot.GetWebhookInfo(cancellationToken);

        if (!string.Equals(info.Url, options.Value.WebhookUrl, StringComparison.Ordinal))
        {
            await TelegramCommands.SetWebhookAsync(line.Bot, options.Value, cancellationToken);
            Tell(ChannelState.Working, TelegramSentences.OtherWebhook);
            return;
        }

        var isInTrouble = info.LastErrorDate is { } at && info.PendingUpdateCount > 0
            && clock.GetUtcNow() - TelegramUpdates.Moment(at) < TroubleIsFresh;
        Tell(ChannelState.Working, isInTrouble
            ? TelegramSentences.WebhookTrouble(info.LastErrorMessage ?? "unknown", info.PendingUpdateCount)
            : TelegramSentences.Working);
    }

    private void Tell(RequestException failure)
    {
        if (TelegramFailure.IsRefusedToken(failure))
        {
            Tell(ChannelState.Off, TelegramSentences.RefusedToken);
        }
        else if (TelegramFailure.IsConflict(failure))
        {
            Tell(ChannelState.Unreachable, TelegramSentences.TwoPollers);
        }
        else
        {
            Tell(ChannelState.Unreachable, TelegramSentences.Unreachable(TelegramFailure.Words(failure)));
        }
    }

    private void Tell(ChannelState state, string sentence)
    {
        if (!line.Is(state, sentence))
        {
            return;
        }

        switch (state)
        {
            case ChannelState.Off:
                LogOff(sentence);
                break;
            case ChannelState.Unreachable:
                LogTrouble(sentence);
                break;
            case ChannelState.Working when sentence != TelegramSentences.Working:
                LogTrouble(sentence);
                break;
            case ChannelState.Starting or ChannelState.Working:
                LogStands(sentence);
                break;
        }
    }

    /// <summary>Up to half of the wait more, so that many hosts do not knock together.</summary>
    private TimeSpan Jitter(TimeSpan wait)
    {
        Span<byte> one = stackalloc byte[1];
        chance.Fill(one);
        return wait * (one[0] / 512.0);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Telegram is switched off: {Sentence}")]
    private partial void LogOff(string sentence);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Sentence}")]
    private partial void LogTrouble(string sentence);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Sentence}")]
    private partial void LogStands(string sentence);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Telegram did not take the menu of commands: {Words}")]
    private partial void LogNoMenu(string words);

    [LoggerMessage(Level = LogLevel.Error, Message = "Asking Telegram failed ({Kind}); it is tried again")]
    private partial void LogFailed(string kind);
}

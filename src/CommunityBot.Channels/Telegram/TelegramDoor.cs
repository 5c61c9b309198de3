using System.Diagnostics.Metrics;
using System.Text.Json;
using CommunityBot.Messages;
using Microsoft.Extensions.Logging;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;

namespace CommunityBot.Channels.Telegram;

/// <summary>Lets one update in, however it came: reads it, hands it to the heart, tells the pressed button.</summary>
internal sealed partial class TelegramDoor(IIncoming incoming, TelegramLine line, TimeProvider clock, ILogger<TelegramDoor> log)
{
    private static readonly Meter Meter = new("CommunityBot.Telegram");
    private static readonly Counter<long> Updates = Meter.CreateCounter<long>("updates", description: "Updates from Telegram by what became of them.");

    /// <summary>Null = nothing for us, or unreadable: acknowledged, so that Telegram does not repeat it for a day.</summary>
    public Heard? Read(ReadOnlySpan<byte> json)
    {
        try
        {
            var update = JsonSerializer.Deserialize<Update>(json, JsonBotAPI.Options);

            if (update is not null && TelegramUpdates.Translate(update, line.Identity, clock.GetUtcNow()) is { } message)
            {
                return new Heard(message, update.CallbackQuery?.Id);
            }

            Count("ignored");
        }
        catch (Exception unreadable)
        {
            // A kind or a value that the library has never seen must not stop what comes after it.
            Count("unreadable");
            LogUnreadable(unreadable.GetType().Name);
        }

        return null;
    }

    /// <returns>True when the update may be acknowledged.</returns>
    public async Task<bool> HandleAsync(Heard heard, CancellationToken cancellationToken)
    {
        TurnReceipt receipt;

        try
        {
            receipt = await incoming.HandleAsync(heard.Message, cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogFailed(failure);
            receipt = TurnReceipt.Again;
        }

        Count(receipt.IsAcknowledged ? "handled" : "again");

        if (receipt.IsAcknowledged && heard.PressId is { } press)
        {
            _ = AnswerPressAsync(press, receipt.Notice);
        }

        return receipt.IsAcknowledged;
    }

    /// <summary>Stops the little clock on the button. Runs beside the reply; a late or failed answer does no harm.</summary>
    private async Task AnswerPressAsync(string press, string? notice)
    {
        if (line.IsOff)
        {
            return;
        }

        try
        {
            await line.Bot.AnswerCallbackQuery(press, notice is null ? null : TelegramText.Shorten(notice, TelegramText.LongestNotice));
        }
        catch (RequestException failure)
        {
            var words = TelegramFailure.Words(failure);
            LogNotAnswered(words);
        }
        catch (Exception failure)
        {
            var kind = failure.GetType().Name;
            LogNotAnswered(kind); // nobody awaits this task
        }
    }

    private static void Count(string outcome) => Updates.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    [LoggerMessage(Level = LogLevel.Warning, Message = "An update from Telegram could not be read ({Kind}) and was set aside")]
    private partial void LogUnreadable(string kind);

    [LoggerMessage(Level = LogLevel.Error, Message = "A turn failed outside of its fence; Telegram delivers again")]
    private partial void LogFailed(Exception exception);

    [LoggerMessage(Level = LogLevel.Debug, Message = "A pressed button was not answered: {Words}")]
    private partial void LogNotAnswered(string words);

    /// <summary>An update in our words, and the press to be answered.</summary>
    internal sealed record Heard(IncomingMessage Message, string? PressId);
}

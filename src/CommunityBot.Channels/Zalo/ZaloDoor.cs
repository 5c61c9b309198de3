using System.Diagnostics.Metrics;
using CommunityBot.Channels.Zalo.Wire;
using CommunityBot.Messages;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CommunityBot.Channels.Zalo;

/// <summary>Lets one event in: puts it into our words, hands it to the heart, and answers in time also when the heart is slow.</summary>
internal sealed partial class ZaloDoor(
    IIncoming incoming, ZaloAlbums albums, ZaloRefusals refusals, IOptions<ZaloOptions> options, TimeProvider clock, ILogger<ZaloDoor> log)
{
    /// <summary>Zalo waits two seconds; what takes longer comes again and finds its mark.</summary>
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(1.8);

    private static readonly Meter Meter = new("CommunityBot.Zalo");
    private static readonly Counter<long> Events = Meter.CreateCounter<long>("events", description: "Events from Zalo by what became of them.");

    /// <returns>True when the event may be acknowledged.</returns>
    public async Task<bool> HandleAsync(ZaloEvent heard)
    {
        if (ZaloEvents.Translate(heard, options.Value.OaId!, clock.GetUtcNow()) is not { } message)
        {
            Ignore();
            return true;
        }

        var isHandled = await RunAsync(albums.Join(message));
        refusals.Note(isHandled);
        Count(isHandled ? "handled" : "again");
        return isHandled;
    }

    public static void Ignore() => Count("ignored");

    private async Task<bool> RunAsync(IncomingMessage message)
    {
        try
        {
            // Never cancelled: what was begun is committed.
            var receipt = await incoming.HandleAsync(message, CancellationToken.None).WaitAsync(AnswerWithin, clock);
            return receipt.IsAcknowledged;
        }
        catch (TimeoutException)
        {
            LogSlow();
            return false;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogFailed(failure);
            return false;
        }
    }

    private static void Count(string outcome) => Events.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    [LoggerMessage(Level = LogLevel.Warning, Message = "A turn took longer than Zalo waits; Zalo delivers again")]
    private partial void LogSlow();

    [LoggerMessage(Level = LogLevel.Error, Message = "A turn failed outside of its fence; Zalo delivers again")]
    private partial void LogFailed(Exception exception);
}

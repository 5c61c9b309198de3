using System.Collections.Concurrent;
using CommunityBot.Conversations.Steps;
using CommunityBot.Messages;
using CommunityBot.Primitives;
using CommunityBot.Storage;
using Microsoft.Extensions.Logging;

namespace CommunityBot.Conversations;

/// <summary>
/// One turn, one commit, then the acknowledgement. The steps of a turn are the list below, top to bottom;
/// everything they change is committed at once, and only then does the channel learn that the event was heard.
/// </summary>
public sealed partial class ConversationPipeline(
    LoadConversation loadConversation,
    NoteColleague noteColleague,
    Understand understand,
    SlowDown slowDown,
    Talk talk,
    TellWhatWaited tellWhatWaited,
    WatchWindow watchWindow,
    KeepConversation keepConversation,
    TurnFailures failures,
    Lanes lanes,
    IDocumentStore store,
    TimeProvider clock,
    IChance chance,
    ILogger<ConversationPipeline> log) : IIncoming
{
    /// <summary>A lost version race (another host, an officer's press) runs the turn again, at most so often.</summary>
    private const int MostRuns = 3;

    /// <summary>Longer than this nobody waits for the lane: the channel delivers again.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1.5);

    private readonly IReadOnlyList<ITurnStep> steps =
        [loadConversation, noteColleague, understand, slowDown, talk, tellWhatWaited, watchWindow, keepConversation];
    private readonly ConcurrentDictionary<(ConversationKey, string), int> refusals = new();

    public async Task<TurnReceipt> HandleAsync(IncomingMessage message, CancellationToken cancellationToken)
    {
        var turnId = RowId.New(clock.GetUtcNow(), 0, chance);
        using var scope = log.BeginScope(new Dictionary<string, object> { ["Turn"] = turnId });
        using var patience = new CancellationTokenSource(LongestWait, clock);
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        var started = clock.GetTimestamp();

        try
        {
            using var lane = await lanes.EnterAsync(message.Conversation, waiting.Token);
            var receipt = await RunAsync(message, turnId, cancellationToken);
            TurnMetrics.Committed(clock.GetElapsedTime(started));
            return receipt;
        }
        catch (Exception trouble) when (trouble is StoreUnavailableException or OperationCanceledException)
        {
            TurnMetrics.Refused();
            LogRefused(message.Conversation.Channel, trouble.Message);
            return TurnReceipt.Again;
        }
    }

    private async Task<TurnReceipt> RunAsync(IncomingMessage message, string turnId, CancellationToken cancellationToken)
    {
        try
        {
            for (var run = 1; run <= MostRuns; run++)
            {
                if (await RunOnceAsync(message, cancellationToken) is { } receipt)
                {
                    return receipt;
                }
            }

            LogRacesLost(message.Conversation.Channel);
            return CountRefusal(message) ? await SetAsideAsync(message, turnId, null, cancellationToken) : TurnReceipt.Again;
        }
        catch (Exception trouble) when (trouble is not (StoreUnavailableException or OperationCanceledException))
        {
            TurnMetrics.Threw();
            LogThrew(trouble, turnId);
            return await SetAsideAsync(message, turnId, trouble, cancellationToken);
        }
    }

    /// <summary>The receipt, or null when a race was lost and the turn must run again.</summary>
    private async Task<TurnReceipt?> RunOnceAsync(IncomingMessage message, CancellationToken cancellationToken)
    {
        var turn = new Turn(message, new Work(store), clock.GetUtcNow());

        foreach (var step in steps)
        {
            await step.RunAsync(turn, cancellationToken);

            if (turn.IsOver)
            {
                return TurnReceipt.Acknowledged;
            }
        }

        return await turn.Work.CommitAsync(cancellationToken) == CommitOutcome.Done
            ? new TurnReceipt(true, turn.Notice)
            : null;
    }

    /// <summary>The villager still gets an answer, the operator a row, and the next event is not affected.</summary>
    private async Task<TurnReceipt> SetAsideAsync(IncomingMessage message, string turnId, Exception? trouble, CancellationToken cancellationToken)
    {
        TurnMetrics.SetAside();
        await failures.RecordAsync(message, turnId, trouble, cancellationToken);
        return TurnReceipt.Acknowledged;
    }

    /// <summary>True from the fifth time on that this event found no commit.</summary>
    private bool CountRefusal(IncomingMessage message)
    {
        var times = refusals.AddOrUpdate((message.Conversation, message.EventId), 1, (_, before) => before + 1);

        if (times < 5)
        {
            return false;
        }

        refusals.TryRemove((message.Conversation, message.EventId), out _);
        return true;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "An event of {Channel} was not taken: {Reason}")]
    private partial void LogRefused(string channel, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A turn of {Channel} lost every race")]
    private partial void LogRacesLost(string channel);

    [LoggerMessage(Level = LogLevel.Error, Message = "Turn {TurnId} threw")]
    private partial void LogThrew(Exception trouble, string turnId);
}

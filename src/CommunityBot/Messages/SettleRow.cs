using System.Diagnostics.Metrics;
using CommunityBot.Primitives;
using CommunityBot.Storage;
using Microsoft.Extensions.Logging;

namespace CommunityBot.Messages;

/// <summary>Writes down what became of a message, so that nobody is told twice and nothing is forgotten.</summary>
public sealed partial class SettleRow(
    IDocumentStore store,
    Lazy<IIncoming> incoming,
    TimeProvider clock,
    IChance chance,
    ILogger<SettleRow> log)
{
    /// <summary>After so many attempts a message that the channel keeps failing is left to the operator (about a day).</summary>
    private const int MostAttempts = 40;

    private static readonly Meter Meter = new("CommunityBot.Outbox");
    private static readonly Counter<long> Settled = Meter.CreateCounter<long>("communitybot_outbox_settled", description: "Messages by what became of them");

    /// <summary>Marks a campaign message as on its way before the request leaves: after a crash nobody sends it a second time.</summary>
    /// <returns>False when somebody else has it.</returns>
    public async Task<bool> ClaimAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        var work = new Work(store);

        if (await work.FindAsync(Outbox.Rows, row.Id, cancellationToken) is not { State: OutboxState.Queued } now)
        {
            return false;
        }

        work.Put(Outbox.Rows, now with { State = OutboxState.Sending });
        return await work.CommitAsync(cancellationToken) == CommitOutcome.Done;
    }

    public async Task<SettledRow> RunAsync(OutboxRow row, SendOutcome outcome, CancellationToken cancellationToken)
    {
        Settled.Add(1, new KeyValuePair<string, object?>("outcome", outcome.GetType().Name));

        switch (outcome)
        {
            case SendOutcome.Delivered delivered:
                await FinishAsync(row, delivered, cancellationToken);
                return SettledRow.Finished;
            case SendOutcome.BotMustWait wait:
                return new SettledRow(row, TimeSpan.Zero, wait.Wait);
            case SendOutcome.ChannelOff:
                return SettledRow.After(row with { Attempts = row.Attempts - 1 }, TimeSpan.FromMinutes(1));
            case SendOutcome.TryLater { Wait: { } known }:
                return SettledRow.After(row with { Attempts = row.Attempts - 1 }, known);
            case SendOutcome.WindowClosed closed:
                return await TroubleAsync(row, OutboxState.Held, closed.Reason, cancellationToken);
            case SendOutcome.TryLater later when row.Attempts < MostAttempts:
                LogTryAgain(row.Id, later.Reason);
                return SettledRow.After(row, Backoff(row.Attempts));
            case SendOutcome.TryLater later:
                return await TroubleAsync(row, OutboxState.Failed, later.Reason, cancellationToken);
            case SendOutcome.Unknown unknown when row.Lane == Lane.Interactive && row.Attempts < MostAttempts:
                LogTryAgain(row.Id, unknown.Reason);
                return SettledRow.After(row, Backoff(row.Attempts));
            case SendOutcome.Unknown unknown:
                return await TroubleAsync(row, OutboxState.Unknown, unknown.Reason, cancellationToken);
            case SendOutcome.ReceiverLeft:
                await TroubleAsync(row, OutboxState.Failed, "the receiver left", cancellationToken);
                await incoming.Value.HandleAsync(Event(row, IncomingKind.Left, null), cancellationToken);
                return SettledRow.Finished;
            case SendOutcome.Moved moved:
                return await MoveAsync(row, moved.NewAddress, cancellationToken);
            case SendOutcome.Refused refused:
                LogRefused(row.Id, refused.Reason);
                return await TroubleAsync(row, OutboxState.Failed, refused.Reason, cancellationToken);
            default:
                throw new InvalidOperationException($"An outcome nobody settles: {outcome.GetType().Name}.");
        }
    }

    private async Task FinishAsync(OutboxRow row, SendOutcome.Delivered delivered, CancellationToken cancellationToken)
    {
        var work = new Work(store);

        // Read first: the commit compares with what is stored, and a forgotten villager's row is gone.
        if (await work.FindAsync(Outbox.Rows, row.Id, cancellationToken) is not { } stored)
        {
            return;
        }

        // The card of a ticket has a new row now; the old one has nothing left to tell.
        if (row is { About: not null, Message.Replaces: { } earlier })
        {
            work.Delete(Outbox.Rows, earlier);
        }

        if (row.IsKept)
        {
            work.Put(Outbox.Rows, stored with
            {
                State = OutboxState.Sent,
                ChannelMessageId = delivered.ChannelMessageId,
                Attempts = row.Attempts + 1,
                Message = new OutgoingMessage(),
            });
        }
        else
        {
            work.Delete(Outbox.Rows, row.Id);
        }

        await work.CommitAsync(cancellationToken);
    }

    private async Task<SettledRow> TroubleAsync(OutboxRow row, OutboxState state, string reason, CancellationToken cancellationToken)
    {
        var work = new Work(store);

        if (await work.FindAsync(Outbox.Rows, row.Id, cancellationToken) is { } stored)
        {
            work.Put(Outbox.Rows, stored with { State = state, Failure = reason, Attempts = row.Attempts + 1 });
            await work.CommitAsync(cancellationToken);
        }

        return SettledRow.Finished;
    }

    private async Task<SettledRow> MoveAsync(OutboxRow row, string newAddress, CancellationToken cancellationToken)
    {
        await incoming.Value.HandleAsync(Event(row, IncomingKind.GroupMoved, newAddress), cancellationToken);
        var work = new Work(store);

        if (await work.FindAsync(Outbox.Rows, row.Id, cancellationToken) is { } stored)
        {
            var moved = stored with { Conversation = new ConversationKey(row.Conversation.Channel, newAddress) };
            work.Put(Outbox.Rows, moved);
            await work.CommitAsync(cancellationToken);
        }

        // The next sweep sends it to the new address.
        return SettledRow.Finished;
    }

    private IncomingMessage Event(OutboxRow row, IncomingKind kind, string? movedTo) => new()
    {
        Conversation = row.Conversation,
        EventId = $"s{row.Id}",
        Kind = kind,
        Sender = new Sender("-", null, IsAnonymous: true),
        SentAt = clock.GetUtcNow(),
        MovedTo = movedTo,
    };

    /// <summary>2, 4, 8 … seconds, at most 10 minutes, half of it by chance, so that a thousand villagers do not knock at once.</summary>
    private TimeSpan Backoff(int attempts)
    {
        Span<byte> dice = stackalloc byte[1];
        chance.Fill(dice);
        var full = Math.Min(600, Math.Pow(2, Math.Min(attempts + 1, 10)));
        return TimeSpan.FromSeconds(full * (0.5 + (dice[0] / 510.0)));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Row {Row} is tried again: {Reason}")]
    private partial void LogTryAgain(string row, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Row {Row} was refused: {Reason}")]
    private partial void LogRefused(string row, string reason);
}

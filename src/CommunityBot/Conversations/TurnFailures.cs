using System.Text.Json.Serialization;
using CommunityBot.Messages;
using CommunityBot.Phrases;
using CommunityBot.Storage;

namespace CommunityBot.Conversations;

/// <summary>Keeps what a broken turn leaves behind: its mark, an apology with a number to quote, and a row for the operator.</summary>
public sealed class TurnFailures(IDocumentStore store, Outbox outbox, Phrasebook phrases, TimeProvider clock)
{
    public async Task RecordAsync(IncomingMessage message, string turnId, Exception? trouble, CancellationToken cancellationToken)
    {
        for (var outcome = CommitOutcome.LostRace; outcome == CommitOutcome.LostRace;)
        {
            var work = new Work(store);
            var now = clock.GetUtcNow();
            var conversation = await work.FindAsync(Conversation.Kind, message.Conversation.ToString(), cancellationToken)
                ?? new Conversation { Key = message.Conversation, IsGroup = message.IsGroup };

            work.Put(Conversation.Kind, conversation with { Marks = conversation.Marks.With(message.EventId, now) });
            work.Put(TurnFailure.Stored, new TurnFailure(turnId, now, message.Conversation.Channel, message.Kind, trouble?.GetType().Name ?? "race", trouble?.StackTrace));

            if (message.Kind is not (IncomingKind.Wake or IncomingKind.Left or IncomingKind.RemovedFromGroup))
            {
                outbox.Say(work, message.Conversation, new OutgoingMessage { Text = phrases.Say("errors.turn", ("code", turnId[^6..].ToUpperInvariant())) });
            }

            outcome = await work.CommitAsync(cancellationToken);
        }
    }
}

/// <summary>A turn that broke, for the operator: where, never what was said.</summary>
public sealed record TurnFailure(string Id, DateTimeOffset At, string Channel, IncomingKind Kind, string Trouble, string? Where)
{
    public static DocumentKind<TurnFailure> Stored { get; } = new("turn_failures", TurnFailureJson.Default.TurnFailure, failure => failure.Id);
}

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(TurnFailure))]
internal sealed partial class TurnFailureJson : JsonSerializerContext;

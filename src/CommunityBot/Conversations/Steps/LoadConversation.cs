using CommunityBot.Messages;
using CommunityBot.Villagers;
using Microsoft.Extensions.Logging;

namespace CommunityBot.Conversations.Steps;

/// <summary>Remembers who this is, and ends the turn when the event was heard before or is too old to be sure.</summary>
public sealed partial class LoadConversation(ILogger<LoadConversation> log) : ITurnStep
{
    public async Task RunAsync(Turn turn, CancellationToken cancellationToken)
    {
        var message = turn.Message;
        var stored = await turn.Work.FindAsync(Conversation.Kind, message.Conversation.ToString(), cancellationToken);
        turn.Conversation = stored ?? new Conversation { Key = message.Conversation, IsGroup = message.IsGroup };

        if (turn.Conversation.Marks.Knows(message.EventId))
        {
            TurnMetrics.Repeated();
            turn.IsOver = true;
            return;
        }

        if (message.Kind != IncomingKind.Wake && Marks.IsTooOld(message.SentAt, turn.Now))
        {
            TurnMetrics.TooOld();
            LogTooOld(message.Conversation.Channel, message.SentAt);
            turn.IsOver = true;
            return;
        }

        turn.Conversation = turn.Conversation with
        {
            Marks = turn.Conversation.Marks.With(message.EventId, turn.Now),
            State = turn.Conversation.State.At(turn.Now),
            LastHeardAt = IsTheirWord(message.Kind) ? turn.Now : turn.Conversation.LastHeardAt,
        };
        turn.Villager = await turn.Work.FindAsync(Villager.Kind, message.Conversation.ToString(), cancellationToken)
            ?? Villager.Stranger(message.Conversation);
    }

    /// <summary>False for what we or the messenger did: it opens no window to write in.</summary>
    private static bool IsTheirWord(IncomingKind kind) => kind switch
    {
        IncomingKind.Message or IncomingKind.Edit or IncomingKind.Press or IncomingKind.Arrived or IncomingKind.Unreadable
            or IncomingKind.AddedToGroup or IncomingKind.GroupMoved => true,
        IncomingKind.Wake or IncomingKind.Left or IncomingKind.RemovedFromGroup or IncomingKind.ColleagueAnswered => false,
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "An event of {Channel} from {SentAt} came too late to be run")]
    private partial void LogTooOld(string channel, DateTimeOffset sentAt);
}

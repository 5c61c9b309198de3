using CommunityBot.Messages;

namespace CommunityBot.Conversations.Steps;

/// <summary>Puts the conversation into the commit, with whether the villager is still there.</summary>
public sealed class KeepConversation : ITurnStep
{
    public Task RunAsync(Turn turn, CancellationToken cancellationToken)
    {
        var hasLeft = turn.Message.Kind switch
        {
            IncomingKind.Left or IncomingKind.RemovedFromGroup => true,
            IncomingKind.Wake or IncomingKind.ColleagueAnswered => turn.Conversation.HasLeft,
            IncomingKind.Message or IncomingKind.Edit or IncomingKind.Press or IncomingKind.Arrived or IncomingKind.AddedToGroup
                or IncomingKind.GroupMoved or IncomingKind.Unreadable => false,
        };

        turn.Conversation = turn.Conversation with { HasLeft = hasLeft };
        turn.Work.Put(Conversation.Kind, turn.Conversation);
        return Task.CompletedTask;
    }
}

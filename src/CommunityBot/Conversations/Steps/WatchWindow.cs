using CommunityBot.Messages;
using CommunityBot.Scheduling;

namespace CommunityBot.Conversations.Steps;

/// <summary>Where a messenger's free hours end, sets the moment to ask the villager for one more word, by day and before the end.</summary>
public sealed class WatchWindow(ChannelBoard channels, WakeTimer wakes) : ITurnStep
{
    /// <summary>How long before the end the question is due; a night in between still leaves time.</summary>
    private static readonly TimeSpan AskBeforeEnd = TimeSpan.FromHours(12);

    /// <summary>A wake that is at most so early is good enough: not every message moves it.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromHours(1);

    public async Task RunAsync(Turn turn, CancellationToken cancellationToken)
    {
        var conversation = turn.Message.Conversation;

        if (turn.Message.IsGroup || turn.Conversation.LastHeardAt != turn.Now || channels.Find(conversation.Channel)?.Traits.FreeWindow is not { } window)
        {
            return;
        }

        var due = QuietHours.NotBefore(turn.Now + window - AskBeforeEnd);
        var known = await turn.Work.FindAsync(Wake.Kind, Wake.WindowOf(conversation), cancellationToken);

        if (known is null || due - known.Due > Slack)
        {
            turn.Work.Put(Wake.Kind, new Wake { Id = Wake.WindowOf(conversation), Conversation = conversation, Due = due, About = Dialogs.WindowDialog.About });
            turn.Work.AfterCommit(() => wakes.Expect(due));
        }
    }
}

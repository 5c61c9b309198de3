using CommunityBot.Messages;
using CommunityBot.Phrases;
using Microsoft.Extensions.Options;

namespace CommunityBot.Conversations.Steps;

/// <summary>Keeps one flooding conversation from eating everybody's time: one polite sentence a minute, the rest is not run. Words of danger always pass.</summary>
public sealed class SlowDown(IOptions<ConversationOptions> options, Outbox outbox, Phrasebook phrases) : ITurnStep
{
    private const int MostRemembered = 10_000;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private readonly Dictionary<ConversationKey, (DateTimeOffset Since, int Count)> lately = [];

    public Task RunAsync(Turn turn, CancellationToken cancellationToken)
    {
        var most = options.Value.MessagesPerMinute;

        if (most == 0 || turn.Message.IsGroup || turn.Message.Kind is not (IncomingKind.Message or IncomingKind.Press or IncomingKind.Edit or IncomingKind.Unreadable)
            || turn.Heard?.Reading.Danger is not null)
        {
            return Task.CompletedTask;
        }

        var count = CountOf(turn.Message.Conversation, turn.Now);

        if (count == most + 1)
        {
            turn.IsSettled = true;
            outbox.Say(turn.Work, turn.Message.Conversation, new OutgoingMessage { Text = phrases.In(turn.Villager.Language).For(turn.Villager.Address).Say("errors.slow_down") });
        }
        else if (count > most)
        {
            turn.IsOver = true;
        }

        return Task.CompletedTask;
    }

    private int CountOf(ConversationKey conversation, DateTimeOffset now)
    {
        lock (gate)
        {
            if (lately.Count >= MostRemembered)
            {
                foreach (var key in lately.Where(one => now - one.Value.Since >= Window).Select(one => one.Key).ToList())
                {
                    lately.Remove(key);
                }
            }

            var (since, count) = lately.TryGetValue(conversation, out var known) && now - known.Since < Window ? known : (now, 0);
            lately[conversation] = (since, count + 1);
            return count + 1;
        }
    }
}

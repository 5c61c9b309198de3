using CommunityBot.Messages;
using CommunityBot.Phrases;
using CommunityBot.Storage;

namespace CommunityBot.Conversations.Steps;

/// <summary>Where a messenger let us write only so long, news waited: at the villager's next word it arrives in one bubble, after the answer.</summary>
public sealed class TellWhatWaited(ChannelBoard channels, Outbox outbox, Phrasebook phrases) : ITurnStep
{
    private const int MostAtOnce = 50;

    public async Task RunAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (channels.Find(turn.Message.Conversation.Channel)?.Traits.FreeWindow is null || !IsTheirWord(turn.Message.Kind))
        {
            return;
        }

        var held = await Outbox.FindHeldAsync(turn.Work, turn.Message.Conversation, MostAtOnce, cancellationToken);
        var words = held.Where(IsWordsOnly).ToList();

        foreach (var row in held.Except(words))
        {
            outbox.Release(turn.Work, row);
        }

        if (words.Count > 0)
        {
            Merge(turn, words);
        }
    }

    private void Merge(Turn turn, List<OutboxRow> words)
    {
        foreach (var row in words)
        {
            turn.Work.Delete(Outbox.Rows, row.Id);
        }

        // Numbers typed in the middle of a talk belong to that talk.
        var isFree = turn.Conversation.State.Open is null;
        var buttons = isFree ? words.FindLast(row => row.Message.Buttons.Count > 0)?.Message.Buttons ?? [] : [];
        outbox.Say(turn.Work, turn.Message.Conversation, new OutgoingMessage
        {
            Text = string.Join("\n\n", [phrases.For(turn.Villager.Address).In(turn.Villager.Language).Say("window.waited"), .. words.Select(row => row.Message.Words).Distinct()]),
            Buttons = buttons,
        });

        if (buttons.Count > 0)
        {
            turn.Conversation = turn.Conversation with { Offered = OfferedChoice.Of(buttons) };
        }
    }

    /// <summary>Pictures, voice notes and the cards of a desk go one by one, as they would have.</summary>
    private static bool IsWordsOnly(OutboxRow row) =>
        row is { IsKept: false, About: null, Message: { Picture: null, Attachment: null, Album.Count: 0, Pin: null } };

    private static bool IsTheirWord(IncomingKind kind) =>
        kind is IncomingKind.Message or IncomingKind.Press or IncomingKind.Edit or IncomingKind.Arrived or IncomingKind.Unreadable;
}

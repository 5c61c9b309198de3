using CommunityBot.Conversations.Dialogs;
using CommunityBot.Conversations.Dialogs.Cards;
using CommunityBot.Messages;
using CommunityBot.Primitives;
using CommunityBot.Scheduling;
using CommunityBot.Tickets;
using CommunityBot.Understanding;

namespace CommunityBot.Conversations.Steps;

/// <summary>Makes of the event what the dialogs hear: clean words, the choice that was meant, the likely wish.</summary>
public sealed class Understand(IntentReader reader, TypedWords typedWords) : ITurnStep
{
    /// <summary>Longer texts are cut: no messenger lets a villager write more.</summary>
    private const int LongestText = 4000;

    private static readonly Understood NoWords = new(null, null, []);

    public async Task RunAsync(Turn turn, CancellationToken cancellationToken)
    {
        var message = turn.Message;
        var wake = message.WakeId is { } id ? await turn.Work.FindAsync(Wake.Kind, id, cancellationToken) : null;

        if (message.Kind == IncomingKind.Wake)
        {
            if (wake is null || wake.Due > turn.Now)
            {
                turn.IsOver = true;
                return;
            }

            turn.Work.Delete(Wake.Kind, wake.Id);
        }

        var text = Clean(message.Text);
        turn.Heard = new Heard
        {
            Message = message,
            Text = text,
            Folded = text is null ? "" : VietnameseText.Fold(text),
            Choice = message.ButtonKey ?? TypedChoice(turn.Conversation, text),
            Reading = text is null ? NoWords : Read(text),
            Files = [.. message.Files.Select((file, at) => new FileRef($"{message.EventId}/{at}", file.Kind, file.Duration))],
            Wake = wake,
        };
    }

    /// <summary>Who searches ("tìm lá ngón") names a thing and is in no trouble with it: only what is searched for is read.</summary>
    private Understood Read(string text)
    {
        var whole = reader.Read(text);
        return whole.Command is null && SearchDialog.SearchedFor(text) is { } rest ? rest.Length == 0 ? NoWords : reader.Read(rest) : whole;
    }

    private static string? Clean(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var cut = text.Length <= LongestText ? text
            : char.IsHighSurrogate(text[LongestText - 1]) ? text[..(LongestText - 1)]
            : text[..LongestText];
        var composed = VietnameseText.Compose(cut).Trim();
        return composed.Length == 0 ? null : composed;
    }

    /// <summary>"2", "hai" or the words of a button mean that button of the open question.</summary>
    private string? TypedChoice(Conversation conversation, string? text)
    {
        if (text is null || text.Length > 60 || conversation.Offered.Count == 0)
        {
            return null;
        }

        if (typedWords.FindNumber(text) is { } number)
        {
            var counted = OfferedChoice.Counted(conversation.Offered);
            return number == 0 ? Choices.Back : number <= counted.Count ? counted[number - 1].Key : null;
        }

        var words = LettersOf(text);
        return words.Length == 0 ? null : conversation.Offered.FirstOrDefault(choice => LettersOf(choice.Label) == words)?.Key;
    }

    /// <summary>The words without marks, emoji and punctuation.</summary>
    private static string LettersOf(string text) => string.Join(
        ' ',
        new string([.. VietnameseText.Fold(text).Select(letter => char.IsLetterOrDigit(letter) ? letter : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries));
}

using CommunityBot.Messages;
using CommunityBot.Reports;
using CommunityBot.Understanding;

namespace CommunityBot.Conversations.Dialogs;

/// <summary>A message that asks something and also tells of something wrong: first the answer, then whether the commune shall know.</summary>
public sealed class QuestionDialog(TopicDialog topic, CategoryCatalogue categories) : IDialog
{
    /// <summary>A second meaning weaker than this is an accident of words.</summary>
    private const double NoticedFrom = 0.25;

    public string Name => "question";

    public DialogTurn? Hear(Scene scene, Heard heard)
    {
        if (heard is not { Message: { IsGroup: false, Kind: IncomingKind.Message, StartPayload: null }, Text: { } text, Choice: null, Reading: { Command: null, Danger: null } }
            || scene.Conversation.State.Open is not null
            || scene.Villager.IsChild
            || heard.Files.Count > 0
            || heard.Message.Point is not null
            || Tells(heard, text) is not { } category
            || topic.Hear(scene, AskOnly(heard)) is not { } answer)
        {
            return null;
        }

        var said = new SaidPart(heard.Message.MessageId, text);
        return answer with
        {
            State = scene.Conversation.State.FollowedBy(DialogState.Nothing) with { Unclear = said },
            Replies = [.. answer.Replies.Select(WithoutButtons), Offer(scene, category)],
        };
    }

    /// <summary>True when the words ask about a topic, whatever else they tell.</summary>
    internal static bool MayAsk(Understood reading, string text) =>
        reading.Guesses.Any(guess => guess is { Intent: Intent.AskTopic, Confidence: >= NoticedFrom }) && QuestionWords.Ask(text);

    /// <summary>What is told besides the question; null when only one of both is meant.</summary>
    private ReportCategory? Tells(Heard heard, string text)
    {
        var guesses = heard.Reading.Guesses;
        var asked = guesses.FirstOrDefault(guess => guess.Intent == Intent.AskTopic);
        var told = guesses.FirstOrDefault(guess => guess.Intent == Intent.Report);

        if (asked is not { Confidence: >= NoticedFrom } || told is not { Confidence: >= NoticedFrom, Key: { } kind } || guesses[0] != asked && guesses[0] != told)
        {
            return null;
        }

        // Who surely tells and asks nothing is not taught.
        return guesses[0] == told && heard.Reading.IsSure && !QuestionWords.Ask(text) ? null : categories.Find(kind);
    }

    /// <summary>The same words, heard as the question alone.</summary>
    private static Heard AskOnly(Heard heard)
    {
        var asked = heard.Reading.Guesses.First(guess => guess.Intent == Intent.AskTopic);
        return heard with { Reading = heard.Reading with { Guesses = [asked with { Confidence = 1 }] } };
    }

    internal static OutgoingMessage WithoutButtons(OutgoingMessage card) => card with { Buttons = [] };

    private static OutgoingMessage Offer(Scene scene, ReportCategory category) => new()
    {
        Text = scene.Phrases.Say("menu.ask_report_too"),
        Buttons = Keyboard.Of(
            new Button(Keyboard.Cut(scene.Phrases.Say("menu.button_report_this", ("viec", category.ButtonLabel))), Choices.ReportOf + category.Key),
            new Button(scene.Phrases.Say("menu.button_no_report"), Choices.Home),
            new Button(scene.Phrases.Say("menu.button_topics"), Choices.Topics),
            new Button(scene.Phrases.Say("menu.button_human"), Choices.Human)),
    };
}

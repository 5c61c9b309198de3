using CommunityBot.Conversations.Dialogs.Handover;
using CommunityBot.Conversations.Dialogs.MyTickets;
using CommunityBot.Conversations.Dialogs.Privacy;
using CommunityBot.Conversations.Dialogs.Reporting;
using CommunityBot.Messages;
using CommunityBot.Reports;
using CommunityBot.Understanding;

namespace CommunityBot.Conversations.Dialogs;

/// <summary>Something said in the middle of another talk: a question is answered, a greeting returned, "Dừng" asked back; then the open question is asked again.</summary>
public sealed class AsideDialog(TopicDialog topic, MyTicketsDialog myTickets, PrivacyDialog privacy, LanguageDialog language, MenuDialog menu, CategoryCatalogue categories) : IDialog
{
    /// <summary>Words that tell of something belong to the open talk, also when they sound a little like a question.</summary>
    private const double TellsFrom = 0.3;

    /// <summary>Questions that are answered with any words: only a clear question is taken out of them.</summary>
    private static readonly ReportStep[] FreeWords =
        [ReportStep.Words, ReportStep.Culprit, ReportStep.ForWhom, ReportStep.Village, ReportStep.Place];

    public string Name => "aside";

    public DialogTurn? Hear(Scene scene, Heard heard)
    {
        if (heard.Message.IsGroup || scene.Conversation.State.Open is not { } open)
        {
            return null;
        }

        if (heard.Choice == Choices.GoOn)
        {
            return Go(scene);
        }

        if (heard is not { Message: { Kind: IncomingKind.Message, StartPayload: null, Contact: null, Point: null }, Text: { } text, Choice: null, Reading.Danger: null }
            || heard.Files.Count > 0)
        {
            return null;
        }

        if (IsPlainStop(heard))
        {
            return AskWhichStop(scene, open);
        }

        return heard.Reading is { Command: null, IsSure: true } && (open != HandoverDialog.DialogName || IsCourtesy(heard)) ? Aside(scene, heard, text, open) : null;
    }

    private DialogTurn? Aside(Scene scene, Heard heard, string text, string open)
    {
        var closed = scene with { Conversation = scene.Conversation with { State = DialogState.Nothing } };
        return heard.Reading.Guesses[0].Intent switch
        {
            Intent.AskTopic when IsQuestion(scene, heard, text) => Answered(scene, topic.Hear(closed, heard)),
            Intent.TicketStatus when open != MyTicketsDialog.DialogName && !Tells(heard) => Answered(scene, myTickets.Hear(closed, heard)),
            Intent.Help when !Tells(heard) => Answered(scene, menu.Hear(closed, heard)),
            Intent.ChangeLanguage when !Tells(heard) => language.Hear(closed, heard) is { } offer ? offer with { State = scene.Conversation.State } : null,
            Intent.DeleteData when !Tells(heard) => privacy.Hear(closed, heard),
            Intent.Greeting => Go(scene, new OutgoingMessage { Text = scene.Phrases.Say("menu.hello_again") }),
            Intent.Thanks => Go(scene, new OutgoingMessage { Text = scene.Phrases.Say("menu.thanks_again") }),
            Intent.OutOfScope when !Tells(heard) && QuestionWords.Ask(text) => Go(scene, new OutgoingMessage { Text = FallbackDialog.NotMine(scene) }) with { IsLost = true },
            Intent.Unsubscribe when !Tells(heard) && heard.Folded.Count(letter => letter == ' ') >= 2 => AskWhichStop(scene, open), // "tat ca" is "all", not "off"
            Intent.Emergency or Intent.AskTopic or Intent.Report or Intent.TicketStatus or Intent.Help or Intent.Subscribe or Intent.ChangeLanguage
                or Intent.DeleteData or Intent.TalkToHuman or Intent.OutOfScope or Intent.Unsubscribe => null,
        };
    }

    private bool IsQuestion(Scene scene, Heard heard, string text) =>
        QuestionWords.Ask(text) && (!Tells(heard) || scene.Conversation.State is not { Open: ReportDialog.DialogName, Report: { } draft } || !FreeWords.Contains(draft.Step));

    /// <summary>Whoever writes to a person is not answered by the bot, save for a greeting.</summary>
    private static bool IsCourtesy(Heard heard) => heard.Reading.Guesses[0].Intent is Intent.Greeting or Intent.Thanks;

    /// <summary>True when the words speak of something to report nearly as much as of anything else.</summary>
    private bool Tells(Heard heard) =>
        heard.Reading.Guesses.Any(guess => guess is { Intent: Intent.Report, Key: { } key, Confidence: >= TellsFrom } && categories.Find(key) is not null);

    /// <summary>"dừng" alone may mean the report, the news or everything; "dừng nhận tin" says which.</summary>
    private static bool IsPlainStop(Heard heard) =>
        heard.Reading.Command == Command.Stop
        && !heard.Folded.StartsWith('/')
        && !heard.Folded.Contains("tin", StringComparison.Ordinal)
        && !heard.Folded.Contains("nhan", StringComparison.Ordinal);

    private static DialogTurn AskWhichStop(Scene scene, string open) => DialogTurn.Say(scene.Conversation.State, new OutgoingMessage
    {
        Text = scene.Phrases.Say("menu.ask_which_stop"),
        Buttons = ReportQuestions.WithExits(
            scene,
            open == ReportDialog.DialogName
                ? new Button(scene.Phrases.Say("report.button_drop"), ReportChoices.Drop)
                : new Button(scene.Phrases.Say("menu.button_stop_this"), Choices.Cancel),
            new Button(scene.Phrases.Say("privacy.button_stop_news"), PrivacyChoices.Stop),
            new Button(scene.Phrases.Say("privacy.button_erase"), PrivacyChoices.Erase),
            new Button(scene.Phrases.Say("report.button_resume"), Choices.GoOn)),
    });

    /// <summary>What another dialog would say if nothing were open, without its ways on, and the open question.</summary>
    private static DialogTurn? Answered(Scene scene, DialogTurn? answer) => answer is null ? null : new DialogTurn(
        scene.Conversation.State,
        [.. answer.Replies.Select(QuestionDialog.WithoutButtons)],
        [.. answer.Orders, new AskAgain()]);

    private static DialogTurn Go(Scene scene, params IReadOnlyList<OutgoingMessage> first) => new(scene.Conversation.State, first, [new AskAgain()]);
}

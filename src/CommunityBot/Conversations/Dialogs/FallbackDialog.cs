using CommunityBot.Awareness;
using CommunityBot.Awareness.Search;
using CommunityBot.Conversations.Dialogs.Cards;
using CommunityBot.Conversations.Dialogs.Privacy;
using CommunityBot.Messages;
using CommunityBot.Reports;
using CommunityBot.Understanding;

namespace CommunityBot.Conversations.Dialogs;

/// <summary>Never a dead end: what was not understood gets the three best guesses as buttons, and never the same sentence twice.</summary>
public sealed class FallbackDialog(TopicCatalogue topics, CategoryCatalogue categories, CardSearch cards, SearchDialog search) : IDialog
{
    public string Name => "fallback";

    public DialogTurn? Hear(Scene scene, Heard heard)
    {
        if (heard.Message.IsGroup || heard.Message.Kind is IncomingKind.Wake or IncomingKind.Edit)
        {
            return null;
        }

        if (heard.IsPress)
        {
            return DialogTurn.Say(scene.Conversation.State, MenuDialog.Home(scene.Phrases, scene.Phrases.Say("menu.old_button")));
        }

        return heard.Reading.Danger is not null ? AfterDanger(scene, heard)
            : heard.Reading is { IsSure: true, Guesses: [{ Intent: Intent.OutOfScope }, ..] } ? SayNotMine(scene)
            : OnlyAsks(scene, heard) && search.Offer(scene, heard.Text!) is { } found ? found // it asks in words
            : Guess(scene, heard);
    }

    /// <summary>Nothing this bot knows about.</summary>
    public static string NotMine(Scene scene) => scene.Phrases.Say(Nth(scene) == 0 ? "menu.not_mine" : "menu.not_mine_again");

    /// <summary>The number was said; what they told can be reported with one tap.</summary>
    private static DialogTurn AfterDanger(Scene scene, Heard heard) => DialogTurn.Say(Remembered(scene, heard), new OutgoingMessage
    {
        Text = scene.Phrases.Say("menu.danger_report"),
        Buttons = Keyboard.Of(
            new Button(scene.Phrases.Say("menu.button_report_told"), Choices.ReportOf + CategoryCatalogue.Unsorted),
            new Button(scene.Phrases.Say("menu.button_topics"), Choices.Topics),
            new Button(scene.Phrases.Say("menu.button_human"), Choices.Human)),
    });

    private static DialogTurn SayNotMine(Scene scene) =>
        DialogTurn.Say(scene.Conversation.State, MenuDialog.Home(scene.Phrases, NotMine(scene))) with { IsLost = true };

    /// <summary>Three guesses; whoever was not understood twice in a row is offered a person first.</summary>
    private DialogTurn Guess(Scene scene, Heard heard)
    {
        var nth = Nth(scene);
        var human = new Button(scene.Phrases.Say("menu.button_human"), Choices.Human);
        var guesses = Guesses(scene, heard).DistinctBy(button => button.Key).ToList();
        var sentence = scene.Phrases.Say(nth switch { 0 => "menu.guess", 1 => "menu.guess_again", _ => "menu.guess_third" });
        var message = guesses.Count == 0
            ? MenuDialog.Home(scene.Phrases, sentence)
            : new OutgoingMessage { Text = sentence, Buttons = Keyboard.Of([.. nth == 0 ? guesses.Append(human) : guesses.Prepend(human)]) };
        return DialogTurn.Say(Remembered(scene, heard), message) with { IsLost = true };
    }

    /// <summary>0, 1, 2, 1, 2 …: never the same sentence twice in a row.</summary>
    private static int Nth(Scene scene) => scene.Conversation.NotUnderstood == 0 ? 0 : 1 + ((scene.Conversation.NotUnderstood - 1) % 2);

    /// <summary>What was said may be a report: whoever taps that guess does not tell it again.</summary>
    private static DialogState Remembered(Scene scene, Heard heard) => heard.Text is { } text && !scene.Villager.IsChild
        ? scene.Conversation.State with { Unclear = new SaidPart(heard.Message.MessageId, text) }
        : scene.Conversation.State;

    /// <summary>Words that at most ask something, while nothing else is talked about.</summary>
    private static bool OnlyAsks(Scene scene, Heard heard) =>
        scene.Conversation.State.Open is null
        && heard is { Text: not null, Message: { Kind: IncomingKind.Message, StartPayload: null, Files.Count: 0 } }
        && heard.Reading.Guesses.All(guess => guess.Intent == Intent.AskTopic);

    private IEnumerable<Button> Guesses(Scene scene, Heard heard)
    {
        foreach (var guess in heard.Reading.Guesses)
        {
            if (ButtonOf(scene, heard, guess) is { } button)
            {
                yield return button;
            }
        }
    }

    private Button? ButtonOf(Scene scene, Heard heard, Guess guess) => guess.Intent switch
    {
        Intent.AskTopic when guess.Key is { } key && topics.Find(key) is { } topic =>
            new Button(Keyboard.Cut(scene.Phrases.Say("menu.button_ask", ("chu_de", topic.ButtonLabel))), KeyOfBest(topic, heard.Text)),
        Intent.AskTopic => new Button(scene.Phrases.Say("menu.button_topics"), Choices.Topics),
        Intent.Report when guess.Key is { } key && categories.Find(key) is { } category =>
            new Button(Keyboard.Cut(scene.Phrases.Say("menu.button_report_this", ("viec", CategoryNames.Of(scene, category)))), Choices.ReportOf + key),
        Intent.Report or Intent.Emergency => new Button(scene.Phrases.Say("menu.button_report"), Choices.Report),
        Intent.TicketStatus => new Button(scene.Phrases.Say("menu.button_mine"), Choices.Mine),
        Intent.DeleteData => new Button(scene.Phrases.Say("menu.button_data"), Choices.MyData),
        Intent.Help => new Button(scene.Phrases.Say("menu.button_help"), Choices.Help),
        Intent.Greeting or Intent.Thanks => new Button(scene.Phrases.Say("menu.button_home"), Choices.Home),
        Intent.Subscribe => new Button(scene.Phrases.Say("privacy.button_news"), PrivacyChoices.News),
        Intent.Unsubscribe => new Button(scene.Phrases.Say("privacy.button_stop_news"), PrivacyChoices.Stop),
        Intent.TalkToHuman or Intent.ChangeLanguage or Intent.OutOfScope => null,
    };

    private string KeyOfBest(Topic topic, string? asked) => CardBubble.Key(topic, topic.Cards[asked is null ? 0 : cards.BestIn(topic, asked)]);
}

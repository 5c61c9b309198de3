using CommunityBot.Awareness;
using CommunityBot.Messages;
using CommunityBot.Reports;
using CommunityBot.Understanding;

namespace CommunityBot.Conversations.Dialogs;

/// <summary>Never a dead end: what was not understood gets the three best guesses as buttons, and never the same sentence twice.</summary>
public sealed class FallbackDialog(TopicCatalogue topics, CategoryCatalogue categories) : IDialog
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

        if (heard.Reading.Danger is not null)
        {
            return DialogTurn.Say(scene.Conversation.State, MenuDialog.Home(scene.Phrases, scene.Phrases.Say("menu.danger_report")));
        }

        var isFirst = scene.Conversation.NotUnderstood % 2 == 0;
        var buttons = Guesses(scene, heard).Append(new Button(scene.Phrases.Say("menu.button_human"), Choices.Human)).ToList();
        var message = buttons.Count == 1
            ? MenuDialog.Home(scene.Phrases, scene.Phrases.Say(isFirst ? "menu.guess" : "menu.guess_again"))
            : new OutgoingMessage { Text = scene.Phrases.Say(isFirst ? "menu.guess" : "menu.guess_again"), Buttons = Keyboard.Of(buttons) };
        return DialogTurn.Say(scene.Conversation.State, message) with { IsLost = true };
    }

    private IEnumerable<Button> Guesses(Scene scene, Heard heard)
    {
        foreach (var guess in heard.Reading.Guesses)
        {
            if (ButtonOf(scene, guess) is { } button)
            {
                yield return button;
            }
        }
    }

    private Button? ButtonOf(Scene scene, Guess guess) => guess.Intent switch
    {
        Intent.AskTopic when guess.Key is { } key && topics.Find(key) is { } topic =>
            new Button(Keyboard.Cut(scene.Phrases.Say("menu.button_ask", ("chu_de", topic.ButtonLabel))), $"{Choices.Card}{key}:0"),
        Intent.AskTopic => new Button(scene.Phrases.Say("menu.button_topics"), Choices.Topics),
        Intent.Report when guess.Key is { } key && categories.Find(key) is { } category =>
            new Button(Keyboard.Cut(scene.Phrases.Say("menu.button_report_this", ("viec", category.ButtonLabel))), Choices.ReportOf + key),
        Intent.Report or Intent.Emergency => new Button(scene.Phrases.Say("menu.button_report"), Choices.Report),
        Intent.TicketStatus => new Button(scene.Phrases.Say("menu.button_mine"), Choices.Mine),
        Intent.DeleteData => new Button(scene.Phrases.Say("menu.button_data"), Choices.MyData),
        Intent.Help => new Button(scene.Phrases.Say("menu.button_help"), Choices.Help),
        Intent.Greeting or Intent.Thanks => new Button(scene.Phrases.Say("menu.button_home"), Choices.Home),
        Intent.Subscribe or Intent.Unsubscribe => new Button(scene.Phrases.Say("menu.button_data"), Choices.MyData),
        Intent.TalkToHuman or Intent.ChangeLanguage or Intent.OutOfScope => null,
    };
}

using CommunityBot.Conversations.Dialogs.Reporting;
using CommunityBot.Messages;
using CommunityBot.Tickets;
using CommunityBot.Understanding;
using CommunityBot.Villagers;

namespace CommunityBot.Conversations.Dialogs.Privacy;

/// <summary>Somebody under 16 gets content and numbers; nothing they send is stored, a grown-up reports for them.</summary>
public sealed class ChildDialog : IDialog
{
    private const string Adult = "child:adult";

    public string Name => "child";

    public DialogTurn? Hear(Scene scene, Heard heard)
    {
        if (heard.Message.IsGroup || heard.Message.Kind is not (IncomingKind.Message or IncomingKind.Press))
        {
            return null;
        }

        if (heard.Message.Kind == IncomingKind.Message && ChildWords.SpeakAsChild(heard.Text))
        {
            return Protect(scene);
        }

        if (!scene.Villager.IsChild)
        {
            return null;
        }

        return heard.Choice == Adult ? HandOver(scene)
            : WantsToReport(heard) ? DialogTurn.Say(DialogState.Nothing, Explanation(scene))
            : null;
    }

    private static DialogTurn Protect(Scene scene)
    {
        var files = scene.Conversation.State.Report?.Files ?? [];
        var child = Villager.Stranger(scene.Villager.Conversation) with { IsChild = true };
        return new DialogTurn(
            scene.Conversation.State with { Open = null, Report = null },
            [Explanation(scene)],
            [new KeepVillager(child), new DropFiles(files)]);
    }

    private static DialogTurn HandOver(Scene scene) => new(
        DialogState.Nothing,
        [MenuDialog.Home(scene.Phrases, scene.Phrases.Say("privacy.adult_welcome"))],
        [new KeepVillager(scene.Villager with { IsChild = false })]);

    private static bool WantsToReport(Heard heard) =>
        heard.Message.Files.Count > 0
        || heard.Message.Point is not null
        || heard.Choice == Choices.Report
        || heard.ChoiceBehind(Choices.ReportOf) is not null
        || heard.ChoiceBehind(ReportChoices.Prefix) is not null
        || heard.Reading.Command == Command.Report
        || heard.Reading.Guesses is [{ Intent: Intent.Report or Intent.Emergency }, ..];

    private static OutgoingMessage Explanation(Scene scene) => new()
    {
        Text = scene.Phrases.Say("privacy.child"),
        Buttons = Keyboard.Of(
            new Button(scene.Phrases.Say("menu.button_topics"), Choices.Topics),
            new Button(scene.Phrases.Say("privacy.button_adult"), Adult),
            new Button(scene.Phrases.Say("menu.button_home"), Choices.Home)),
    };
}

using CommunityBot.Awareness.Voice;
using CommunityBot.Conversations.Dialogs.Voice;
using CommunityBot.Messages;
using CommunityBot.Phrases;
using CommunityBot.Reports;
using CommunityBot.Understanding;

namespace CommunityBot.Conversations.Dialogs;

/// <summary>The greeting, the help and the way back that work at every step of a private talk.</summary>
public sealed class MenuDialog(OfferedLanguages languages, ClipBook clips) : IDialog
{
    public string Name => "menu";

    public DialogTurn? Hear(Scene scene, Heard heard) => heard switch
    {
        { Message.IsGroup: true } => null,
        { Message.Kind: IncomingKind.Left or IncomingKind.RemovedFromGroup or IncomingKind.GroupMoved or IncomingKind.AddedToGroup } =>
            new DialogTurn(scene.Conversation.State, [], []),
        { Message.Kind: IncomingKind.Arrived } => Greet(scene),
        { Message.Kind: IncomingKind.Unreadable } => Unreadable(scene),
        { Message.StartPayload: null, Folded: "/start" or "start" } => Greet(scene),
        { Choice: Choices.Home } or { Reading.Command: Command.Home } => DialogTurn.Say(DialogState.Nothing, Home(scene.Phrases, scene.Phrases.Say("menu.home"))),
        { Choice: Choices.Help } or { Reading.Command: Command.Help } or { Folded: "/help" } => Help(scene),
        { Choice: Choices.Cancel } or { Reading.Command: Command.Cancel } => DialogTurn.Say(DialogState.Nothing, Home(scene.Phrases, scene.Phrases.Say("menu.cancelled"))),
        { Choice: Choices.Back } or { Reading.Command: Command.Back } => DialogTurn.Say(DialogState.Nothing, Home(scene.Phrases, scene.Phrases.Say("menu.home"))),
        _ => Wish(scene, heard),
    };

    /// <summary>The four things a villager can do, below a sentence.</summary>
    public static OutgoingMessage Home(Phrasebook phrases, string sentence) => new()
    {
        Text = sentence,
        Buttons = Keyboard.Of(
            new Button(phrases.Say("menu.button_report"), Choices.Report),
            new Button(phrases.Say("menu.button_topics"), Choices.Topics),
            new Button(phrases.Say("menu.button_mine"), Choices.Mine),
            new Button(phrases.Say("menu.button_human"), Choices.Human)),
    };

    private DialogTurn Greet(Scene scene)
    {
        var home = Home(scene.Phrases, scene.Phrases.Say("menu.greeting"));
        return DialogTurn.Say(DialogState.Nothing, home with
        {
            Picture = new OutgoingFile(FileKind.Photo, "content:greeting", "Trợ lý của xã chào bà con"),
            Buttons = [.. home.Buttons, .. Listen(scene, "menu.greeting").Chunk(1)],
        });
    }

    /// <summary>For those who cannot read the sentence: somebody reads it to them.</summary>
    private IEnumerable<Button> Listen(Scene scene, string sentence) => ListenDialog.Buttons(clips, scene, ClipTarget.OfPhrase(sentence));

    private static DialogTurn Unreadable(Scene scene) => DialogTurn.Say(
        scene.Conversation.State,
        Home(scene.Phrases, scene.Phrases.Say(scene.Conversation.NotUnderstood % 2 == 0 ? "menu.unreadable" : "menu.unreadable_again"))) with
    { IsLost = true };

    /// <summary>Help keeps the open talk where it is; the next word goes on with it.</summary>
    private DialogTurn Help(Scene scene) => DialogTurn.Say(scene.Conversation.State, new OutgoingMessage
    {
        Text = scene.Phrases.Say("menu.help"),
        Buttons = Keyboard.Of([
            new Button(scene.Phrases.Say("menu.button_report"), Choices.Report),
            new Button(scene.Phrases.Say("menu.button_topics"), Choices.Topics),
            new Button(scene.Phrases.Say("menu.button_mine"), Choices.Mine),
            new Button(scene.Phrases.Say("menu.button_data"), Choices.MyData),
            new Button(scene.Phrases.Say("menu.button_human"), Choices.Human),
            .. languages.IsChoice ? [new Button(scene.Phrases.Say("menu.button_language"), Choices.Language)] : Array.Empty<Button>(),
            .. Listen(scene, "menu.help")]),
    });

    /// <summary>Small talk that is surely that.</summary>
    private DialogTurn? Wish(Scene scene, Heard heard)
    {
        if (scene.Conversation.State.Open is not null || !heard.Reading.IsSure)
        {
            return null;
        }

        return heard.Reading.Guesses[0].Intent switch
        {
            Intent.Greeting => Greet(scene),
            Intent.Help => Help(scene),
            Intent.Thanks => DialogTurn.Say(DialogState.Nothing, Home(scene.Phrases, scene.Phrases.Say("menu.thanks"))),
            Intent.Emergency or Intent.AskTopic or Intent.Report or Intent.TicketStatus or Intent.Subscribe or Intent.Unsubscribe
                or Intent.TalkToHuman or Intent.ChangeLanguage or Intent.DeleteData or Intent.OutOfScope => null,
        };
    }
}

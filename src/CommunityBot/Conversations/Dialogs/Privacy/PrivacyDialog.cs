using CommunityBot.Conversations.Dialogs.Reporting;
using CommunityBot.Conversations.Dialogs.Subscribing;
using CommunityBot.Messages;
using CommunityBot.Phrases;
using CommunityBot.Understanding;
using CommunityBot.Villagers;

namespace CommunityBot.Conversations.Dialogs.Privacy;

/// <summary>"Dữ liệu của tôi": see it, take it along, have it erased; how to be addressed; "Dừng" stops the news at once.</summary>
public sealed class PrivacyDialog(ConsentNotice notice) : IDialog
{
    public string Name => "privacy";

    public DialogTurn? Hear(Scene scene, Heard heard)
    {
        if (heard.Message.IsGroup || heard.Message.Kind is not (IncomingKind.Message or IncomingKind.Press))
        {
            return null;
        }

        return heard switch
        {
            { Choice: { } choice } => Pressed(scene, heard, choice),
            { Reading.Command: Command.MyData } => DialogTurn.Do(DialogState.Nothing, new ShowMyData()),
            { Reading.Command: Command.Stop } => Stop(scene),
            _ => Wished(scene, heard),
        };
    }

    private DialogTurn? Pressed(Scene scene, Heard heard, string choice) => choice switch
    {
        Choices.MyData => DialogTurn.Do(DialogState.Nothing, new ShowMyData()),
        PrivacyChoices.Export => DialogTurn.Do(scene.Conversation.State, new ExportMyData()),
        PrivacyChoices.Erase => AskToErase(scene),
        PrivacyChoices.ReallyErase => DialogTurn.Do(DialogState.Nothing, new EraseMyData()),
        PrivacyChoices.Revoke => Revoke(scene, heard),
        PrivacyChoices.Address => AskAddress(scene),
        PrivacyChoices.Stop => Stop(scene),
        _ => heard.ChoiceBehind(PrivacyChoices.AddressAs) is { } address && Phrasebook.Addresses.Contains(address) ? Address(scene, address) : null,
    };

    /// <summary>Said in free words, while nothing else is open.</summary>
    private static DialogTurn? Wished(Scene scene, Heard heard)
    {
        if (scene.Conversation.State.Open is not null || !heard.Reading.IsSure)
        {
            return null;
        }

        return heard.Reading.Guesses[0].Intent switch
        {
            Intent.DeleteData => AskToErase(scene),
            Intent.Unsubscribe => Stop(scene),
            Intent.Subscribe or Intent.Emergency or Intent.AskTopic or Intent.Report or Intent.TicketStatus or Intent.Greeting or Intent.Help
                or Intent.ChangeLanguage or Intent.TalkToHuman or Intent.Thanks or Intent.OutOfScope => null,
        };
    }

    private static DialogTurn AskToErase(Scene scene) => DialogTurn.Say(DialogState.Nothing, new OutgoingMessage
    {
        Text = scene.Phrases.Say("privacy.ask_erase"),
        Buttons = Keyboard.Of(
            new Button(scene.Phrases.Say("privacy.button_really_erase"), PrivacyChoices.ReallyErase),
            new Button(scene.Phrases.Say("privacy.button_keep"), Choices.Home)),
    });

    private DialogTurn Revoke(Scene scene, Heard heard)
    {
        var revoked = scene.Villager with
        {
            ReportConsent = notice.Answer(isGiven: false, scene.Now, heard.Message.EventId),
            Name = null,
            Phone = null,
            LastPlace = null,
        };
        return Keep(scene, revoked, scene.Phrases.Say("privacy.revoked"));
    }

    private static DialogTurn AskAddress(Scene scene) => DialogTurn.Say(DialogState.Nothing, new OutgoingMessage
    {
        Text = scene.Phrases.Say("privacy.ask_address"),
        Buttons = Keyboard.Of([.. Phrasebook.Addresses
            .Where(address => address != Phrasebook.EverybodysAddress)
            .Select(address => new Button(address, PrivacyChoices.AddressAs + address))]),
    });

    private static DialogTurn Address(Scene scene, string address) =>
        Keep(scene, scene.Villager with { Address = address }, scene.Phrases.For(address).Say("privacy.address_kept"));

    private static DialogTurn Stop(Scene scene) => new(
        DialogState.Nothing,
        [MenuDialog.Home(scene.Phrases, scene.Phrases.Say("privacy.stopped"))],
        [new StopNews()]);

    private static DialogTurn Keep(Scene scene, Villager villager, string sentence) =>
        new(DialogState.Nothing, [MenuDialog.Home(scene.Phrases, sentence)], [new KeepVillager(villager)]);
}

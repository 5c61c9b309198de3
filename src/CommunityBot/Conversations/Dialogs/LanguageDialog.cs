using CommunityBot.Conversations.Dialogs.Reporting;
using CommunityBot.Messages;
using CommunityBot.Phrases;
using CommunityBot.Primitives;
using CommunityBot.Understanding;

namespace CommunityBot.Conversations.Dialogs;

/// <summary>"Đổi ngôn ngữ": only languages somebody has read and signed for are offered; the choice is kept with the villager, the open talk stays open.</summary>
public sealed class LanguageDialog(OfferedLanguages languages, Phrasebook phrases) : IDialog
{
    public string Name => "language";

    public DialogTurn? Hear(Scene scene, Heard heard)
    {
        if (heard.Message.IsGroup)
        {
            return null;
        }

        if (heard.ChoiceBehind(Choices.LanguageOf) is { } code)
        {
            return languages.Find(code) is { } chosen ? Keep(scene, chosen) : Offer(scene);
        }

        return heard.Choice == Choices.Language || IsCommand(heard) || IsWish(scene, heard) ? Offer(scene) : null;
    }

    private static bool IsCommand(Heard heard) => heard.Folded is "/language" or "/ngonngu" or "doi ngon ngu" or "change language";

    /// <summary>Said in free words, while nothing else is open.</summary>
    private static bool IsWish(Scene scene, Heard heard) =>
        scene.Conversation.State.Open is null && heard.Reading is { IsSure: true, Guesses: [{ Intent: Intent.ChangeLanguage }, ..] };

    private DialogTurn Offer(Scene scene) => languages.IsChoice
        ? DialogTurn.Say(scene.Conversation.State, new OutgoingMessage
        {
            Text = scene.Phrases.Say("menu.choose_language"),
            Buttons = Keyboard.Of([.. languages.All.Select(language => new Button(language.Name, Choices.LanguageOf + language.Code))]),
        })
        : DialogTurn.Say(scene.Conversation.State, MenuDialog.Home(scene.Phrases, scene.Phrases.Say("menu.only_vietnamese")));

    private DialogTurn Keep(Scene scene, Language chosen)
    {
        var villager = scene.Villager with { Language = chosen.Code == Languages.Vietnamese ? null : chosen.Code };
        var book = phrases.In(villager.Language).For(villager.Address);
        return new(scene.Conversation.State, [MenuDialog.Home(book, book.Say("menu.language_kept"))], [new KeepVillager(villager)]);
    }
}

using CommunityBot.Awareness.Voice;
using CommunityBot.Messages;

namespace CommunityBot.Conversations.Dialogs.Voice;

/// <summary>"🔊 Nghe": plays a card or sentence in the villager's language, and offers the other languages it was read in.</summary>
public sealed class ListenDialog(ClipBook clips, ClipWords words) : IDialog
{
    public string Name => "listen";

    public DialogTurn? Hear(Scene scene, Heard heard)
    {
        if (heard.Message.IsGroup || heard.ChoiceBehind(Choices.Listen) is not { } wanted)
        {
            return null;
        }

        // The talk that is open stays where it is.
        return DialogTurn.Say(scene.Conversation.State, Read(scene, wanted) is var (target, language) ? Clip(scene, target, language) : Gone(scene));
    }

    /// <summary>The button below a card or sentence; none when nobody read it in a language this villager is served in.</summary>
    public static IEnumerable<Button> Buttons(ClipBook clips, Scene scene, ClipTarget target)
    {
        if (clips.LanguagesOf(target, scene.Villager.Language).Count > 0)
        {
            yield return new Button(scene.Phrases.Say("voice.button_listen"), Choices.Listen + target);
        }
    }

    private OutgoingMessage Clip(Scene scene, ClipTarget target, string language) => new()
    {
        Text = scene.Phrases.Say("voice.clip", ("bai", words.TitleOf(target) ?? ""), ("tieng", words.LanguageName(language))),
        Attachment = new OutgoingFile(FileKind.Voice, clips.Find(target, language)!, words.NameOf(target, language)), // Read found it
        Buttons = Keyboard.Of([
            .. clips.LanguagesOf(target, scene.Villager.Language)
                .Where(other => other != language)
                .Select(other => new Button(scene.Phrases.Say("voice.button_listen_in", ("tieng", words.LanguageName(other))), $"{Choices.Listen}{other}:{target}"))]),
    };

    private static OutgoingMessage Gone(Scene scene) => MenuDialog.Home(scene.Phrases, scene.Phrases.Say("voice.gone"));

    /// <summary>Null for a forged key, or when the clip was taken away since.</summary>
    private (ClipTarget Target, string Language)? Read(Scene scene, string wanted)
    {
        if (ClipTarget.TryParse(wanted, out var target))
        {
            return clips.LanguagesOf(target, scene.Villager.Language) is [var first, ..] ? (target, first) : null;
        }

        return wanted.IndexOf(':', StringComparison.Ordinal) is var at and > 0
            && ClipTarget.TryParse(wanted[(at + 1)..], out target)
            && clips.Find(target, wanted[..at]) is not null
                ? (target, wanted[..at])
                : null;
    }
}

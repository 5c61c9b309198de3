using CommunityBot.Awareness.Voice;
using CommunityBot.Desks;
using CommunityBot.Messages;

namespace CommunityBot.Conversations.Dialogs.Voice;

/// <summary>A campaigner reads a card aloud for those who cannot read: card, language, voice note, the speaker's consent. A second person judges it.</summary>
public sealed class RecordingDialog : IDialog
{
    public const string DialogName = "record";

    private static readonly string[] Commands = ["ghi am", "/ghiam", "ghi am bai", "thu am"];

    public string Name => DialogName;

    public DialogTurn? Hear(Scene scene, Heard heard)
    {
        if (heard.Choice is { } key && key.StartsWith(VoiceKeys.Prefix, StringComparison.Ordinal) && (heard.IsPress || !heard.Message.IsGroup))
        {
            return Pressed(scene, heard, key);
        }

        if (heard.Message.IsGroup || heard.Message.Kind != IncomingKind.Message || heard.Reading.Danger is not null)
        {
            return null;
        }

        if (Commands.Contains(heard.Folded))
        {
            return Pressed(scene, heard, VoiceKeys.Menu);
        }

        return scene.Conversation.State is { Open: DialogName, Brief.Spoken: { } draft } && IsAnswer(heard) ? Answered(scene, heard, draft) : null;
    }

    private static bool IsAnswer(Heard heard) => heard is { Choice: null, Reading.Command: null, Message.StartPayload: null } && !heard.Folded.StartsWith('/');

    private static DialogTurn Pressed(Scene scene, Heard heard, string key) =>
        DialogTurn.Do(scene.Conversation.State, new PressOnRecording(WhoIs(heard), key, heard.Message.EventId, heard.Message.IsGroup));

    private static DialogTurn Answered(Scene scene, Heard heard, SpokenDraft draft) => DialogTurn.Do(
        scene.Conversation.State,
        new HearRecording(WhoIs(heard), draft, heard.Text, heard.Message.Files.FirstOrDefault(file => file.Kind == FileKind.Voice), heard.Message.EventId));

    private static string? WhoIs(Heard heard) => heard.Message.Sender.IsAnonymous ? null : Officer.IdOf(heard.Message.Conversation, heard.Message.Sender);
}

using CommunityBot.Communes;
using CommunityBot.Conversations.Dialogs.Reporting;
using CommunityBot.Handovers;
using CommunityBot.Messages;
using CommunityBot.Reports;
using CommunityBot.Understanding;

namespace CommunityBot.Conversations.Dialogs.Handover;

/// <summary>"Gặp cán bộ": the villager writes, a person of the commune answers here; while they talk the bot only carries the words.</summary>
public sealed class HandoverDialog(PlaceReader places, HandoverQuestions questions) : IDialog
{
    public const string DialogName = "handover";

    /// <summary>A wish that is longer than this says what it is about.</summary>
    private const int LongestBareWish = 40;

    public string Name => DialogName;

    public DialogTurn? Hear(Scene scene, Heard heard)
    {
        if (heard.Message.IsGroup || heard.Message.Kind is not (IncomingKind.Message or IncomingKind.Press))
        {
            return null;
        }

        if (scene.Villager.IsChild)
        {
            return IsWish(scene, heard) ? DialogTurn.Say(DialogState.Nothing, MenuDialog.Home(scene.Phrases, scene.Phrases.Say("privacy.child"))) : null;
        }

        if (heard.ChoiceBehind(HandoverKeys.Answer) is { } id)
        {
            return DialogTurn.Do(DialogState.Nothing, new ListenForOfficer(id));
        }

        if (scene.Conversation.State is { Open: DialogName, Handover: { } draft })
        {
            return Continue(scene, heard, draft);
        }

        if (IsWish(scene, heard))
        {
            return DialogTurn.Do(scene.Conversation.State.FollowedBy(DialogState.Nothing), new MeetOfficer(heard is { Text: { Length: > LongestBareWish } text, Choice: null } ? text : null));
        }

        return Carry(scene, heard);
    }

    private static bool IsWish(Scene scene, Heard heard) =>
        heard.Choice == Choices.Human
        || heard.Reading.Command == Command.Human
        || (heard is { Choice: null, Reading: { Command: null, Danger: null, IsSure: true, Guesses: [{ Intent: Intent.TalkToHuman }, ..] } }
            && scene.Conversation.State.Open is null
            && SeatOf(scene) is null);

    private DialogTurn? Continue(Scene scene, Heard heard, HandoverDraft draft) => heard switch
    {
        { Choice: Choices.Help or Choices.Human } or { Reading.Command: Command.Help or Command.Human } => Ask(scene, draft),
        { Choice: { } choice } => Pressed(scene, draft, choice),
        { Reading.Command: Command.Skip or Command.Yes or Command.No or Command.Send or Command.Edit } when draft.HasWords => Ask(scene, draft),
        { Reading.Command: not null and not (Command.Yes or Command.No or Command.Skip or Command.Send or Command.Edit) } => null,
        { Message.StartPayload: not null } or { Folded: ['/', ..] } => null,
        _ => draft.HasWords ? HearCommune(scene, heard, draft) : HearWords(scene, heard, draft),
    };

    private DialogTurn? Pressed(Scene scene, HandoverDraft draft, string choice) => choice switch
    {
        HandoverChoices.Last => scene.Villager.LastPlace is { } last ? Send(scene, draft with { Place = draft.Place with { Commune = last.Commune } }) : Ask(scene, draft),
        HandoverChoices.Province => Send(scene, draft with { Place = draft.Place with { Commune = null, IsForProvince = true } }),
        _ when choice.StartsWith(HandoverChoices.Unit, StringComparison.Ordinal) =>
            UnitKey.TryParse(choice[HandoverChoices.Unit.Length..], out var key) && places.Chosen(draft.Place, key) is { IsKnown: true } place
                ? Send(scene, draft with { Place = place })
                : Ask(scene, draft),
        _ when choice.StartsWith(HandoverKeys.Villager, StringComparison.Ordinal) => Ask(scene, draft),
        _ => null,
    };

    /// <summary>The question itself; a commune named in it needs no asking.</summary>
    private DialogTurn? HearWords(Scene scene, Heard heard, HandoverDraft draft)
    {
        if (heard.Text is null && heard.Message.Files.Count == 0)
        {
            return heard.Message.Point is null ? null : Ask(scene, draft);
        }

        var words = heard.Text ?? "";
        var place = places.InSentence(draft.Place, words).Place;
        var state = scene.Conversation.State with { Handover = draft with { Place = place }, LastAlbum = heard.Message.AlbumId };
        return DialogTurn.Do(state, new KeepQuestion(words, heard.Message.Files));
    }

    private DialogTurn? HearCommune(Scene scene, Heard heard, HandoverDraft draft)
    {
        if (heard.Message.Point is { } point)
        {
            return Settle(scene, draft with { Place = places.AtPoint(draft.Place, point, null).Place with { Point = null } });
        }

        // Another photo of the same album, or a second thought: it belongs to the question.
        if (heard.Message.Files.Count > 0)
        {
            return DialogTurn.Do(scene.Conversation.State with { LastAlbum = heard.Message.AlbumId }, new KeepQuestion(heard.Text ?? "", heard.Message.Files));
        }

        return heard.Text is { } name ? Settle(scene, draft with { Place = places.AtName(draft.Place, name).Place }) : null;
    }

    private DialogTurn Settle(Scene scene, HandoverDraft draft) => draft.Place.IsKnown || draft.Place.NotServed is not null
        ? Send(scene, draft)
        : Ask(scene, draft.Place.Choices.Count > 0 ? draft : draft with { Misses = draft.Misses + 1 });

    private DialogTurn Ask(Scene scene, HandoverDraft draft) =>
        DialogTurn.Say(scene.Conversation.State with { Open = DialogName, Handover = draft }, questions.Ask(scene, draft));

    private static DialogTurn Send(Scene scene, HandoverDraft draft) =>
        DialogTurn.Do(scene.Conversation.State with { Open = null, Handover = null }, new SendQuestion(draft));

    /// <summary>They talk with a person: words, photos and voice notes that belong to nothing else go there.</summary>
    private static DialogTurn? Carry(Scene scene, Heard heard)
    {
        if (SeatOf(scene) is not { } seat || scene.Conversation.State.Open is not null)
        {
            return null;
        }

        if (heard.Choice == Choices.Home || heard.Reading.Command == Command.Home)
        {
            return new DialogTurn(DialogState.Nothing, [MenuDialog.Home(scene.Phrases, scene.Phrases.Say("menu.home"))], [new LeaveOfficer()]);
        }

        var isCarried = heard is { Message: { Kind: IncomingKind.Message, StartPayload: null }, Choice: null }
            && heard.Reading.Command is null or Command.Yes or Command.No or Command.Edit or Command.Send or Command.Skip
            && !heard.Folded.StartsWith('/')
            && (heard.Text is not null || heard.Message.Files.Count > 0);

        if (!isCarried)
        {
            return null;
        }

        var isAnswered = heard.Message.AlbumId is { } album && album == scene.Conversation.State.LastAlbum;
        return DialogTurn.Do(
            scene.Conversation.State with { LastAlbum = heard.Message.AlbumId },
            new SayToOfficer(seat.Id, heard.Text ?? "", heard.Message.Files, isAnswered));
    }

    private static HandoverSeat? SeatOf(Scene scene) => scene.Conversation.Handover is { } seat && seat.Until > scene.Now ? seat : null;
}

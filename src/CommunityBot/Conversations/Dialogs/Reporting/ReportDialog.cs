using CommunityBot.Messages;
using CommunityBot.Reports;
using CommunityBot.Understanding;
using CommunityBot.Villagers;

namespace CommunityBot.Conversations.Dialogs.Reporting;

/// <summary>
/// A villager reports something in four steps: what, photos, place, check and send. Any order works, only what is missing is asked,
/// and what was begun waits until they come back.
/// </summary>
public sealed class ReportDialog(CategoryCatalogue categories, PlaceReader places, ReportAnswers answers, ReportPresses presses, ReportReplies replies, ReportPauses pauses) : IDialog
{
    public const string DialogName = "report";

    public string Name => DialogName;

    public DialogTurn? Hear(Scene scene, Heard heard)
    {
        if (heard.Message.IsGroup)
        {
            return null;
        }

        var draft = scene.Conversation.State.Report;
        var isOpen = scene.Conversation.State.Open == DialogName && draft is not null;

        return heard.Message.Kind switch
        {
            IncomingKind.Wake => pauses.Hear(scene, heard, draft),
            IncomingKind.Edit => draft is null ? null : Correct(scene, heard, draft),
            IncomingKind.Message or IncomingKind.Press when scene.Villager.IsChild => null,
            IncomingKind.Message or IncomingKind.Press => isOpen ? Continue(scene, heard, draft!) : Begin(scene, heard, draft),
            IncomingKind.Unreadable => isOpen ? replies.Ask(scene, draft!, scene.Phrases.Say("report.unreadable")) : null,
            IncomingKind.Arrived or IncomingKind.Left or IncomingKind.AddedToGroup or IncomingKind.RemovedFromGroup or IncomingKind.GroupMoved
                or IncomingKind.ColleagueAnswered => null,
        };
    }

    /// <summary>No report is open: is this the wish to report, or something that can only be part of one?</summary>
    private DialogTurn? Begin(Scene scene, Heard heard, ReportDraft? resting)
    {
        var link = StartLink.Read(heard.Message.StartPayload);
        var isWish = link is not null || IsWish(heard);
        var isPiece = heard.Files.Count > 0 || heard.Message.Point is not null;
        var isStory = answers.IsBeginning(heard);

        if (resting is not null && heard.Choice?.StartsWith(ReportChoices.Prefix, StringComparison.Ordinal) is true)
        {
            return presses.Hear(scene, heard, resting);
        }

        if (!isWish && !isPiece && !isStory)
        {
            return null;
        }

        if (!scene.TakesReports)
        {
            return DialogTurn.Say(scene.Conversation.State, MenuDialog.Home(scene.Phrases, scene.Phrases.Say("report.no_space")));
        }

        if (resting is { HasContent: true })
        {
            return isPiece ? Take(scene, heard, resting) : replies.OfferToResume(scene, resting with { Next = StoryOf(scene, heard, isStory) });
        }

        var fresh = ReportReplies.Fresh(scene);
        return link is not null ? FromLink(scene, fresh, link)
            : isWish ? presses.Hear(scene, heard, Told(scene, heard, fresh))
            : Take(scene, heard, fresh);
    }

    /// <summary>What they said before they tapped the kind need not be said again.</summary>
    private ReportDraft Told(Scene scene, Heard heard, ReportDraft fresh) =>
        scene.Conversation.State.Unclear is { } said && NamesKind(heard) ? answers.Retell(fresh, said) : fresh;

    private DialogTurn? Continue(Scene scene, Heard heard, ReportDraft draft)
    {
        if (StartLink.Read(heard.Message.StartPayload) is { } link)
        {
            return draft.HasContent ? replies.OfferToResume(scene, draft) : FromLink(scene, draft, link);
        }

        if (heard.Choice is not null || heard.IsPress || heard.Reading.Command is not null)
        {
            if (presses.Hear(scene, heard, draft) is { } pressed)
            {
                return pressed;
            }

            // A button or word of another dialog: the report rests meanwhile.
            if (heard.IsPress || heard.Choice is not null || ReportPresses.IsForOthers(heard))
            {
                return null;
            }
        }

        return heard.Message.StartPayload is null && heard.Folded is "/start" or "start" ? null : Take(scene, heard, draft);
    }

    private DialogTurn Take(Scene scene, Heard heard, ReportDraft draft)
    {
        var (taken, note) = answers.Take(scene.Phrases, draft, heard);
        taken = taken with { IsCancelAsked = false };
        var turn = heard.Message.AlbumId is not null
            ? ReportPauses.AwaitAlbum(scene, taken, heard.Message.AlbumSettles)
            : replies.Ask(scene, taken, note);
        var kept = taken.Files.Count - draft.Files.Count;
        return kept <= 0
            ? turn
            : turn with { Orders = [.. turn.Orders, new KeepFiles([.. heard.Files.Take(kept)], [.. heard.Message.Files.Take(kept)])] };
    }

    private DialogTurn FromLink(Scene scene, ReportDraft draft, StartLink link)
    {
        var place = draft.Place with { AssetCode = link.AssetCode };
        var placed = link.Commune is { } key ? places.Chosen(place, key) ?? place : place;
        var begun = draft with
        {
            Place = placed,
            Category = link.Category is { } kind && categories.Find(kind) is not null ? kind : null,
            IsGuessAsked = link.AssetCode is not null,
        };
        var step = begun is { Category: null, Place.AssetCode: not null } ? ReportStep.Water : begun.NextQuestion();
        return replies.Ask(scene, begun with { Step = step }, null);
    }

    /// <summary>An earlier message was corrected: so is the draft.</summary>
    private DialogTurn? Correct(Scene scene, Heard heard, ReportDraft draft) =>
        DraftWords.Correct(draft, heard.Message.MessageId, heard.Text) is { } corrected
            ? replies.Ask(scene, corrected, scene.Phrases.Say("report.got_correction"))
            : null;

    private bool IsWish(Heard heard) =>
        heard.Choice == Choices.Report
        || heard.Reading.Command == Command.Report
        || heard.ChoiceBehind(ReportChoices.Group) is not null
        || NamesKind(heard);

    private bool NamesKind(Heard heard) =>
        (heard.ChoiceBehind(Choices.ReportOf) is { } kind && categories.Find(kind) is not null) || heard.ChoiceBehind(ReportChoices.Kind) is not null;

    private static SaidPart? StoryOf(Scene scene, Heard heard, bool isStory) =>
        isStory && heard.Text is { } text ? new SaidPart(heard.Message.MessageId, text) : scene.Conversation.State.Unclear;
}

using CommunityBot.Messages;
using CommunityBot.Photos;
using CommunityBot.Reports;
using CommunityBot.Scheduling;
using CommunityBot.Villagers;

namespace CommunityBot.Conversations.Dialogs.Reporting;

/// <summary>What happens to a report while the villager is silent: an album settles, one gentle reminder, and in the end it is forgotten.</summary>
public sealed class ReportPauses(ReportReplies replies, ConsentNotice notice)
{
    public const string TimerAbout = "report";
    public const string AlbumAbout = "album";

    /// <summary>The parts of an album arrive within this time of each other.</summary>
    private static readonly TimeSpan AlbumSettles = TimeSpan.FromSeconds(1.5);

    private static readonly TimeSpan KeptWithConsent = TimeSpan.FromDays(7);

    /// <summary>Nothing of a person is kept longer before they agreed.</summary>
    private static readonly TimeSpan KeptWithoutConsent = TimeSpan.FromHours(24);

    public DialogTurn? Hear(Scene scene, Heard heard, ReportDraft? draft) => heard.Wake?.About switch
    {
        AlbumAbout => draft is { AwaitsAlbum: true } ? Settle(scene, draft) : Silent(scene),
        TimerAbout => draft is null ? Silent(scene) : LookAfter(scene, draft),
        FetchPhotos.FoundPlace => FoundPlace(scene, heard, draft),
        _ => null,
    };

    /// <summary>Another part may follow: the answer waits, every part pushes it back.</summary>
    public static DialogTurn AwaitAlbum(Scene scene, ReportDraft draft, TimeSpan? settles)
    {
        var waiting = draft with { AwaitsAlbum = true, TouchedAt = scene.Now };
        var orders = new List<Order>
        {
            new SetWake(new Wake
            {
                Id = Wake.AlbumOf(scene.Conversation.Key),
                Conversation = scene.Conversation.Key,
                Due = scene.Now + (settles ?? AlbumSettles),
                About = AlbumAbout,
            }),
        };

        if (scene.Conversation.State.Report is null)
        {
            orders.Add(ReportReplies.Timer(scene, scene.Now + ReportReplies.SilenceBeforeReminder));
        }

        return DialogTurn.Do(ReportReplies.Opened(scene, waiting), orders);
    }

    private static DialogTurn FoundPlace(Scene scene, Heard heard, ReportDraft? draft) =>
        heard.Wake?.Payload is { } photo && draft is { Place.Point: null } && draft.Files.Any(file => file.Id == photo)
            ? DialogTurn.Do(scene.Conversation.State, new OfferPhotoPlace(photo))
            : Silent(scene);

    private DialogTurn Settle(Scene scene, ReportDraft draft) =>
        replies.Ask(scene, draft, scene.Phrases.Say("report.got_photos", ("gi", ReportQuestions.FilesOf(scene.Phrases, draft.Files))));

    private DialogTurn LookAfter(Scene scene, ReportDraft draft)
    {
        var end = EndOf(scene.Villager, draft);

        if (scene.Now >= end)
        {
            return new DialogTurn(scene.Conversation.State with { Open = OpenWithoutReport(scene), Report = null }, [], [new DropFiles(draft.Files)]);
        }

        if (draft.IsReminded || !draft.HasContent || scene.Conversation.HasLeft)
        {
            return DialogTurn.Do(scene.Conversation.State, ReportReplies.Timer(scene, end));
        }

        var remindAt = QuietHours.NotBefore(Later(draft.TouchedAt + ReportReplies.SilenceBeforeReminder, scene.Now));
        return remindAt > scene.Now
            ? DialogTurn.Do(scene.Conversation.State, ReportReplies.Timer(scene, Earlier(remindAt, end)))
            : new DialogTurn(
                ReportReplies.Opened(scene, draft with { IsReminded = true }),
                [replies.Reminder(scene, draft)],
                [ReportReplies.Timer(scene, end)]);
    }

    private DateTimeOffset EndOf(Villager villager, ReportDraft draft) =>
        notice.IsAgreedBy(villager) ? draft.TouchedAt + KeptWithConsent : draft.StartedAt + KeptWithoutConsent;

    private static string? OpenWithoutReport(Scene scene) =>
        scene.Conversation.State.Open == ReportDialog.DialogName ? null : scene.Conversation.State.Open;

    private static DialogTurn Silent(Scene scene) => new(scene.Conversation.State, [], []);

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}

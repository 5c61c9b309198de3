using CommunityBot.Messages;
using CommunityBot.Reports;
using CommunityBot.Scheduling;

namespace CommunityBot.Conversations.Dialogs.Reporting;

/// <summary>Answers with the next question of a report, with advice and what was received in front of it.</summary>
public sealed class ReportReplies(CategoryCatalogue categories, ReportQuestions questions)
{
    /// <summary>Longer bubbles are not read; then advice is a bubble of its own.</summary>
    private const int LongestBubble = 320;

    public static TimeSpan SilenceBeforeReminder { get; } = TimeSpan.FromMinutes(30);

    public static ReportDraft Fresh(Scene scene) => new() { StartedAt = scene.Now, TouchedAt = scene.Now };

    /// <summary>Says what was received, the advice of the kind when it is new, and the open question.</summary>
    public DialogTurn Ask(Scene scene, ReportDraft draft, string? note)
    {
        var isNew = scene.Conversation.State.Report is null;
        var advice = AdviceOf(draft);
        var isNews = advice is not null && advice != draft.AdviceGiven;
        var asked = draft with
        {
            AwaitsAlbum = false,
            AdviceGiven = advice ?? draft.AdviceGiven,
            TouchedAt = scene.Now,
            IsReminded = false,
        };
        var question = questions.Ask(scene, asked);
        var lead = string.Join('\n', new[] { note, isNews ? scene.Phrases.Say("report.advice", ("gi", advice!)) : null }.OfType<string>());
        return new DialogTurn(Opened(scene, asked), Bubbles(lead, question), isNew ? [Timer(scene, scene.Now + SilenceBeforeReminder)] : []);
    }

    /// <summary>Something is unfinished: go on, or tell the new thing?</summary>
    public DialogTurn OfferToResume(Scene scene, ReportDraft draft) => DialogTurn.Say(
        Opened(scene, draft with { TouchedAt = scene.Now }),
        new OutgoingMessage
        {
            Text = scene.Phrases.Say("report.resume", ("viec", questions.KindOf(scene, draft))),
            Buttons = ReportQuestions.WithExits(
                scene,
                new Button(scene.Phrases.Say("report.button_resume"), ReportChoices.Resume),
                new Button(scene.Phrases.Say("report.button_restart"), ReportChoices.Restart)),
        });

    public OutgoingMessage Reminder(Scene scene, ReportDraft draft) => new()
    {
        Text = scene.Phrases.Say("report.reminder", ("viec", questions.KindOf(scene, draft))),
        Buttons = ReportQuestions.WithExits(
            scene,
            new Button(scene.Phrases.Say("report.button_resume"), ReportChoices.Resume),
            new Button(scene.Phrases.Say("report.button_drop"), ReportChoices.Drop)),
    };

    public static DialogState Opened(Scene scene, ReportDraft draft) =>
        scene.Conversation.State with { Open = ReportDialog.DialogName, Report = draft, Unclear = null };

    /// <summary>The one timer of a draft: reminder first, then the end of its life.</summary>
    public static SetWake Timer(Scene scene, DateTimeOffset due) => new(new Wake
    {
        Id = Wake.ReportOf(scene.Conversation.Key),
        Conversation = scene.Conversation.Key,
        Due = due,
        About = ReportPauses.TimerAbout,
    });

    private string? AdviceOf(ReportDraft draft) =>
        draft.Category is { } key && categories.Find(key) is { } category ? category.Judge(draft.Words).Advice : null;

    private static IReadOnlyList<OutgoingMessage> Bubbles(string lead, OutgoingMessage question)
    {
        if (lead.Length == 0)
        {
            return [question];
        }

        var whole = $"{lead}\n{question.Text}";
        return whole.Length <= LongestBubble ? [question with { Text = whole }] : [new OutgoingMessage { Text = lead }, question];
    }
}

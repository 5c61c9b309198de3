using CommunityBot.Awareness.Voice;
using CommunityBot.Desks;
using CommunityBot.Messages;
using CommunityBot.Photos;
using CommunityBot.Primitives;
using CommunityBot.Storage;
using CommunityBot.Villagers;

namespace CommunityBot.Conversations.Dialogs.Voice;

/// <summary>Leads a campaigner through the cards and takes what a second person thinks of a recording; rights are checked at every press.</summary>
internal sealed class PressOnRecordingHandler(
    RecordingMenus menus, SubmitRecording submit, JudgeRecording judge, ClipWords words, EraseLater eraseLater) : OrderHandler<PressOnRecording>
{
    protected override async Task<OrderOutcome> CarryOutAsync(Work work, Scene scene, PressOnRecording order, CancellationToken cancellationToken)
    {
        var officer = order.OfficerId is { } id ? await work.FindOfficerAsync(id, cancellationToken) : null;

        if (officer is not { MayJudgeRecordings: true })
        {
            return Answer(scene, "voice.only_campaigners");
        }

        if (IdBehind(order.Key, VoiceKeys.Approve) is { } approved)
        {
            return await JudgeAsync(work, scene, approved, officer, isGood: true, cancellationToken);
        }

        if (IdBehind(order.Key, VoiceKeys.Refuse) is { } refused)
        {
            return await JudgeAsync(work, scene, refused, officer, isGood: false, cancellationToken);
        }

        if (order.IsGroup)
        {
            return Answer(scene, "voice.only_in_private");
        }

        return SpokenKey.TryRead(order.Key, VoiceKeys.Off, out var language, out var target)
            ? await WithdrawAsync(work, scene, target, language, officer, cancellationToken)
            : officer.IsCampaigner ? await RecordAsync(work, scene, order, officer, cancellationToken)
            : Answer(scene, "voice.only_campaigners");
    }

    private async Task<OrderOutcome> RecordAsync(Work work, Scene scene, PressOnRecording order, Officer campaigner, CancellationToken cancellationToken)
    {
        var draft = scene.Conversation.State is { Open: RecordingDialog.DialogName, Brief.Spoken: { } spoken } ? spoken : null;

        if (SpokenKey.TryRead(order.Key, VoiceKeys.In, out var language, out var target))
        {
            return menus.AskForVoice(scene, new SpokenDraft(target.ToString(), language));
        }

        switch (order.Key)
        {
            case VoiceKeys.Cancel:
                Drop(work, draft);
                return Closed(scene, new OutgoingMessage { Text = scene.Phrases.Say("voice.cancelled") });
            case VoiceKeys.Again when draft is not null:
                Drop(work, draft);
                return menus.AskForVoice(scene, draft with { Voice = null, Length = null, AsksName = false });
            case VoiceKeys.Other when draft is { Voice: not null }:
                return RecordingMenus.Open(scene, draft with { AsksName = true }, new OutgoingMessage { Text = scene.Phrases.Say("voice.ask_speaker") });
            case VoiceKeys.Mine when draft is { Voice: not null }:
                submit.Run(work, campaigner, scene.Conversation.Key, draft, new SpeakerConsent(campaigner.Name, SpeakerConsent.Version, scene.Now, order.EventId));
                return Closed(scene, menus.Thanks(scene, draft));
            default:
                return await menus.ShowAsync(work, scene, order.Key, cancellationToken);
        }
    }

    private async Task<OrderOutcome> JudgeAsync(Work work, Scene scene, string id, Officer officer, bool isGood, CancellationToken cancellationToken)
    {
        var refusal = await judge.RunAsync(work, id, officer, isGood, cancellationToken);
        return Answer(scene, refusal is { } why ? RefusalOf(why) : isGood ? "voice.you_approved" : "voice.you_refused");
    }

    private async Task<OrderOutcome> WithdrawAsync(
        Work work, Scene scene, ClipTarget target, string language, Officer officer, CancellationToken cancellationToken)
    {
        var refusal = await judge.WithdrawAsync(work, target, language, officer, cancellationToken);
        return refusal is { } why ? Answer(scene, RefusalOf(why)) : Answer(scene, "voice.withdrawn", words.NameOf(target, language));
    }

    private void Drop(Work work, SpokenDraft? draft)
    {
        if (draft?.Voice is { } voice)
        {
            eraseLater.Photos(work, [voice]);
        }
    }

    private static string? IdBehind(string key, string prefix) => key.StartsWith(prefix, StringComparison.Ordinal) ? key[prefix.Length..] : null;

    private static string RefusalOf(RecordingRefusal why) => why switch
    {
        RecordingRefusal.NotFound => "voice.gone",
        RecordingRefusal.NotAllowed => "voice.only_campaigners",
        RecordingRefusal.OwnRecording => "voice.own_recording",
        RecordingRefusal.WrongMoment => "voice.already_judged",
    };

    private static OrderOutcome Answer(Scene scene, string phrase, string name = "") =>
        OrderOutcome.Say(new OutgoingMessage { Text = scene.Phrases.Say(phrase, ("bai", name)) });

    private static OrderOutcome Closed(Scene scene, OutgoingMessage message) =>
        new() { Replies = [message], State = scene.Conversation.State with { Open = null, Brief = null } };
}

/// <summary>Takes the voice note, or the name of the other speaker.</summary>
internal sealed class HearRecordingHandler(RecordingMenus menus, SubmitRecording submit, TakeFile takeFile, EraseLater eraseLater) : OrderHandler<HearRecording>
{
    private const int LongestName = 60;

    /// <summary>Longer nobody listens, and it costs too much on a weak connection.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(120);

    protected override async Task<OrderOutcome> CarryOutAsync(Work work, Scene scene, HearRecording order, CancellationToken cancellationToken)
    {
        if (order.OfficerId is not { } id || await work.FindOfficerAsync(id, cancellationToken) is not { IsCampaigner: true } campaigner)
        {
            return new OrderOutcome
            {
                Replies = [new OutgoingMessage { Text = scene.Phrases.Say("voice.only_campaigners") }],
                State = scene.Conversation.State with { Open = null, Brief = null },
            };
        }

        if (order.Voice is { } voice)
        {
            return TakeVoice(work, scene, order.Draft, voice);
        }

        return order is { Draft: { AsksName: true, Voice: not null }, Text: { Length: <= LongestName } name }
            ? Submit(work, scene, order, campaigner, name)
            : menus.AskForVoice(scene, order.Draft);
    }

    private OrderOutcome TakeVoice(Work work, Scene scene, SpokenDraft draft, IncomingFile voice)
    {
        if (voice.Duration > Longest)
        {
            return RecordingMenus.Open(scene, draft, new OutgoingMessage { Text = scene.Phrases.Say("voice.too_long") });
        }

        if (draft.Voice is { } before)
        {
            eraseLater.Photos(work, [before]);
        }

        var kept = takeFile.Run(work, scene.Conversation.Key, voice);
        return RecordingMenus.AskForConsent(scene, draft with { Voice = kept.Id, Length = voice.Duration, AsksName = false });
    }

    private OrderOutcome Submit(Work work, Scene scene, HearRecording order, Officer campaigner, string speaker)
    {
        submit.Run(work, campaigner, scene.Conversation.Key, order.Draft, new SpeakerConsent(speaker, SpeakerConsent.Version, scene.Now, order.EventId));
        return new OrderOutcome
        {
            Replies = [menus.Thanks(scene, order.Draft)],
            State = scene.Conversation.State with { Open = null, Brief = null },
        };
    }
}

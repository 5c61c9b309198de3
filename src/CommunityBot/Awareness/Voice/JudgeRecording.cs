using CommunityBot.Desks;
using CommunityBot.Messages;
using CommunityBot.Storage;

namespace CommunityBot.Awareness.Voice;

/// <summary>The second person has heard a recording: villagers may hear it, or not. Also takes an approved one away again.</summary>
public sealed class JudgeRecording(ClipBook clips, ClipWords words, Outbox outbox, TimeProvider clock)
{
    /// <returns>Null when it was done.</returns>
    public async Task<RecordingRefusal?> RunAsync(Work work, string id, Officer judge, bool isGood, CancellationToken cancellationToken)
    {
        if (!judge.MayJudgeRecordings)
        {
            return RecordingRefusal.NotAllowed;
        }

        if (await work.FindAsync(Recording.Kind, id, cancellationToken) is not { } recording)
        {
            return RecordingRefusal.NotFound;
        }

        if (recording.RecordedBy == judge.Id)
        {
            return RecordingRefusal.OwnRecording;
        }

        if (recording.State != RecordingState.Waiting)
        {
            return RecordingRefusal.WrongMoment;
        }

        if (isGood)
        {
            await ReplaceOthersAsync(work, recording, cancellationToken);
        }

        var judged = recording with
        {
            State = isGood ? RecordingState.Approved : RecordingState.Refused,
            JudgedBy = judge.Id,
            JudgedAt = clock.GetUtcNow(),
        };
        work.Put(Recording.Kind, judged);
        outbox.Say(work, recording.RecordedIn, new OutgoingMessage
        {
            Text = words.Phrases.Say(isGood ? "voice.approved" : "voice.refused", ("ten", judge.Name), ("bai", words.NameOf(judged))),
        });

        if (isGood)
        {
            work.AfterCommit(() => clips.Hear(judged));
        }

        return null;
    }

    /// <summary>Nobody hears it any more, for example because the speaker changed their mind.</summary>
    public async Task<RecordingRefusal?> WithdrawAsync(Work work, ClipTarget target, string language, Officer who, CancellationToken cancellationToken)
    {
        if (!who.MayJudgeRecordings)
        {
            return RecordingRefusal.NotAllowed;
        }

        var heard = await FindApprovedAsync(work, target.ToString(), language, cancellationToken);

        foreach (var recording in heard)
        {
            work.Put(Recording.Kind, recording with { State = RecordingState.Withdrawn, JudgedBy = who.Id, JudgedAt = clock.GetUtcNow() });
            work.AfterCommit(() => clips.Silence(recording));
        }

        return heard.Count == 0 ? RecordingRefusal.NotFound : null;
    }

    private static async Task ReplaceOthersAsync(Work work, Recording recording, CancellationToken cancellationToken)
    {
        foreach (var before in await FindApprovedAsync(work, recording.Target, recording.Language, cancellationToken))
        {
            work.Put(Recording.Kind, before with { State = RecordingState.Replaced });
        }
    }

    private static async Task<List<Recording>> FindApprovedAsync(Work work, string target, string language, CancellationToken cancellationToken)
    {
        var key = $"{target}|{language}";
        var page = await work.Store.ListAsync(new IndexRange(Recording.Kind.Definition.Name, Recording.TargetIndex, key, key + "\0"), cancellationToken);
        return [.. page.Select(one => work.Adopt(Recording.Kind, one))];
    }
}

/// <summary>Why a recording cannot be judged.</summary>
public enum RecordingRefusal
{
    NotFound,
    NotAllowed,

    /// <summary>Nobody approves their own voice.</summary>
    OwnRecording,

    /// <summary>Somebody was faster, or the sound is not here yet.</summary>
    WrongMoment,
}

using CommunityBot.Desks;
using CommunityBot.Messages;
using CommunityBot.Primitives;
using CommunityBot.Scheduling;
using CommunityBot.Storage;

namespace CommunityBot.Awareness.Voice;

/// <summary>A campaigner hands in what they recorded; a second person is asked as soon as the sound is here.</summary>
public sealed class SubmitRecording(IJobBell bell, TimeProvider clock, IChance chance)
{
    public Recording Run(Work work, Officer campaigner, ConversationKey conversation, SpokenDraft draft, SpeakerConsent consent)
    {
        var now = clock.GetUtcNow();
        var recording = new Recording
        {
            Id = RowId.New(now, work.NextNumber(), chance),
            Target = draft.Target,
            Language = draft.Language,
            Voice = draft.Voice ?? throw new InvalidOperationException("A recording without a voice note was handed in."),
            Length = draft.Length,
            RecordedBy = campaigner.Id,
            RecordedIn = conversation,
            RecordedAt = now,
            Consent = consent,
        };
        work.Put(Recording.Kind, recording);
        work.AfterCommit(() => bell.Ring(OfferRecordings.JobName));
        return recording;
    }
}

/// <summary>What a campaigner is recording now.</summary>
/// <param name="Target">As <see cref="ClipTarget"/> writes it.</param>
/// <param name="Language">In which it is spoken.</param>
/// <param name="Voice">Id of the voice note; null until it was sent.</param>
/// <param name="Length">Of the voice note.</param>
/// <param name="AsksName">True while the name of another speaker is asked.</param>
public sealed record SpokenDraft(string Target, string Language, string? Voice = null, TimeSpan? Length = null, bool AsksName = false);

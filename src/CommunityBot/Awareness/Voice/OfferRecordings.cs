using CommunityBot.Desks;
using CommunityBot.Messages;
using CommunityBot.Photos;
using CommunityBot.Scheduling;
using CommunityBot.Storage;

namespace CommunityBot.Awareness.Voice;

/// <summary>Lets a second person hear each new recording as soon as its sound is here.</summary>
public sealed class OfferRecordings(IDocumentStore store, ClipWords words, Outbox outbox) : IScheduledJob
{
    public const string JobName = FetchPhotos.WhoListens;

    /// <summary>What every messenger plays; what browsers record otherwise (WebM) is silent elsewhere.</summary>
    private static readonly string[] PlayedEverywhere = ["audio/ogg", "audio/mp4", "audio/mpeg"];

    public string Name => JobName;

    public TimeSpan LookEvery => TimeSpan.FromMinutes(1);

    public async Task<JobSummary> RunAsync(CancellationToken cancellationToken)
    {
        var arriving = nameof(RecordingState.Arriving);
        var range = new IndexRange(Recording.Kind.Definition.Name, Recording.WaitingIndex, $"{arriving}|", $"{arriving}}}");
        var summary = JobSummary.Nothing;

        foreach (var document in await store.ListAsync(range, cancellationToken))
        {
            var work = new Work(store);
            var isReady = await OfferAsync(work, work.Adopt(Recording.Kind, document), cancellationToken);
            summary += isReady && await work.CommitAsync(cancellationToken) == CommitOutcome.Done ? new JobSummary(1, 0, 0) : new JobSummary(0, 1, 0);
        }

        return summary;
    }

    /// <returns>False while the sound is on its way.</returns>
    private async Task<bool> OfferAsync(Work work, Recording recording, CancellationToken cancellationToken)
    {
        var voice = await work.FindAsync(StoredPhoto.Kind, recording.Voice, cancellationToken);

        if (voice is { State: PhotoState.Pending })
        {
            return false;
        }

        if (voice is not { Source: { } source, MimeType: { } type } || !PlayedEverywhere.Any(kind => type.StartsWith(kind, StringComparison.Ordinal)))
        {
            work.Put(Recording.Kind, recording with { State = RecordingState.Unusable });
            Tell(work, recording.RecordedIn, voice?.Source is null ? "voice.lost" : "voice.wrong_kind", recording);
            return true;
        }

        var judges = await FindJudgesAsync(work, recording, cancellationToken);

        if (judges.Count == 0)
        {
            return false; // asked once somebody is linked who may
        }

        work.Put(Recording.Kind, recording with { State = RecordingState.Waiting, Source = source });

        foreach (var judge in judges)
        {
            Ask(work, judge, recording, source);
        }

        return true;
    }

    private void Ask(Work work, ConversationKey judge, Recording recording, string source)
    {
        outbox.Say(work, judge, new OutgoingMessage
        {
            Text = words.Phrases.Say("voice.please_judge", ("bai", words.NameOf(recording)), ("nguoi_noi", recording.Consent.Speaker)),
            Attachment = new OutgoingFile(FileKind.Voice, source, words.NameOf(recording)),
            Buttons =
            [
                [
                    new Button(words.Phrases.Say("voice.button_approve"), VoiceKeys.Approve + recording.Id),
                    new Button(words.Phrases.Say("voice.button_refuse"), VoiceKeys.Refuse + recording.Id),
                ],
            ],
        });
    }

    private void Tell(Work work, ConversationKey conversation, string phrase, Recording recording) =>
        outbox.Say(work, conversation, new OutgoingMessage { Text = words.Phrases.Say(phrase, ("bai", words.NameOf(recording))) });

    /// <summary>The private chats of the other campaigners and the province's desks; never where it was recorded.</summary>
    private static async Task<List<ConversationKey>> FindJudgesAsync(Work work, Recording recording, CancellationToken cancellationToken)
    {
        var province = await work.FindDeskAsync(null, cancellationToken);
        var judges = new List<ConversationKey>(province.OpenChats);

        foreach (var id in province.Campaigners.Where(id => id != recording.RecordedBy))
        {
            if (await work.FindOfficerAsync(id, cancellationToken) is { PrivateChat: { } chat })
            {
                judges.Add(chat);
            }
        }

        return [.. judges.Distinct().Where(chat => chat != recording.RecordedIn)];
    }
}

using System.Text.Json.Serialization;
using CommunityBot.Messages;
using CommunityBot.Primitives;
using CommunityBot.Storage;

namespace CommunityBot.Awareness.Voice;

/// <summary>A card or sentence that a campaigner read aloud, with the speaker's consent and what a second person said of it.</summary>
public sealed record Recording
{
    public required string Id { get; init; }

    /// <summary>As <see cref="ClipTarget"/> writes it.</summary>
    public required string Target { get; init; }

    /// <summary>In which language it is spoken.</summary>
    public required string Language { get; init; }

    /// <summary>The stored voice note.</summary>
    public required string Voice { get; init; }

    public TimeSpan? Length { get; init; }

    /// <summary>Officer id of the campaigner.</summary>
    public required string RecordedBy { get; init; }

    /// <summary>Where the campaigner hears what became of it.</summary>
    [JsonConverter(typeof(ConversationKeyJson))]
    public required ConversationKey RecordedIn { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required SpeakerConsent Consent { get; init; }

    public RecordingState State { get; init; }

    /// <summary>Officer id of the second person, and when; also of whoever took it away.</summary>
    public string? JudgedBy { get; init; }

    public DateTimeOffset? JudgedAt { get; init; }

    /// <summary>Names the bytes once they are ours: "stored:HASH".</summary>
    public string? Source { get; init; }

    public const string WaitingIndex = "waiting";
    public const string TargetIndex = "target";

    /// <summary>Those somebody must still look at by time, those that villagers hear by what they read.</summary>
    public static DocumentKind<Recording> Kind { get; } = new(
        "recordings",
        VoiceJson.Default.Recording,
        recording => recording.Id,
        new DocumentIndex<Recording>(WaitingIndex, one => one.State is RecordingState.Arriving or RecordingState.Waiting ? $"{one.State}|{SortKey.Of(one.RecordedAt)}" : null),
        new DocumentIndex<Recording>(TargetIndex, one => one.State == RecordingState.Approved ? $"{one.Target}|{one.Language}" : null));
}

/// <summary>That the speaker agreed to be heard by everybody, provable.</summary>
/// <param name="Speaker">Whose voice it is, as the campaigner said.</param>
/// <param name="NoticeVersion">Which text was shown.</param>
/// <param name="At">When.</param>
/// <param name="EventId">With which press or message.</param>
public sealed record SpeakerConsent(string Speaker, string NoticeVersion, DateTimeOffset At, string EventId)
{
    /// <summary>The version of the notice in <c>content/phrases/voice.yaml</c>.</summary>
    public const string Version = "2026-11";
}

/// <summary>Where a recording stands.</summary>
public enum RecordingState
{
    /// <summary>Its sound is still on the way to us.</summary>
    Arriving,

    /// <summary>A second person is asked.</summary>
    Waiting,

    /// <summary>Villagers hear it.</summary>
    Approved,

    /// <summary>The second person said no.</summary>
    Refused,

    /// <summary>A newer one is heard instead.</summary>
    Replaced,

    /// <summary>Taken away: the speaker changed their mind, or it was wrong.</summary>
    Withdrawn,

    /// <summary>Its sound never came or is of a kind messengers do not play.</summary>
    Unusable,
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Recording))]
internal sealed partial class VoiceJson : JsonSerializerContext;

using CommunityBot.Communes;
using CommunityBot.Primitives;
using CommunityBot.Tickets;

namespace CommunityBot.Reports;

/// <summary>A report that a villager has begun and not sent: what is known already, what was asked last.</summary>
public sealed record ReportDraft
{
    public const int MostPhotos = 10;

    /// <summary>The shape of the stored record; raised when an old one needs reading differently.</summary>
    public int Shape { get; init; } = 1;

    public ReportStep Step { get; init; }

    /// <summary>The picture that was chosen.</summary>
    public string? Group { get; init; }

    /// <summary>The kind; null while nobody knows, which is complete when a photo or a voice note tells it.</summary>
    public string? Category { get; init; }

    /// <summary>What was asked back once; not asked again.</summary>
    public bool IsGuessAsked { get; init; }

    /// <summary>The kinds they were asked to choose from.</summary>
    public IReadOnlyList<string> Guesses { get => field ?? []; init; } = [];

    /// <summary>Their words, message by message, so that a corrected message corrects its part.</summary>
    public IReadOnlyList<SaidPart> Said { get => field ?? []; init; } = [];

    /// <summary>Photos and voice notes.</summary>
    public IReadOnlyList<FileRef> Files { get => field ?? []; init; } = [];

    /// <summary>They said there is no photo.</summary>
    public bool IsPhotoSkipped { get; init; }

    /// <summary>Parts of an album are still arriving; the answer waits for the last.</summary>
    public bool AwaitsAlbum { get; init; }

    public DraftPlace Place { get => field ?? DraftPlace.Nowhere; init; } = DraftPlace.Nowhere;

    /// <summary>Where one of the pictures was taken, while they are asked whether that is the place.</summary>
    public GeoPoint? PhotoPoint { get; init; }

    public string? Culprit { get; init; }

    /// <summary>Only when they want to be called.</summary>
    public string? Phone { get; init; }

    /// <summary>For whom it is reported, in their words.</summary>
    public string? ForSomebodyElse { get; init; }

    public Anonymity Anonymity { get; init; }

    /// <summary>The advice that was said last; not said twice.</summary>
    public string? AdviceGiven { get; init; }

    /// <summary>How often in a row the place was not understood.</summary>
    public int PlaceMisses { get; init; }

    public bool IsCancelAsked { get; init; }

    public bool IsReminded { get; init; }

    /// <summary>A new report they began to tell while this one was unfinished.</summary>
    public SaidPart? Next { get; init; }

    public DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset TouchedAt { get; init; }

    /// <summary>All their words as one text.</summary>
    public string Words => string.Join('\n', Said.Select(part => part.Text));

    /// <summary>A photo or a voice note: an officer can see or hear what it is about.</summary>
    public bool HasEvidence => Files.Count > 0;

    public bool HasContent => HasEvidence || Said.Count > 0 || Category is not null || Place.IsKnown;

    /// <summary>Enough to become a ticket.</summary>
    public bool IsComplete => Place.IsKnown && (Category is not null || HasEvidence);

    /// <summary>The first question that is still open, in the order of the four steps.</summary>
    public ReportStep NextQuestion() => this switch
    {
        { Category: null, HasEvidence: false, Group: not null } => ReportStep.Kind,
        { Category: null, HasEvidence: false } => ReportStep.Group,
        { HasEvidence: false, IsPhotoSkipped: false } => ReportStep.Photos,
        { Place.IsKnown: true, Place.NeedsVillage: true } => ReportStep.Village,
        { Place.IsKnown: true } => ReportStep.Check,
        { Place.NotServed: not null } => ReportStep.NotServed,
        { Place.Choices.Count: > 0 } => ReportStep.PlaceChoice,
        _ => ReportStep.Place,
    };
}

/// <summary>One message of a villager.</summary>
/// <param name="MessageId">The channel's id, for corrections; null when it has none.</param>
public sealed record SaidPart(string? MessageId, string Text);

/// <summary>What is known of where it is.</summary>
public sealed record DraftPlace
{
    public static DraftPlace Nowhere { get; } = new();

    public UnitKey? Commune { get; init; }

    /// <summary>They do not know the commune, or it does not work with the bot: the province sorts it.</summary>
    public bool IsForProvince { get; init; }

    public GeoPoint? Point { get; init; }

    /// <summary>Thôn or landmark in their words.</summary>
    public string? Village { get; init; }

    public bool IsVillageAsked { get; init; }

    /// <summary>The code on the tap, from a poster or link.</summary>
    public string? AssetCode { get; init; }

    public string? Why { get; init; }

    /// <summary>The communes they were asked to choose from.</summary>
    public IReadOnlyList<UnitKey> Choices { get => field ?? []; init; } = [];

    /// <summary>The commune they named that does not work with the bot yet.</summary>
    public UnitKey? NotServed { get; init; }

    public bool IsKnown => Commune is not null || IsForProvince;

    public bool NeedsVillage => Point is null && Village is null && AssetCode is null && !IsVillageAsked;
}

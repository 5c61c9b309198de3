using System.Text.Json.Serialization;
using CommunityBot.Communes;
using CommunityBot.Messages;
using CommunityBot.Primitives;
using CommunityBot.Reports;
using CommunityBot.Storage;

namespace CommunityBot.Tickets;

/// <summary>A villager's report on its way to an answer, with everything that ever happened to it.</summary>
public sealed record Ticket
{
    /// <summary>The shape of the stored record; raised when an old one needs reading differently.</summary>
    public int Shape { get; init; } = 1;

    public required TicketId Id { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public required TicketStatus Status { get; init; }

    /// <summary>Key of the <see cref="ReportCategory"/>; "other" while nobody has sorted it.</summary>
    public required string Category { get; init; }

    public required Severity Severity { get; init; }

    /// <summary>The villager's words; may be empty when a voice note says it.</summary>
    public string Words { get => field ?? ""; init; } = "";

    /// <summary>Photos first, then other files, in the order they were sent.</summary>
    public IReadOnlyList<FileRef> Files { get => field ?? []; init; } = [];

    public required TicketPlace Place { get; init; }

    /// <summary>"Ai gây ra": only officers of the desk see it, never posted in the group.</summary>
    public string? Culprit { get; init; }

    public required Reporter Reporter { get; init; }

    /// <summary>The unit responsible now; null is the province's queue.</summary>
    public UnitKey? Commune { get; init; }

    /// <summary>Why it went there: "xã Chợ Rã, loại broken_tap, quy tắc 7".</summary>
    public string? RoutingWhy { get; init; }

    /// <summary>Who took it, as id of the officer; null while nobody has.</summary>
    public string? Assignee { get; init; }

    /// <summary>The name of whoever took it, as colleagues see it.</summary>
    public string? AssigneeName { get; init; }

    /// <summary>By when somebody takes it, looks at it and solves it.</summary>
    public TicketDeadlines? Deadlines { get; init; }

    /// <summary>Since when the present desk has had it; null since it was received.</summary>
    public DateTimeOffset? AcceptFrom { get; init; }

    /// <summary>The commune it belongs to but that has no desk yet; the province keeps it meanwhile.</summary>
    public UnitKey? WaitsForDesk { get; init; }

    /// <summary>The answer with its proof.</summary>
    public Resolution? Resolution { get; init; }

    /// <summary>False while the villager has not got the answer yet, because its photo is still being fetched.</summary>
    public bool IsResultTold { get; init; }

    /// <summary>Where it was forwarded to, while somebody outside works on it.</summary>
    public Forwarding? Forwarding { get; init; }

    /// <summary>The ticket that tells the same, when this one is a duplicate.</summary>
    public TicketId? DuplicateOf { get; init; }

    /// <summary>Tickets whose reporters hear the result of this one.</summary>
    public IReadOnlyList<TicketId> Followers { get => field ?? []; init; } = [];

    /// <summary>The open question to the villager; the clock rests meanwhile.</summary>
    public OpenQuestion? Question { get; init; }

    /// <summary>"Chưa ổn": the villager says it is not solved; a second person decides.</summary>
    public ReopenRequest? Reopening { get; init; }

    /// <summary>How many steps of the escalation were taken since it was routed: 1 desk, 2 next person, 3 province.</summary>
    public int Reminded { get; init; }

    /// <summary>Append-only.</summary>
    public IReadOnlyList<TimelineEntry> Timeline { get => field ?? []; init; } = [];

    /// <summary>Ids of the files that the desk has seen below the card.</summary>
    public IReadOnlyList<string> ShownFiles { get; init; } = [];

    /// <summary>The bubbles in staff conversations that show this ticket and are edited in place.</summary>
    public IReadOnlyList<TicketCard> Cards { get => field ?? []; init; } = [];

    public const string NewIndex = "new";
    public const string ReporterIndex = "reporter";

    /// <summary>Ended tickets that still say something about their reporter, by when they ended.</summary>
    public const string EndedIndex = "ended";
    public const string CommuneIndex = "commune";

    /// <summary>What a job must look at next, by job and time.</summary>
    public const string DueIndex = "due";

    /// <summary>Tickets with files that the desk or the villager has not seen yet.</summary>
    public const string FilesIndex = "files";

    /// <summary>Tickets in the province's queue until their commune gets a desk.</summary>
    public const string OrphanIndex = "orphan";

    /// <summary>True while a file is still to be shown or the answer to be told.</summary>
    [JsonIgnore]
    public bool WaitsForFiles => Status == TicketStatus.Resolved && !IsResultTold
        || ((TicketLifecycle.IsOpen(Status) || Reopening is not null) && Status != TicketStatus.New && Files.Any(file => !ShownFiles.Contains(file.Id)));

    private static string? EndedKey(Ticket ticket) =>
        ticket.Status is TicketStatus.Closed or TicketStatus.Declined or TicketStatus.Duplicate or TicketStatus.Withdrawn
        && (ticket.Reporter.Conversation is not null || ticket.Files.Count > 0)
            ? SortKey.Of(ticket.Timeline.Count > 0 ? ticket.Timeline[^1].At : ticket.ReceivedAt)
            : null;

    /// <summary>Tickets of one commune by state and time, of one reporter by time, and those not routed yet.</summary>
    public static DocumentKind<Ticket> Kind { get; } = new(
        "tickets",
        TicketJson.Default.Ticket,
        ticket => ticket.Id.Code,
        new DocumentIndex<Ticket>(NewIndex, ticket => ticket.Status == TicketStatus.New ? SortKey.Of(ticket.ReceivedAt) : null),
        new DocumentIndex<Ticket>(ReporterIndex, ticket => ticket.Reporter.Conversation is { } who ? $"{who}|{SortKey.Of(ticket.ReceivedAt)}" : null),
        new DocumentIndex<Ticket>(EndedIndex, EndedKey),
        new DocumentIndex<Ticket>(CommuneIndex, ticket => $"{ticket.Commune?.ToString() ?? "province"}|{ticket.Status}|{SortKey.Of(ticket.ReceivedAt)}"),
        new DocumentIndex<Ticket>(OrphanIndex, ticket => ticket is { Status: TicketStatus.Routed, WaitsForDesk: { } unit } ? unit.ToString() : null),
        new DocumentIndex<Ticket>(FilesIndex, ticket => ticket.WaitsForFiles ? SortKey.Of(ticket.ReceivedAt) : null),
        new DocumentIndex<Ticket>(DueIndex, ticket => TicketClock.NextLook(ticket) is { } look ? $"{look.Job}|{SortKey.Of(look.At)}" : null));
}

/// <summary>Where it is.</summary>
/// <param name="Commune">The unit the villager confirmed; null when they could not say.</param>
/// <param name="Point">Exact point; only the ticket's page shows it.</param>
/// <param name="Village">Thôn or landmark in the villager's words.</param>
/// <param name="AssetCode">The code on the tap, from a poster or link.</param>
/// <param name="Why">How the commune was found.</param>
public sealed record TicketPlace(UnitKey? Commune, GeoPoint? Point, string? Village, string? AssetCode, string? Why);

/// <summary>Who reported it and how far the commune may know.</summary>
/// <param name="Conversation">Where the answers go; null when nothing is stored of the reporter.</param>
/// <param name="Name">Only for the officer who took it.</param>
/// <param name="Phone">Only for the officer who took it.</param>
/// <param name="Anonymity">What the villager chose.</param>
/// <param name="ForSomebodyElse">Whom they reported for, in their words.</param>
public sealed record Reporter(
    [property: JsonConverter(typeof(OptionalConversationKeyJson))] ConversationKey? Conversation,
    string? Name,
    string? Phone,
    Anonymity Anonymity,
    string? ForSomebodyElse);

/// <summary>How far the commune may know who reported.</summary>
public enum Anonymity
{
    /// <summary>The officer who takes it may see name and phone.</summary>
    Named,

    /// <summary>"Giấu tên với xã": answers arrive, officers see no name, phone or channel.</summary>
    HiddenFromCommune,

    /// <summary>"Không lưu gì": only the code, nobody can be asked back.</summary>
    NothingStored,
}

/// <summary>A photo, voice note or document; its bytes arrive later under a hash.</summary>
/// <param name="Id">Id of the StoredPhoto document that knows where the bytes are.</param>
public sealed record FileRef(string Id, FileKind Kind, TimeSpan? Duration = null);

/// <summary>By when; null parts do not apply.</summary>
public sealed record TicketDeadlines(DateTimeOffset AcceptBy, DateTimeOffset VisitBy, DateTimeOffset DoneBy);

/// <summary>The answer: an outcome, concrete words and a proof.</summary>
/// <param name="Outcome">Key of the outcome.</param>
/// <param name="Words">What was done.</param>
/// <param name="Proof">Photos, documents, a voice note.</param>
/// <param name="OfficerId">Who says so.</param>
/// <param name="At">When.</param>
/// <param name="TellFrom">Not told before: the other photos of an album are still coming in.</param>
public sealed record Resolution(
    string Outcome, string Words, IReadOnlyList<FileRef> Proof, string OfficerId, DateTimeOffset At, DateTimeOffset? TellFrom = null);

/// <summary>What an officer asked the villager.</summary>
/// <param name="Words">The question.</param>
/// <param name="From">Where the ticket stood and goes back to.</param>
/// <param name="At">Since when the clock rests.</param>
/// <param name="OfficerId">Who asked and hears the answer.</param>
public sealed record OpenQuestion(string Words, TicketStatus From, DateTimeOffset At, string OfficerId);

/// <summary>The villager's "chưa ổn", waiting for another officer or the lead.</summary>
public sealed record ReopenRequest(DateTimeOffset At, string? Words);

/// <summary>Somebody else works on it; the commune keeps an eye on it until the follow-up date.</summary>
/// <param name="To">A commune, the province or an entry of the contact book, as shown to the villager.</param>
/// <param name="Contact">Whom to call: name, phone, hours.</param>
public sealed record Forwarding(string To, string? Contact, DateTimeOffset FollowUpAt, string OfficerId);

/// <summary>One thing that happened to a ticket.</summary>
/// <param name="At">When.</param>
/// <param name="Who">Officer id, "villager" or the name of a job.</param>
/// <param name="From">Where from: "telegram", "webchat", "desk", "job".</param>
/// <param name="What">Command of the trade: "accept", "resolve", "message"…</param>
/// <param name="Before">Status before.</param>
/// <param name="After">Status after.</param>
/// <param name="Words">What was said or why.</param>
public sealed record TimelineEntry(DateTimeOffset At, string Who, string From, string What, TicketStatus Before, TicketStatus After, string? Words);

/// <summary>A bubble that shows the ticket.</summary>
public sealed record TicketCard([property: JsonConverter(typeof(ConversationKeyJson))] ConversationKey Conversation, string RowId);

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Ticket))]
internal sealed partial class TicketJson : JsonSerializerContext;

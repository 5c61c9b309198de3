using System.Text.Json.Serialization;
using CommunityBot.Communes;
using CommunityBot.Messages;
using CommunityBot.Storage;

namespace CommunityBot.Desks;

/// <summary>Where a commune (or the province) works on tickets: its conversations, its people in the order of escalation, what it has confirmed.</summary>
public sealed record CommuneDesk
{
    private const string ProvinceId = "province";

    /// <summary>The commune; null is the province.</summary>
    public UnitKey? Unit { get; init; }

    /// <summary>Groups and web chats, also those that wait for confirmation.</summary>
    public IReadOnlyList<DeskChat> Chats { get; init; } = [];

    /// <summary>Ids of the linked officers, in the order in which they are asked.</summary>
    public IReadOnlyList<string> People { get; init; } = [];

    /// <summary>Ids of the linked campaigners; only at the province, and never asked about tickets.</summary>
    public IReadOnlyList<string> Campaigners { get => field ?? []; init; } = [];

    /// <summary>Ids of those who used a code and wait for the issuer.</summary>
    public IReadOnlyList<string> Waiting { get; init; } = [];

    /// <summary>True once the commune has said that it keeps these times; only then the receipt promises a day.</summary>
    public bool HasConfirmedTimes { get; init; }

    public static DocumentKind<CommuneDesk> Kind { get; } = new("desks", DeskJson.Default.CommuneDesk, desk => IdOf(desk.Unit));

    /// <summary>The conversations that show tickets.</summary>
    [JsonIgnore]
    public IEnumerable<ConversationKey> OpenChats => Chats.Where(chat => chat.IsConfirmed).Select(chat => chat.Conversation);

    [JsonIgnore]
    public bool IsOpen => Chats.Any(chat => chat.IsConfirmed);

    /// <summary>With one more linked person, the last to be asked.</summary>
    public CommuneDesk With(string officerId, StaffRole role) => role == StaffRole.Campaigner
        ? this with { Campaigners = [.. Campaigners.Where(one => one != officerId), officerId] }
        : this with { People = [.. People.Where(one => one != officerId), officerId] };

    public static string IdOf(UnitKey? unit) => unit?.ToString() ?? ProvinceId;
}

/// <summary>A conversation that is a desk.</summary>
/// <param name="Conversation">The group or web chat.</param>
/// <param name="LinkedBy">Officer id of whoever sent the code there.</param>
/// <param name="IsConfirmed">False until the issuer has agreed.</param>
public sealed record DeskChat([property: JsonConverter(typeof(ConversationKeyJson))] ConversationKey Conversation, string LinkedBy, bool IsConfirmed);

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(CommuneDesk))]
[JsonSerializable(typeof(Officer))]
[JsonSerializable(typeof(Invitation))]
[JsonSerializable(typeof(WrongCodes))]
internal sealed partial class DeskJson : JsonSerializerContext;

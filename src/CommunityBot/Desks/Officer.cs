using System.Text.Json.Serialization;
using CommunityBot.Communes;
using CommunityBot.Messages;
using CommunityBot.Storage;

namespace CommunityBot.Desks;

/// <summary>A person who was linked by a code and works on tickets; known by their id in one messenger.</summary>
public sealed record Officer
{
    /// <summary>"telegram:12345": the messenger and the person's id there.</summary>
    public required string Id { get; init; }

    /// <summary>As colleagues see it; hostile text, never logged.</summary>
    public required string Name { get; init; }

    public IReadOnlyList<Duty> Duties { get; init; } = [];

    /// <summary>Where they can be told something alone; null when they only spoke in a group.</summary>
    [JsonConverter(typeof(OptionalConversationKeyJson))]
    public ConversationKey? PrivateChat { get; init; }

    public required DateTimeOffset LinkedAt { get; init; }

    public static DocumentKind<Officer> Kind { get; } = new("officers", DeskJson.Default.Officer, officer => officer.Id);

    public static string IdOf(ConversationKey conversation, Sender sender) => $"{conversation.Channel}:{sender.Id}";

    public bool Has(StaffRole role, UnitKey? unit) => Duties.Any(duty => duty.IsConfirmed && duty.Role == role && duty.Unit == unit);

    /// <summary>Coordinator or administrator of the province.</summary>
    public bool IsProvince => Duties.Any(duty => duty.IsConfirmed && duty.Role is StaffRole.Coordinator or StaffRole.Administrator);

    /// <summary>May record what villagers hear.</summary>
    public bool IsCampaigner => Has(StaffRole.Campaigner, null);

    /// <summary>May say whether a recording is good: any campaigner or administrator, but never of their own.</summary>
    public bool MayJudgeRecordings => IsCampaigner || Has(StaffRole.Administrator, null);

    /// <summary>May work on the tickets of this commune (null: the province's queue).</summary>
    public bool MayWorkFor(UnitKey? unit) => IsProvince || (unit is not null && Duties.Any(duty => duty.IsConfirmed && duty.Unit == unit));

    /// <summary>May invite, remove and agree for this commune.</summary>
    public bool Leads(UnitKey? unit) => IsProvince || (unit is not null && Has(StaffRole.CommuneLead, unit));
}

/// <summary>What a person is linked for.</summary>
/// <param name="Role">What they may do.</param>
/// <param name="Unit">The commune; null for the province.</param>
/// <param name="IsConfirmed">False until the issuer has said that this is the right person.</param>
public sealed record Duty(StaffRole Role, UnitKey? Unit, bool IsConfirmed);

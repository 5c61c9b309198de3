using System.Text.Json.Serialization;
using CommunityBot.Communes;
using CommunityBot.Messages;
using CommunityBot.Primitives;
using CommunityBot.Storage;

namespace CommunityBot.Villagers;

/// <summary>What is kept of a person who talks with the bot; nothing is kept before they agreed, except how to address them and in which language.</summary>
public sealed record Villager
{
    /// <summary>Their private conversation is who they are.</summary>
    [JsonConverter(typeof(ConversationKeyJson))]
    public required ConversationKey Conversation { get; init; }

    /// <summary>"bác", "cô"…; null is "bà con".</summary>
    public string? Address { get; init; }

    /// <summary>The language they chose; null is Vietnamese.</summary>
    public string? Language { get; init; }

    /// <summary>As they call themselves in the messenger; kept only with consent.</summary>
    public string? Name { get; init; }

    /// <summary>Kept only with consent.</summary>
    public string? Phone { get; init; }

    /// <summary>Their answer to the notice about keeping report data; null while never asked.</summary>
    public Consent? ReportConsent { get; init; }

    /// <summary>They said they are under 16: content and numbers only, nothing is stored.</summary>
    public bool IsChild { get; init; }

    /// <summary>Where they reported from last, offered first next time; kept only with consent.</summary>
    public LastPlace? LastPlace { get; init; }

    public static DocumentKind<Villager> Kind { get; } = new(
        "villagers",
        VillagerJson.Default.Villager,
        villager => villager.Conversation.ToString());

    public static Villager Stranger(ConversationKey conversation) => new() { Conversation = conversation };
}

/// <summary>A provable answer to a question about personal data.</summary>
/// <param name="IsGiven">Silence is never consent.</param>
/// <param name="NoticeVersion">Which text was shown.</param>
/// <param name="At">When.</param>
/// <param name="EventId">With which message or press.</param>
public sealed record Consent(bool IsGiven, string NoticeVersion, DateTimeOffset At, string EventId);

/// <summary>The place of the last report.</summary>
public sealed record LastPlace(UnitKey Commune, string? Village, GeoPoint? Point);

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Villager))]
internal sealed partial class VillagerJson : JsonSerializerContext;

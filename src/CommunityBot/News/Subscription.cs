using System.Text.Json.Serialization;
using CommunityBot.Communes;
using CommunityBot.Messages;
using CommunityBot.Storage;
using CommunityBot.Villagers;

namespace CommunityBot.News;

/// <summary>Which news a villager agreed to receive, and where they live; or that they want none.</summary>
public sealed record Subscription
{
    /// <summary>News of all campaigns together; the villager is told so.</summary>
    public const int MostAWeek = 2;

    /// <summary>The person and their channel in one.</summary>
    [JsonConverter(typeof(ConversationKeyJson))]
    public required ConversationKey Villager { get; init; }

    public UnitKey? Commune { get; init; }

    /// <summary>Thôn or tổ dân phố in their words; null when they did not say.</summary>
    public string? Village { get; init; }

    /// <summary>Keys of topics; none is all.</summary>
    public IReadOnlyList<string> Topics { get => field ?? []; init; } = [];

    public string Language { get => field ?? "vi"; init; } = "vi";

    /// <summary>Their own yes, with the text they saw; null when they only ever said stop.</summary>
    public Consent? Consent { get; init; }

    /// <summary>Set by "Dừng": nothing is sent from then on.</summary>
    public DateTimeOffset? StoppedAt { get; init; }

    [JsonIgnore]
    public bool IsActive => Consent is { IsGiven: true } && StoppedAt is null;

    /// <summary>Those who want news, by commune.</summary>
    public const string CommuneIndex = "commune";

    public static DocumentKind<Subscription> Kind { get; } = new(
        "subscriptions",
        NewsJson.Default.Subscription,
        subscription => subscription.Villager.ToString(),
        new DocumentIndex<Subscription>(CommuneIndex, subscription =>
            subscription is { IsActive: true, Commune: { } commune } ? $"{commune}|{subscription.Villager}" : null));
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Subscription))]
[JsonSerializable(typeof(OutageFollower))]
internal sealed partial class NewsJson : JsonSerializerContext;

using System.Text.Json.Serialization;
using CommunityBot.Communes;
using CommunityBot.Messages;
using CommunityBot.Storage;
using CommunityBot.Tickets;

namespace CommunityBot.News;

/// <summary>Somebody who waits for the water to come back, and the tickets that will say so.</summary>
public sealed record OutageFollower
{
    [JsonConverter(typeof(ConversationKeyJson))]
    public required ConversationKey Villager { get; init; }

    public required UnitKey Commune { get; init; }

    public IReadOnlyList<TicketId> Tickets { get => field ?? []; init; } = [];

    public required DateTimeOffset Since { get; init; }

    public static DocumentKind<OutageFollower> Kind { get; } = new(
        "outage_followers",
        NewsJson.Default.OutageFollower,
        follower => $"{follower.Villager}|{follower.Commune}");

    /// <summary>Everything one villager waits for.</summary>
    public static IndexRange Of(ConversationKey villager) => new(Kind.Definition.Name, IndexRange.ById, $"{villager}|", $"{villager}}}");
}

namespace CommunityBot.Awareness.Search;

/// <summary>A card that seems to answer what a villager asked.</summary>
/// <param name="Topic">Its topic.</param>
/// <param name="At">Its place in the topic, from 0.</param>
/// <param name="Line">The line of the card that speaks of it, short enough to stand beside two others.</param>
/// <param name="Score">How well it fits; only for comparing hits of one question.</param>
public sealed record CardHit(Topic Topic, int At, string Line, double Score)
{
    public TopicCard Card => Topic.Cards[At];
}

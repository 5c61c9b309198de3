using System.Text.Json.Serialization;
using CommunityBot.Storage;

namespace CommunityBot.Awareness.Readers;

/// <summary>How often villagers have read a card, in all; nothing says who.</summary>
/// <param name="Id">"latrine/distance".</param>
/// <param name="Views">How often it was shown.</param>
/// <param name="LastReadOn">The last day somebody read it, in Vietnam.</param>
public sealed record CardTally(string Id, long Views, DateOnly LastReadOn)
{
    public static DocumentKind<CardTally> Kind { get; } = new("card_tallies", ReadersJson.Default.CardTally, tally => tally.Id);
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CardTally))]
[JsonSerializable(typeof(CardRemark))]
internal sealed partial class ReadersJson : JsonSerializerContext;

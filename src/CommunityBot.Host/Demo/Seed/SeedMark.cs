using System.Text.Json.Serialization;
using CommunityBot.Storage;

namespace CommunityBot.Host.Demo.Seed;

/// <summary>Says that the province was seeded; it is committed together with everything that was.</summary>
/// <param name="At">When, by the demo's clock.</param>
internal sealed record SeedMark(DateTimeOffset At)
{
    public const string OnlyId = "seed";

    public static DocumentKind<SeedMark> Kind { get; } = new("demo_seed", SeedJson.Default.SeedMark, _ => OnlyId);
}

[JsonSerializable(typeof(SeedMark))]
internal sealed partial class SeedJson : JsonSerializerContext;

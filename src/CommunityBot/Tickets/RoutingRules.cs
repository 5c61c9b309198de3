using System.Text.Json.Serialization;
using CommunityBot.Communes;
using CommunityBot.Storage;

namespace CommunityBot.Tickets;

/// <summary>What the province decided about who handles what; without any, a commune handles its own.</summary>
public sealed record RoutingRules
{
    private const string OnlyId = "routing";

    public static RoutingRules None { get; } = new();

    /// <summary>Who keeps a tap or tank, by the code on it.</summary>
    public IReadOnlyDictionary<string, UnitKey> AssetOwners { get; init; } = new Dictionary<string, UnitKey>();

    public IReadOnlyList<RoutingRule> Rules { get; init; } = [];

    public static DocumentKind<RoutingRules> Kind { get; } = new("routing_rules", RoutingJson.Default.RoutingRules, _ => OnlyId);

    public static async ValueTask<RoutingRules> LoadAsync(Work work, CancellationToken cancellationToken) =>
        await work.FindAsync(Kind, OnlyId, cancellationToken) ?? None;

    /// <summary>The rule for this category before the rule for any; among equals the smallest number.</summary>
    public RoutingRule? Find(RoutingReason reason, UnitKey? commune, string category) => commune is not { } key ? null : Rules
        .Where(rule => rule.Reason == reason && rule.Commune == key && (rule.Category is null || rule.Category == category))
        .OrderBy(rule => rule.Category is null)
        .ThenBy(rule => rule.Number)
        .FirstOrDefault();
}

/// <summary>One line of the rules.</summary>
/// <param name="Number">Shown in the reason.</param>
/// <param name="Reason">An officer's standing choice goes before the general rules.</param>
/// <param name="Commune">Where the report is.</param>
/// <param name="Category">Key of the category; null is any.</param>
/// <param name="To">Who handles it.</param>
public sealed record RoutingRule(int Number, RoutingReason Reason, UnitKey Commune, string? Category, UnitKey To);

/// <summary>Where a rule comes from.</summary>
public enum RoutingReason
{
    Rule,
    Override,
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(RoutingRules))]
internal sealed partial class RoutingJson : JsonSerializerContext;

using CommunityBot.Primitives;

namespace CommunityBot.Reports;

/// <summary>One of the six pictures a villager chooses from first.</summary>
/// <param name="Key">Stable name, such as <c>water</c>.</param>
/// <param name="Label">At most 20 characters.</param>
/// <param name="Icon">A small sign in front of the label.</param>
/// <param name="Picture">The drawing of the group.</param>
public sealed record CategoryGroup(string Key, string Label, string Icon, Picture Picture);

using CommunityBot.Communes;

namespace CommunityBot.Conversations.Dialogs.Subscribing;

/// <summary>Begin the talk about news, or say what is received already.</summary>
/// <param name="Goal">What they asked for.</param>
/// <param name="IsForTopics">They want other topics.</param>
public sealed record BeginNews(NewsGoal Goal, bool IsForTopics = false) : Order;

/// <summary>Keep what they agreed to.</summary>
public sealed record KeepSubscription(NewsDraft Draft, string EventId) : Order;

/// <summary>Keep where they live now.</summary>
public sealed record MoveHome(NewsDraft Draft) : Order;

/// <summary>Send no news any more.</summary>
public sealed record StopNews : Order;

/// <summary>Tell them when the water is back.</summary>
public sealed record FollowWater(UnitKey Commune, string? Village) : Order;

/// <summary>They have seen the offer once.</summary>
public sealed record NewsOffered : Order;

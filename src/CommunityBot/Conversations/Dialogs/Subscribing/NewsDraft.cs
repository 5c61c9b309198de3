using CommunityBot.Communes;
using CommunityBot.Reports;

namespace CommunityBot.Conversations.Dialogs.Subscribing;

/// <summary>What a villager has said so far about the news they want.</summary>
public sealed record NewsDraft
{
    public NewsGoal Goal { get; init; }

    public NewsStep Step { get; init; }

    public DraftPlace Place { get => field ?? DraftPlace.Nowhere; init; } = DraftPlace.Nowhere;

    /// <summary>How often in a row the commune was not understood.</summary>
    public int Misses { get; init; }

    /// <summary>Chosen topics; none is all.</summary>
    public IReadOnlyList<string> Topics { get => field ?? []; init; } = [];

    /// <summary>The first topic on the bubble.</summary>
    public int From { get; init; }

    /// <summary>Also one that does not work with the bot yet: news do not need a desk.</summary>
    public UnitKey? Commune => Place.Commune ?? Place.NotServed;
}

/// <summary>What the talk is for.</summary>
public enum NewsGoal
{
    Subscribe,

    /// <summary>"Đổi nơi ở".</summary>
    Move,

    /// <summary>"Báo khi có nước lại".</summary>
    Water,
}

/// <summary>What is asked.</summary>
public enum NewsStep
{
    Commune,
    Village,
    Topics,
    Consent,
}

using CommunityBot.Phrases;
using CommunityBot.Villagers;

namespace CommunityBot.Conversations;

/// <summary>What a dialog may look at when it answers: the conversation, who speaks, the time. Nothing in it changes.</summary>
public sealed record Scene
{
    public required Conversation Conversation { get; init; }

    /// <summary>The person of a private chat; a stranger until something was kept of them.</summary>
    public required Villager Villager { get; init; }

    public required DateTimeOffset Now { get; init; }

    /// <summary>False while the disk is nearly full: new reports are refused kindly, everything else works.</summary>
    public bool TakesReports { get; init; } = true;

    /// <summary>The sentences, in the language and form of address this villager chose.</summary>
    public required Phrasebook Phrases { get; init; }
}

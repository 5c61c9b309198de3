namespace CommunityBot.Understanding;

/// <summary>What a villager wants with a message.</summary>
public enum Intent
{
    /// <summary>Somebody is in danger: the number first.</summary>
    Emergency,

    /// <summary>Wants to know something; the key names the topic.</summary>
    AskTopic,

    /// <summary>Reports something; the key names the category.</summary>
    Report,
    TicketStatus,
    Greeting,
    Help,
    Subscribe,
    Unsubscribe,
    ChangeLanguage,
    DeleteData,
    TalkToHuman,
    Thanks,

    /// <summary>Nothing this bot is for.</summary>
    OutOfScope,
}
